"""Sessions the history could not take: kept in files, taken in at a later start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from supple.core.event import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.store import atomic
from supple.store.history import History
from supple.store.lock import Life, Runs
from supple.store.paths import make_folder
from supple.store.regular import read_file
from supple.store.reserve import FULL, Reserve

FORMAT = 1


@dataclass(frozen=True, slots=True)
class HeldStep:
    """One row to be: its id, what was held, and when that ended."""

    id: str
    step: StepRecord
    at: datetime


@dataclass(slots=True)
class Draft:
    """A session as it stands in memory."""

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    planned_s: float = 0.0
    plan_level: int | None = None
    steps: list[HeldStep] = field(default_factory=list)
    ended: Ended | None = None
    ended_at: datetime | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    note: str | None = None
    discarded: bool = False

    def save(self, history: History) -> None:
        """Bring the history up to this draft; rows it has already are left alone.

        Raises UserError when the disk refuses; what was written until then stays.
        """
        if history.session(self.id) is None:
            history.open_session(
                self.id,
                self.routine,
                self.routine_name,
                self.started_at,
                planned_s=self.planned_s,
                plan_level=self.plan_level,
            )
        known = history.step_ids(self.id)
        for row in self.steps:
            if row.id not in known:
                history.add_step(self.id, row.step, row.at, row.id)
            elif row.step.hurt:
                history.mark_hurt(row.id)
        if self.ended is not None and self.ended_at is not None:
            history.close_session(self.id, self.ended, self.ended_at)
        if (self.pain_before, self.pain_after, self.note) != (None, None, None):
            history.rate(self.id, self.pain_before, self.pain_after, self.note)
        if self.discarded:
            history.discard(self.id)


class Unsaved:
    """A folder of drafts. Each is marked with a lock while its session is still recorded."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._runs = Runs(folder)
        self._reserve = Reserve(folder / "room")
        self._marked: set[str] = set()

    def make_room(self) -> None:
        """See to it that there will be room for a draft, even once the disk is full."""
        with suppress(UserError):
            make_folder(self._folder)
            self._reserve.keep()

    def keep(self, draft: Draft) -> Path:
        """Write ``draft``. Raises UserError when the disk refuses that as well."""
        make_folder(self._folder)
        if draft.id not in self._marked and self._runs.take(draft.id):
            self._marked.add(draft.id)
        path = self._path(draft.id)
        text = json.dumps(_values(draft), indent=1, ensure_ascii=False) + "\n"
        try:
            self._write(path, text)
        except OSError as error:
            raise UserError(f"{path} cannot be written: {error.strerror or error}.") from error
        return path

    def _write(self, path: Path, text: str) -> None:
        try:
            atomic.write_text(path, text)
        except OSError as error:
            if error.errno not in FULL or not self._reserve.spend():
                raise
            atomic.write_text(path, text)

    def drop(self, session: str) -> None:
        """The history has it: its file is not needed any more."""
        with suppress(OSError):
            self._path(session).unlink()

    def release(self) -> None:
        """The sessions kept so far are over."""
        self._runs.release()
        self._marked.clear()

    def take_in(self, history: History) -> tuple[list[SessionRecord], list[str]]:
        """Put every draft that nobody writes any more into ``history``.

        A draft without an end was cut by a crash and ends with its last step. Returns what was
        taken in and is not discarded, and in words what could not be; such a file stays.
        """
        taken: list[SessionRecord] = []
        failed: list[str] = []
        for path in sorted(self._folder.glob("*.json")):
            try:
                draft = _draft(json.loads(read_file(path)))
                if path.stem != draft.id or self._runs.life(draft.id) is Life.ALIVE:
                    continue
                _end(draft).save(history)
                found = history.session(draft.id)
                path.unlink(missing_ok=True)
            except UserError as error:
                failed.append(str(error))
                continue
            except OSError as error:
                failed.append(f"{path} cannot be taken in: {error.strerror or error}.")
                continue
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
                failed.append(f"{path} does not hold a session that can be read ({error}).")
                continue
            self._runs.bury(draft.id)
            if found is not None and not draft.discarded:
                taken.append(found)
        return taken, failed

    def _path(self, session: str) -> Path:
        return self._folder / f"{session}.json"


def _end(draft: Draft) -> Draft:
    if draft.ended is None:
        draft.ended = Ended.CRASHED
        draft.ended_at = draft.steps[-1].at if draft.steps else draft.started_at
    return draft


def _values(draft: Draft) -> dict[str, object]:
    return {
        "format": FORMAT,
        "id": draft.id,
        "routine": draft.routine,
        "routine_name": draft.routine_name,
        "started_at": draft.started_at.isoformat(),
        "planned_s": draft.planned_s,
        "plan_level": draft.plan_level,
        "ended": None if draft.ended is None else draft.ended.value,
        "ended_at": None if draft.ended_at is None else draft.ended_at.isoformat(),
        "pain_before": draft.pain_before,
        "pain_after": draft.pain_after,
        "note": draft.note,
        "discarded": draft.discarded,
        "steps": [_row_values(row) for row in draft.steps],
    }


def _row_values(row: HeldStep) -> dict[str, object]:
    step = row.step
    return {
        "id": row.id,
        "at": row.at.isoformat(),
        "kind": step.kind.value,
        "stretch": step.stretch,
        "side": step.side.value,
        "set": step.set,
        "planned_s": step.planned_s,
        "held_s": step.held_s,
        "completed": step.completed,
        "hurt": step.hurt,
    }


def _draft(values: Mapping[str, object]) -> Draft:
    if values["format"] != FORMAT:
        raise ValueError(f"its format is {values['format']}, not {FORMAT}")
    ended, ended_at, level, steps = (
        values[k] for k in ("ended", "ended_at", "plan_level", "steps")
    )
    if not isinstance(steps, list):
        raise TypeError("its steps are not a list")
    return Draft(
        id=str(values["id"]),
        routine=str(values["routine"]),
        routine_name=str(values["routine_name"]),
        started_at=datetime.fromisoformat(str(values["started_at"])),
        planned_s=float(str(values["planned_s"])),
        plan_level=_whole_or_none(level),
        steps=[_row(row) for row in steps],
        ended=None if ended is None else Ended(str(ended)),
        ended_at=None if ended_at is None else datetime.fromisoformat(str(ended_at)),
        pain_before=_whole_or_none(values["pain_before"]),
        pain_after=_whole_or_none(values["pain_after"]),
        note=None if values["note"] is None else str(values["note"]),
        discarded=bool(values["discarded"]),
    )


def _whole_or_none(value: object) -> int | None:
    return None if value is None else int(str(value))


def _row(values: Mapping[str, object]) -> HeldStep:
    step = StepRecord(
        kind=StepKind(str(values["kind"])),
        stretch=str(values["stretch"]),
        side=Side(str(values["side"])),
        set=int(str(values["set"])),
        planned_s=float(str(values["planned_s"])),
        held_s=float(str(values["held_s"])),
        completed=bool(values["completed"]),
        hurt=bool(values["hurt"]),
    )
    return HeldStep(str(values["id"]), step, datetime.fromisoformat(str(values["at"])))
