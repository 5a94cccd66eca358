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
    SessionStarted,
    StepEnded,
    StretchSkipped,
)
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.core.step import Step
from supple.store.history import History, check_pain
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
        self._hurt_early: int | None = None
        """The stretch that hurt before anything of it was held: what is held of it next hurt."""
        self._behind = False
        self._told: set[bool] = set()
        self._rests = False
        """Whether what happens is nobody's session."""

    @property
    def session_id(self) -> str | None:
        """The session begun last, also after its end; None before the first."""
        return None if self._draft is None else self._draft.id

    @property
    def saved(self) -> bool:
        """Whether the history holds everything so far."""
        return not self._behind

    def use(self, history: History | None) -> None:
        """Write to another history from the next session on."""
        self._history = history

    def begin(
        self,
        routine_id: str,
        routine_name: str,
        *,
        planned_s: float = 0.0,
        plan_level: int | None = None,
        pain_before: int | None = None,
    ) -> str:
        """Get ready for a session and return its id; its row is written when it starts.

        ``planned_s``: seconds of hold and repetitions the routine plans; ``pain_before`` from
        0 to 10, None when not answered. Raises ValueError for pain out of range.
        """
        check_pain(pain_before, None)
        self._rests = False
        self._draft = Draft(
            self._new_id(), routine_id, routine_name, self._now(), planned_s, plan_level
        )
        self._draft.pain_before = pain_before
        self._last_block = -1
        self._hurts = self._behind = False
        self._hurt_early = None
        self._told = set()
        return self._draft.id

    def rest(self) -> None:
        """What happens from now on is only tried out: until :meth:`begin` nothing is kept."""
        self._draft = None
        self._rests = True

    def on_event(self, event: Event) -> None:
        """Take in one event of the session begun. Raises RuntimeError when none was."""
        if self._rests:
            return
        draft = self._begun
        match event:
            case SessionStarted():
                draft.started_at = self._now()
                self._unsaved.make_room()
                self._write(lambda h, d: d.save(h))
            case StepEnded():
                self._step_ended(event)
            case SessionPaused(reason=PauseReason.HURTS):
                self._hurts = True
            case StretchSkipped():
                self._stretch_skipped(event)
            case SessionEnded():
                self._session_ended(event)

    def rate(
        self,
        pain_before: int | None = None,
        pain_after: int | None = None,
        note: str | None = None,
    ) -> None:
        """Keep answers about the session begun last, pain from 0 to 10; None leaves what was there.

        Raises ValueError for pain out of range, RuntimeError before the first session.
        """
        check_pain(pain_before, pain_after)
        if self._rests:
            return
        draft = self._begun
        draft.pain_before = draft.pain_before if pain_before is None else pain_before
        draft.pain_after = draft.pain_after if pain_after is None else pain_after
        draft.note = draft.note if note is None else note
        self._write(lambda h, d: h.rate(d.id, pain_before, pain_after, note))

    def discard(self) -> None:
        """The person does not want the session begun last in the history."""
        if self._rests:
            return
        self._begun.discarded = True
        self._write(lambda h, d: h.discard(d.id))

    @property
    def _begun(self) -> Draft:
        if self._draft is None:
            raise RuntimeError("no session was begun")
        return self._draft

    def _step_ended(self, event: StepEnded) -> None:
        step, hurt, self._hurts = event.step, self._hurts, False
        if not step.kind.is_work:
            if hurt and step.block == self._last_block:
                self._mark_last()
            elif hurt:
                self._hurt_early = step.block
            return
        hurt = hurt or step.block == self._hurt_early
        self._hurt_early = None
        record = _row(step, event.planned_s, event.held_s, completed=event.completed, hurt=hurt)
        self._add(record, step.block)

    def _stretch_skipped(self, event: StretchSkipped) -> None:
        """A stretch that hurt before anything of it was held has a row all the same."""
        step, self._hurt_early = event.step, None
        if step.block != self._last_block and step.kind.is_work:
            self._add(_row(step, step.duration_s - step.work_from_s, hurt=True), step.block)

    def _add(self, record: StepRecord, block: int) -> None:
        row = HeldStep(self._new_id(), record, self._now())
        self._begun.steps.append(row)
        self._last_block = block
        self._write(lambda h, d: h.add_step(d.id, row.step, row.at, row.id))

    def _mark_last(self) -> None:
        """What hurts in a rest, a switch or at the end is the work before it."""
        rows = self._begun.steps
        last = rows[-1] = replace(rows[-1], step=replace(rows[-1].step, hurt=True))
        self._write(lambda h, d: h.mark_hurt(last.id))

    def _session_ended(self, event: SessionEnded) -> None:
        draft = self._begun
        if draft.ended is not None:
            return
        draft.ended, draft.ended_at = event.how, self._now()
        end = draft.ended_at
        self._write(lambda h, d: h.close_session(d.id, event.how, end))

    def _write(self, row: Callable[[History, Draft], object]) -> None:
        draft = self._begun
        try:
            if self._history is None:
                raise UserError("The history could not be opened.")
            if self._behind:
                draft.save(self._history)
                self._unsaved.drop(draft.id)
                self._behind = False
            else:
                self._write_row(row, self._history)
        except (UserError, OSError) as error:
            self._keep(draft, str(error))
        if draft.ended is not None:
            self._unsaved.release()

    def _write_row(self, row: Callable[[History, Draft], object], history: History) -> None:
        try:
            row(history, self._begun)
        except LookupError:
            # Another history is in its place, which does not know the session: all of it again.
            self._begun.save(history)

    def _keep(self, draft: Draft, why: str) -> None:
        self._behind = True
        over = draft.ended is not None
        try:
            path = self._unsaved.keep(draft)
        except (UserError, OSError) as error:
            self._tell_once(over, f"This session cannot be saved. {why} {error}")
            return
        if not over:
            self._tell_once(over, f"This session is not in your history yet, but it goes on. {why}")
        elif not draft.discarded:
            kept = f"This session is kept in {path}. The next start takes it in."
            self._tell_once(over, f"{kept} {why}" if not self._told else kept)

    def _tell_once(self, over: bool, sentence: str) -> None:
        """One sentence during a session and one after it, however often it is tried."""
        if over not in self._told:
            self._tell(sentence)
            self._told.add(over)


def _row(
    step: Step, planned_s: float, held_s: float = 0.0, *, completed: bool = False, hurt: bool
) -> StepRecord:
    return StepRecord(
        kind=step.kind,
        stretch=step.stretch,
        side=step.side,
        set=step.set,
        planned_s=planned_s,
        held_s=held_s,
        completed=completed,
        hurt=hurt,
    )
