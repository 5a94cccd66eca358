"""Writes a session into the history while it happens, and never stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from supple.core.event import (
    Event,
    PauseReason,
    SessionEnded,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    StepEnded,
    StepStarted,
    StretchSkipped,
)
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.store.history import History
from supple.store.unsaved import Draft, HeldStep, Unsaved


class Recorder:
    """Turns events into rows.

    ``history`` is None when it could not be opened. A row the disk refuses stays in memory and
    in a file of ``unsaved``, is tried again with each later row, and is told once through
    ``tell``, a sentence for the person.
    """

    def __init__(
        self,
        history: History | None,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        unsaved: Unsaved,
        tell: Callable[[str], None],
    ) -> None:
        self._history = history
        self._now = now
        self._new_id = new_id
        self._unsaved = unsaved
        self._tell = tell
        self._draft: Draft | None = None
        self._last_block = -1
        self._hurts = False
        self._hurt_before = False
        self._behind = False

    @property
    def session_id(self) -> str | None:
        """The session begun last, also after its end; None before the first."""
        return None if self._draft is None else self._draft.id

    @property
    def saved(self) -> bool:
        """Whether the history holds everything so far."""
        return not self._behind

    def begin(
        self,
        routine_id: str,
        routine_name: str,
        *,
        planned_s: float = 0.0,
        plan_level: int | None = None,
    ) -> str:
        """Get ready for a session and return its id; its row is written when it starts.

        ``planned_s``: seconds of hold and repetitions the routine plans.
        """
        self._draft = Draft(
            self._new_id(), routine_id, routine_name, self._now(), planned_s, plan_level
        )
        self._last_block = -1
        self._hurts = self._hurt_before = self._behind = False
        return self._draft.id

    def on_event(self, event: Event) -> None:
        """Take in one event of the session begun. Raises RuntimeError when none was."""
        if self._draft is None:
            raise RuntimeError("an event before begin()")
        match event:
            case SessionStarted():
                self._draft.started_at = self._now()
                self._write(lambda h, d: d.save(h))
            case StepEnded():
                self._step_ended(event)
            case StretchSkipped():
                self._stretch_skipped(event)
            case SessionPaused(reason=PauseReason.HURTS):
                self._hurts = self._hurt_before = True
            case SessionResumed():
                self._hurts = False
            case StepStarted():
                self._hurts = self._hurt_before = False
            case SessionEnded():
                self._session_ended(event)

    def _step_ended(self, event: StepEnded) -> None:
        step = event.step
        if self._draft is None or not step.kind.is_work:
            return
        # Eased off: it went on after the pain, but for a shorter time than laid out.
        eased = self._hurt_before and event.planned_s < step.duration_s - step.work_from_s
        record = StepRecord(
            kind=step.kind,
            stretch=step.stretch,
            side=step.side,
            set=step.set,
            planned_s=event.planned_s,
            held_s=event.held_s,
            completed=event.completed,
            hurt=self._hurts or eased,
        )
        row = HeldStep(self._new_id(), record, self._now())
        self._draft.steps.append(row)
        self._last_block = step.block
        self._write(lambda h, d: h.add_step(d.id, row.step, row.at, row.id))

    def _stretch_skipped(self, event: StretchSkipped) -> None:
        rows = self._draft.steps if self._draft is not None else []
        if not rows or self._last_block != event.step.block or rows[-1].step.hurt:
            return
        last = rows[-1] = replace(rows[-1], step=replace(rows[-1].step, hurt=True))
        self._write(lambda h, d: h.mark_hurt(last.id))

    def _session_ended(self, event: SessionEnded) -> None:
        draft = self._draft
        if draft is None or draft.ended is not None:
            return
        draft.ended, draft.ended_at = event.how, self._now()
        self._write(lambda h, d: h.close_session(d.id, event.how, self._now()))
        self._unsaved.release()

    def _write(self, row: Callable[[History, Draft], object]) -> None:
        draft = self._draft
        if draft is None:
            return
        try:
            if self._history is None:
                raise UserError("The history could not be opened.")
            if self._behind:
                draft.save(self._history)
                self._unsaved.drop(draft.id)
                self._behind = False
            else:
                row(self._history, draft)
        except (UserError, OSError) as error:
            self._keep(draft, str(error))

    def _keep(self, draft: Draft, why: str) -> None:
        first, over = not self._behind, draft.ended is not None
        self._behind = True
        try:
            path = self._unsaved.keep(draft)
        except (UserError, OSError) as error:
            if first or over:
                self._tell(f"This session cannot be saved. {why} {error}")
            return
        if over:
            kept = f"This session is kept in {path}. The next start takes it in."
            self._tell(f"{kept} {why}" if first else kept)
        elif first:
            self._tell(f"This session is not in your history yet, but it goes on. {why}")
