"""The session state machine: events in order of time, whoever asks and however often."""

from __future__ import annotations

from dataclasses import replace

from supple.core import wording
from supple.core.command import Command
from supple.core.event import (
    Ended,
    Event,
    LineDue,
    PauseReason,
    RepStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    StepEnded,
    StepStarted,
    StretchSkipped,
)
from supple.core.marks import Mark, marks_from
from supple.core.plan import Plan
from supple.core.snapshot import Snapshot
from supple.core.snapshot_builder import take
from supple.core.speech_length import spoken_seconds
from supple.core.state import Done, Paused, Ready, Running, State
from supple.core.step import Line, Priority, Step, StepKind
from supple.core.timeline import LEAD_IN_S, Timeline

GAP_S = 2.0
"""A silence between two looks at the clock above which nobody was stretching."""
CHANGE_S = 10.0
EASE_OFF_S = 15.0


class Session:
    """One session over a timeline. Every ``now`` is in seconds of one monotonic clock."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._plan = Plan(timeline)
        self._state: State = Ready()
        self._marks: tuple[Mark, ...] = ()
        self._seen = float("-inf")
        self._undo: _Undo | None = None

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    def snapshot(self, now: float) -> Snapshot:
        """What to draw at ``now``; a ``now`` before the last one seen counts as that one."""
        return take(self._plan, self._state, max(now, self._seen))

    def next_due(self, now: float) -> float | None:
        """When the next event is due, on the session's clock; None while nothing runs."""
        if not isinstance(self._state, Running):
            return None
        state = self._state
        end = state.started_at + self._plan.duration(state.index)
        due = state.started_at + self._marks[0].offset_s if self._marks else end
        return max(now, min(due, end))

    def advance(self, now: float) -> tuple[Event, ...]:
        """Every boundary passed up to ``now``, in order.

        Equal ``now`` gives nothing new. More than ``GAP_S`` seconds since the last look
        pauses the session where it was last seen.
        """
        before, self._seen = self._seen, max(now, self._seen)
        if not isinstance(self._state, Running):
            return ()
        if now - before > GAP_S:
            return self._pause(before, PauseReason.GAP)
        return self._run(self._seen)

    def interrupt(self, good_until: float) -> tuple[Event, ...]:
        """Pause as after a gap, at ``good_until``: the last moment known to be good.

        For a sleep of the computer that the monotonic clock did not show.
        """
        if not isinstance(self._state, Running):
            return ()
        at = max(good_until, self._state.started_at + self._state.visit_from_s)
        return self._pause(at, PauseReason.GAP)

    def apply(self, command: Command, now: float) -> tuple[Event, ...]:
        """Carry out ``command`` at ``now``, after whatever was due before it.

        A command that makes no sense in the current state changes nothing.
        """
        due = self.advance(now)
        now = self._seen
        if command is Command.START:
            return due + self._start(now)
        if isinstance(self._state, Ready | Done):
            return due
        handler = _HANDLERS[command]
        return due + handler(self, now)

    # -- the clockwork ---------------------------------------------------

    def _run(self, now: float) -> tuple[Event, ...]:
        events: list[Event] = []
        while isinstance(self._state, Running):
            state = self._state
            step = self._plan.step(state.index)
            while self._marks and state.started_at + self._marks[0].offset_s <= now:
                mark, self._marks = self._marks[0], self._marks[1:]
                events.append(_event_of(mark, step, state.started_at))
            end = state.started_at + self._plan.duration(state.index)
            if now < max(end, state.resumes_at):
                break
            events += self._leave(max(end, state.resumes_at), completed=True)
            self._undo = None
            if state.index + 1 == self._plan.count:
                events += self._end(end, Ended.FINISHED)
            else:
                self._enter(state.index + 1, end)
        return tuple(events)

    def _enter(self, index: int, at: float, elapsed_s: float = 0.0, lead_s: float = 0.0) -> None:
        resumes_at = at + lead_s
        self._state = Running(index, resumes_at - elapsed_s, resumes_at, elapsed_s)
        self._marks = marks_from(self._plan.step(index), elapsed_s, self._plan.duration(index))

    def _leave(self, at: float, completed: bool) -> tuple[Event, ...]:
        """Close the visit of the current step and credit what was held in it."""
        elapsed, visit_from = self._where(at)
        step = self._current()
        planned = self._plan.duration(step.index)
        work_from = max(visit_from, step.work_from_s)
        held = max(0.0, min(elapsed, planned) - work_from) if step.kind.is_work else 0.0
        return (StepEnded(at, step, planned - step.work_from_s, held, completed),)

    def _where(self, at: float) -> tuple[float, float]:
        if isinstance(self._state, Running):
            return self._state.elapsed(at), self._state.visit_from_s
        assert isinstance(self._state, Paused)
        return self._state.elapsed_s, self._state.visit_from_s

    def _current(self) -> Step:
        assert not isinstance(self._state, Ready)
        return self._plan.step(self._state.index)

    def _end(self, at: float, how: Ended) -> tuple[Event, ...]:
        self._state = Done(self._current().index, how)
        self._marks = ()
        return (SessionEnded(at, how),)

    def _pause(self, at: float, reason: PauseReason) -> tuple[Event, ...]:
        elapsed, visit_from = self._where(at)
        self._state = Paused(self._current().index, elapsed, visit_from, reason)
        return (SessionPaused(at, reason),)

    def _go_on(self, now: float, text: str) -> tuple[Event, ...]:
        """Run again after a pause, with a lead-in and a word about the leg."""
        state = self._state
        assert isinstance(state, Paused)
        resumes_at = now + LEAD_IN_S
        self._state = Running(
            state.index, resumes_at - state.elapsed_s, resumes_at, state.visit_from_s
        )
        return (SessionResumed(now, LEAD_IN_S), _aside(now, self._current(), text))

    def _jump(self, index: int, now: float, elapsed_s: float = 0.0) -> tuple[Event, ...]:
        """Leave the current step for another; a jump into work gets a lead-in."""
        target = self._plan.step(index)
        events: tuple[Event, ...] = self._leave(now, completed=False)
        lead = LEAD_IN_S if target.kind.is_work else 0.0
        if isinstance(self._state, Paused):
            events += (SessionResumed(now, lead),)
        self._enter(index, now, elapsed_s, lead)
        if lead:
            events += (_aside(now, target, wording.resume_line(target.side)),)
        return events + self._run(now)

    # -- the commands ----------------------------------------------------

    def _start(self, now: float) -> tuple[Event, ...]:
        if not isinstance(self._state, Ready):
            return ()
        self._enter(0, now)
        return (SessionStarted(now), *self._run(now))

    def _do_pause(self, now: float) -> tuple[Event, ...]:
        return self._pause_if_running(now, PauseReason.ASKED)

    def _do_ask_stop(self, now: float) -> tuple[Event, ...]:
        if isinstance(self._state, Paused) and not self._hurting():
            self._state = replace(self._state, reason=PauseReason.STOP_ASKED)
            return (SessionPaused(now, PauseReason.STOP_ASKED),)
        return self._pause_if_running(now, PauseReason.STOP_ASKED)

    def _pause_if_running(self, now: float, reason: PauseReason) -> tuple[Event, ...]:
        return self._pause(now, reason) if isinstance(self._state, Running) else ()

    def _do_resume(self, now: float) -> tuple[Event, ...]:
        if not isinstance(self._state, Paused) or self._hurting():
            return ()
        return self._go_on(now, wording.resume_line(self._current().side))

    def _do_hurts(self, now: float) -> tuple[Event, ...]:
        if self._hurting():
            return ()
        if isinstance(self._state, Paused):
            self._state = replace(self._state, reason=PauseReason.HURTS)
            events: tuple[Event, ...] = (SessionPaused(now, PauseReason.HURTS),)
        else:
            events = self._pause(now, PauseReason.HURTS)
        return (*events, _aside(now, self._current(), wording.LET_GO, Priority.STOP))

    def _hurting(self) -> bool:
        return isinstance(self._state, Paused) and self._state.reason is PauseReason.HURTS

    def _do_passed(self, now: float) -> tuple[Event, ...]:
        if not self._hurting():
            return ()
        return self._go_on(now, wording.resume_line(self._current().side))

    def _do_ease_off(self, now: float) -> tuple[Event, ...]:
        if not self._hurting():
            return ()
        step = self._current()
        if step.kind.is_work:
            elapsed, _ = self._where(now)
            self._plan.shorten_to(step.index, elapsed + EASE_OFF_S)
            self._marks = tuple(
                m for m in self._marks if m.offset_s < self._plan.duration(step.index)
            )
        return self._go_on(now, wording.HALF_AS_FAR)

    def _do_skip_stretch(self, now: float) -> tuple[Event, ...]:
        if not self._hurting():
            return ()
        step = self._current()
        if step.kind is StepKind.FINISH:
            return self._do_passed(now)
        ended = self._leave(now, completed=False)
        skipped = StretchSkipped(now, step)
        self._enter(self._plan.next_block(step.index), now)
        return (*ended, skipped, SessionResumed(now, 0.0), *self._run(now))

    def _do_stop(self, now: float) -> tuple[Event, ...]:
        how = Ended.HURT if self._hurting() else Ended.STOPPED
        if self._current().kind is StepKind.FINISH:
            how = Ended.FINISHED
        return self._leave(now, completed=False) + self._end(now, how)

    def _do_next(self, now: float) -> tuple[Event, ...]:
        if self._hurting():
            return ()
        return self._move(Command.NEXT, now)

    def _do_previous(self, now: float) -> tuple[Event, ...]:
        if self._hurting():
            return ()
        return self._move(Command.PREVIOUS, now)

    def _do_again(self, now: float) -> tuple[Event, ...]:
        if self._hurting():
            return ()
        return self._move(Command.AGAIN, now)

    def _move(self, command: Command, now: float) -> tuple[Event, ...]:
        """Jump, or take back the opposite jump that led here: a slip costs nothing."""
        step = self._current()
        elapsed, _ = self._where(now)
        undo = self._undo
        if undo is not None and undo.opposite is command:
            self._undo = None
            return self._jump(undo.index, now, undo.elapsed_s)
        if command is Command.NEXT and step.index + 1 == self._plan.count:
            return self._leave(now, completed=False) + self._end(now, Ended.FINISHED)
        target = self._target(command, step)
        opposite = Command.NEXT if command is Command.PREVIOUS else Command.PREVIOUS
        self._undo = _Undo(opposite, step.index, elapsed)
        return self._jump(target, now)

    def _target(self, command: Command, step: Step) -> int:
        if command is Command.NEXT:
            return step.index + 1
        if command is Command.PREVIOUS:
            return max(0, step.index - 1)
        return self._plan.again(step.index)

    def _do_longer(self, now: float) -> tuple[Event, ...]:
        return self._change(CHANGE_S, now)

    def _do_shorter(self, now: float) -> tuple[Event, ...]:
        return self._change(-CHANGE_S, now)

    def _change(self, by_s: float, now: float) -> tuple[Event, ...]:
        if self._hurting():
            return ()
        step = self._current()
        elapsed, _ = self._where(now)
        self._plan.change(step.index, by_s, elapsed)
        state = self._state
        duration = self._plan.duration(step.index)
        passed = tuple(m for m in self._marks if m.offset_s <= elapsed and m.offset_s < duration)
        fresh = [m for m in marks_from(step, elapsed, duration)[1:] if m.offset_s > elapsed]
        self._marks = (*passed, *fresh)
        return self._run(now) if isinstance(state, Running) else ()


class _Undo:
    """Where the last jump came from, and the command that goes back there."""

    __slots__ = ("elapsed_s", "index", "opposite")

    def __init__(self, opposite: Command, index: int, elapsed_s: float) -> None:
        self.opposite = opposite
        self.index = index
        self.elapsed_s = elapsed_s


def _event_of(mark: Mark, step: Step, started_at: float) -> Event:
    at = started_at + mark.offset_s
    if mark.line is not None:
        return LineDue(at, step, mark.line)
    if mark.rep:
        return RepStarted(at, step, mark.rep)
    return StepStarted(at, step, mark.offset_s)


def _aside(now: float, step: Step, text: str, priority: Priority = Priority.SWITCH) -> LineDue:
    """A sentence that is no part of the timeline."""
    return LineDue(now, step, Line(0.0, text, priority, spoken_seconds(text), passing=True))


_HANDLERS = {
    Command.PAUSE: Session._do_pause,
    Command.RESUME: Session._do_resume,
    Command.NEXT: Session._do_next,
    Command.PREVIOUS: Session._do_previous,
    Command.AGAIN: Session._do_again,
    Command.LONGER: Session._do_longer,
    Command.SHORTER: Session._do_shorter,
    Command.ASK_STOP: Session._do_ask_stop,
    Command.STOP: Session._do_stop,
    Command.HURTS: Session._do_hurts,
    Command.EASE_OFF: Session._do_ease_off,
    Command.SKIP_STRETCH: Session._do_skip_stretch,
    Command.PASSED: Session._do_passed,
}
