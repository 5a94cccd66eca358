"""The session state machine: events in order of time, whoever asks and however often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from supple.core import wording
from supple.core.clockwork import Clockwork
from supple.core.command import Command
from supple.core.event import (
    Ended,
    Event,
    PauseReason,
    SessionResumed,
    SessionStarted,
    StretchSkipped,
)
from supple.core.plan import Plan
from supple.core.snapshot import Snapshot
from supple.core.snapshot_builder import EASE_OFF_S, take
from supple.core.state import Done, Paused, Ready, Running, State
from supple.core.step import LineKind, StepKind
from supple.core.timeline import Timeline

GAP_S = 2.0
"""A silence between two looks at the clock above which nobody was stretching."""
CHANGE_S = 10.0
WHILE_IT_HURTS = (Command.EASE_OFF, Command.SKIP_STRETCH, Command.PASSED, Command.STOP)
"""What can be asked after "something hurts"; nothing else does anything then, on purpose."""

Events = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Undo:
    """Where the last jump came from, and the command that goes back there."""

    opposite: Command
    index: int
    elapsed_s: float


class Session:
    """One session over a timeline. Every ``now`` is in seconds of one monotonic clock."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._plan = Plan(timeline)
        self._works = Clockwork(self._plan)
        self._seen = float("-inf")
        self._undo: _Undo | None = None
        self._to_give_back: list[PauseReason | None] = []
        """What each open question has to give back, the last asked last; None: going on."""

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._works.state

    def snapshot(self, now: float) -> Snapshot:
        """What to draw at ``now``; a ``now`` before the last one seen counts as that one."""
        return take(self._plan, self.state, max(now, self._seen))

    def next_due(self, now: float) -> float | None:
        """When the next event is due, on the session's clock; None while nothing runs."""
        return self._works.next_due(now)

    def advance(self, now: float) -> Events:
        """Every boundary passed up to ``now``, in order.

        Equal ``now`` gives nothing new. More than ``GAP_S`` seconds since the last look
        pauses the session where it was last seen.
        """
        before, self._seen = self._seen, max(now, self._seen)
        if not isinstance(self.state, Running):
            return ()
        if now - before > GAP_S:
            return self._works.pause(before, PauseReason.GAP)
        return self._run()

    def interrupt(self, good_until: float) -> Events:
        """Pause as after a gap, at ``good_until``: the last moment known to be good.

        For a sleep of the computer that the monotonic clock did not show.
        """
        state = self.state
        if not isinstance(state, Running):
            return ()
        at = max(good_until, state.started_at + state.visit_from_s)
        return self._works.pause(at, PauseReason.GAP)

    def apply(self, command: Command, now: float) -> Events:
        """Carry out ``command`` at ``now``, after whatever was due before it.

        A command that makes no sense in the current state changes nothing.
        """
        due = self.advance(now)
        if isinstance(self.state, Ready):
            return due + (self._start() if command is Command.START else ())
        if isinstance(self.state, Done) or command is Command.START:
            return due
        if self._hurting != (command in WHILE_IT_HURTS) and command is not Command.STOP:
            return due
        events = _HANDLERS[command](self)
        if isinstance(self.state, Running):
            self._to_give_back.clear()
        return due + events

    # The commands below act at the last moment seen, which `apply` has made the present.

    def _run(self) -> Events:
        events, left = self._works.run(self._seen)
        if left:
            self._undo = None
        return events

    @property
    def _hurting(self) -> bool:
        return self._pause_reason is PauseReason.HURTS

    def _start(self) -> Events:
        self._works.enter(0, self._seen)
        return (SessionStarted(self._seen), *self._run())

    def _pause(self) -> Events:
        if isinstance(self.state, Paused):
            return ()
        return self._works.pause(self._seen, PauseReason.ASKED)

    @property
    def _pause_reason(self) -> PauseReason | None:
        return self.state.reason if isinstance(self.state, Paused) else None

    def _wait(self) -> Events:
        self._to_give_back.append(self._pause_reason)
        return self._pause()

    def _go_back(self) -> Events:
        if not self._to_give_back:
            return ()
        before = self._to_give_back.pop()
        if before is None:
            return self._resume()
        if before is self._pause_reason:
            return ()
        return self._works.pause(self._seen, before)

    def _ask_stop(self) -> Events:
        if self._pause_reason is not PauseReason.STOP_ASKED:
            self._to_give_back.append(self._pause_reason)
        return self._works.pause(self._seen, PauseReason.STOP_ASKED)

    def _resume(self) -> Events:
        if not isinstance(self.state, Paused):
            return ()
        step = self._works.step
        stretch = self.timeline.stretch_of(step)
        return self._works.go_on(self._seen, wording.resume_line(stretch, step.side))

    def _hurts(self) -> Events:
        events = self._works.pause(self._seen, PauseReason.HURTS)
        return (*events, self._works.aside(self._seen, wording.LET_GO, LineKind.STOP))

    def _ease_off(self) -> Events:
        step = self._works.step
        if step.kind is StepKind.FINISH:
            return self._resume()
        elapsed, _ = self._works.where(self._seen)
        self._plan.ease_off(step.index, elapsed + EASE_OFF_S, EASE_OFF_S)
        self._works.remark(self._seen)
        return self._works.go_on(self._seen, wording.HALF_AS_FAR)

    def _skip_stretch(self) -> Events:
        step, now = self._works.step, self._seen
        if step.kind is StepKind.FINISH:
            return self._resume()
        elapsed, _ = self._works.where(now)
        self._undo = _Undo(Command.PREVIOUS, step.index, elapsed)
        ended = self._works.leave(now, completed=False)
        self._works.enter(self._plan.next_block(step.index), now)
        skipped = StretchSkipped(now, self._plan.work_from(step.index))
        return (*ended, skipped, SessionResumed(now, 0.0), *self._run())

    def _stop(self) -> Events:
        how = Ended.HURT if self._hurting else Ended.STOPPED
        if self._works.step.kind is StepKind.FINISH:
            how = Ended.FINISHED
        return self._leave_and_end(how)

    def _leave_and_end(self, how: Ended) -> Events:
        left = self._works.leave(self._seen, completed=False)
        return left + self._works.end(self._seen, how)

    def _next(self) -> Events:
        return self._move(Command.NEXT)

    def _previous(self) -> Events:
        return self._move(Command.PREVIOUS)

    def _again(self) -> Events:
        return self._move(Command.AGAIN)

    def _move(self, command: Command) -> Events:
        """Jump, or take back the opposite jump that led here: a slip costs nothing."""
        step, undo = self._works.step, self._undo
        if undo is not None and undo.opposite is command:
            self._undo = None
            return self._works.jump(undo.index, self._seen, undo.elapsed_s) + self._run()
        if command is Command.NEXT and step.index + 1 == self._plan.count:
            return self._leave_and_end(Ended.FINISHED)
        elapsed, _ = self._works.where(self._seen)
        opposite = Command.NEXT if command is Command.PREVIOUS else Command.PREVIOUS
        self._undo = _Undo(opposite, step.index, elapsed)
        return self._works.jump(self._target(command, step.index), self._seen) + self._run()

    def _target(self, command: Command, index: int) -> int:
        if command is Command.NEXT:
            return index + 1
        if command is Command.PREVIOUS:
            return max(0, index - 1)
        return self._plan.again(index)

    def _longer(self) -> Events:
        return self._change(CHANGE_S)

    def _shorter(self) -> Events:
        return self._change(-CHANGE_S)

    def _change(self, by_s: float) -> Events:
        elapsed, _ = self._works.where(self._seen)
        self._plan.change(self._works.step.index, by_s, elapsed)
        self._works.remark(self._seen)
        return self._run()


_HANDLERS: dict[Command, Callable[[Session], Events]] = {
    Command.PAUSE: Session._pause,
    Command.RESUME: Session._resume,
    Command.WAIT: Session._wait,
    Command.GO_BACK: Session._go_back,
    Command.NEXT: Session._next,
    Command.PREVIOUS: Session._previous,
    Command.AGAIN: Session._again,
    Command.LONGER: Session._longer,
    Command.SHORTER: Session._shorter,
    Command.ASK_STOP: Session._ask_stop,
    Command.STOP: Session._stop,
    Command.HURTS: Session._hurts,
    Command.EASE_OFF: Session._ease_off,
    Command.SKIP_STRETCH: Session._skip_stretch,
    Command.PASSED: Session._resume,
}
