"""What happens in a session, as values. ``at`` is the session's monotonic clock, in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supple.core.ended import Ended as Ended
from supple.core.step import Line, Step


class PauseReason(StrEnum):
    """Why a session stands still."""

    ASKED = "asked"
    GAP = "gap"
    """The computer slept or stood still."""
    STOP_ASKED = "stop-asked"
    """Waiting for the answer to "Stop here?"."""
    HURTS = "hurts"


@dataclass(frozen=True, slots=True)
class SessionStarted:
    at: float


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step begins, or is taken up again at ``elapsed_s`` after a jump back into it."""

    at: float
    step: Step
    elapsed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class LineDue:
    """A sentence is to be said now."""

    at: float
    step: Step
    line: Line


@dataclass(frozen=True, slots=True)
class RepStarted:
    """Repetition ``rep`` (from 1) of a reps step begins."""

    at: float
    step: Step
    rep: int


@dataclass(frozen=True, slots=True)
class StepEnded:
    """A step is left. ``held_s`` is what was really held in this visit; 0 unless hold or reps."""

    at: float
    step: Step
    planned_s: float
    held_s: float
    completed: bool
    """False when it was skipped, stopped or jumped out of."""


@dataclass(frozen=True, slots=True)
class StretchSkipped:
    """The rest of a stretch was left out because it hurt."""

    at: float
    step: Step
    """The first work that was left out, or cut; where none was left the step it happened in."""


@dataclass(frozen=True, slots=True)
class SessionPaused:
    at: float
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class SessionResumed:
    """Going on; the clock starts again ``lead_in_s`` seconds later."""

    at: float
    lead_in_s: float


@dataclass(frozen=True, slots=True)
class SessionEnded:
    at: float
    how: Ended


Event = (
    SessionStarted
    | StepStarted
    | LineDue
    | RepStarted
    | StepEnded
    | StretchSkipped
    | SessionPaused
    | SessionResumed
    | SessionEnded
)
