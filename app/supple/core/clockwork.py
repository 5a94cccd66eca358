"""The inner clockwork of a session: a place in a plan that moves with time."""

from __future__ import annotations

from supple.core.event import (
    Ended,
    Event,
    LineDue,
    PauseReason,
    RepStarted,
    SessionEnded,
    SessionPaused,
    SessionResumed,
    StepEnded,
    StepStarted,
)
from supple.core.marks import Mark, marks_from
from supple.core.plan import Plan
from supple.core.speech_length import spoken_seconds
from supple.core.state import Done, Paused, Ready, Running, State
from supple.core.step import Line, LineKind, Step
from supple.core.timeline import LEAD_IN_S
from supple.core.wording import resume_line


class Clockwork:
    """Moves through a plan and says what is passed. Seconds of one monotonic clock.

    It knows nothing of wishes: ``Session`` decides what may be asked when.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.state: State = Ready()
        self._marks: tuple[Mark, ...] = ()

    @property
    def step(self) -> Step:
        """The step it is in; the first one before the start."""
        return self.plan.step(0 if isinstance(self.state, Ready) else self.state.index)

    def next_due(self, now: float) -> float | None:
        """When the next event is due; None while nothing runs."""
        if not isinstance(self.state, Running):
            return None
        due = self.state.started_at + self.plan.duration(self.state.index)
        if self._marks:
            due = min(due, self.state.started_at + self._marks[0].offset_s)
        return max(now, due)

    def where(self, at: float) -> tuple[float, float]:
        """Seconds of the step over at ``at``, and where in it this visit began."""
        match self.state:
            case Running():
                return self.state.elapsed(at), self.state.visit_from_s
            case Paused():
                return self.state.elapsed_s, self.state.visit_from_s
            case _:
                return 0.0, 0.0

    def run(self, now: float) -> tuple[tuple[Event, ...], bool]:
        """Every boundary passed up to ``now``, and whether a step was left on the way."""
        events: list[Event] = []
        left = False
        while isinstance(self.state, Running):
            state = self.state
            events += self._pass_marks(state, now)
            end = max(state.started_at + self.plan.duration(state.index), state.resumes_at)
            if now < end:
                break
            left = True
            events += self.leave(end, completed=True)
            if state.index + 1 == self.plan.count:
                events += self.end(end, Ended.FINISHED)
            else:
                self.enter(state.index + 1, end)
        return tuple(events), left

    def enter(self, index: int, at: float, elapsed_s: float = 0.0, lead_s: float = 0.0) -> None:
        """Go to a step; its clock starts at ``elapsed_s`` once ``lead_s`` seconds have passed."""
        self.plan.entered(index)
        resumes_at = at + lead_s
        self.state = Running(index, resumes_at - elapsed_s, resumes_at, elapsed_s)
        self._marks = marks_from(self.plan.step(index), elapsed_s, self.plan.duration(index))

    def leave(self, at: float, completed: bool) -> tuple[Event, ...]:
        """Close the visit of the current step and credit what was held in it."""
        step = self.step
        elapsed, visit_from = self.where(at)
        planned = self.plan.duration(step.index)
        work_from = max(visit_from, step.work_from_s)
        if completed and step.kind.is_work:
            self.plan.completed(step.index)
        held = max(0.0, min(elapsed, planned) - work_from) if step.kind.is_work else 0.0
        return (StepEnded(at, step, planned - step.work_from_s, held, completed),)

    def end(self, at: float, how: Ended) -> tuple[Event, ...]:
        """Be over."""
        self.state = Done(self.step.index, how)
        self._marks = ()
        return (SessionEnded(at, how),)

    def pause(self, at: float, reason: PauseReason) -> tuple[Event, ...]:
        """Stand still as of ``at``; while already standing only the reason changes."""
        elapsed, visit_from = self.where(at)
        self.state = Paused(self.step.index, elapsed, visit_from, reason)
        return (SessionPaused(at, reason),)

    def go_on(self, now: float, text: str) -> tuple[Event, ...]:
        """Run again after a pause, with a lead-in and ``text`` said meanwhile."""
        elapsed, visit_from = self.where(now)
        resumes_at = now + LEAD_IN_S
        self.state = Running(self.step.index, resumes_at - elapsed, resumes_at, visit_from)
        return (SessionResumed(now, LEAD_IN_S), self.aside(now, text))

    def jump(self, index: int, now: float, elapsed_s: float = 0.0) -> tuple[Event, ...]:
        """Leave the current step for another; a jump into work gets a lead-in."""
        target = self.plan.step(index)
        events: tuple[Event, ...] = self.leave(now, completed=False)
        lead = LEAD_IN_S if target.kind.is_work else 0.0
        if isinstance(self.state, Paused):
            events += (SessionResumed(now, lead),)
        self.enter(index, now, elapsed_s, lead)
        if lead:
            stretch = self.plan.timeline.stretch_of(target)
            events += (self.aside(now, resume_line(stretch, target.side)),)
        return events

    def remark(self, now: float) -> None:
        """Work out anew what is still to come in the step, after its length changed."""
        elapsed, _ = self.where(now)
        duration = self.plan.duration(self.step.index)
        due = (
            m
            for m in self._marks
            if m.offset_s <= elapsed and (m.is_entry or m.offset_s < duration)
        )
        coming = marks_from(self.step, elapsed, duration)[1:]
        self._marks = (*due, *(m for m in coming if m.offset_s > elapsed))

    def aside(self, now: float, text: str, kind: LineKind = LineKind.ANSWER) -> LineDue:
        """A sentence that is no part of the timeline."""
        line = Line(0.0, text, kind, spoken_seconds(text))
        return LineDue(now, self.step, line)

    def _pass_marks(self, state: Running, now: float) -> list[Event]:
        step, events = self.plan.step(state.index), []
        while self._marks and state.started_at + self._marks[0].offset_s <= now:
            events.append(_event_of(self._marks[0], step, state.started_at))
            self._marks = self._marks[1:]
        return events


def _event_of(mark: Mark, step: Step, started_at: float) -> Event:
    at = started_at + mark.offset_s
    if mark.line is not None:
        return LineDue(at, step, mark.line)
    if mark.rep:
        return RepStarted(at, step, mark.rep)
    return StepStarted(at, step, mark.offset_s)
