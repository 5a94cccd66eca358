"""One line of the timeline, and what is said during it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from supple.core.routine import Reps, Side


class StepKind(StrEnum):
    """What the person does during a step."""

    PREPARE = "prepare"
    HOLD = "hold"
    REPS = "reps"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"

    @property
    def is_work(self) -> bool:
        """True for the kinds whose time counts as held."""
        return self in (StepKind.HOLD, StepKind.REPS)


class Priority(IntEnum):
    """Which of two lines that want the same moment is said."""

    COUNT = 1
    HALF = 2
    NAME = 3
    SWITCH = 4
    STOP = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence said, and shown, at an instant of its step."""

    offset_s: float
    """Seconds after the step's start."""
    text: str
    priority: Priority
    length_s: float
    """Seconds the spoken sentence lasts."""
    passing: bool = False
    """True for remarks such as "Half way." that are shown for a moment only."""

    @property
    def end_s(self) -> float:
        """When the sentence has been said, in seconds after the step's start."""
        return self.offset_s + self.length_s


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of time with one thing to do. Seconds, from the session's start."""

    index: int
    kind: StepKind
    start_s: float
    duration_s: float
    block: int
    """Which of the routine's steps it belongs to, from 0; ``finish`` keeps the last one's."""
    stretch: str
    """Id of the stretch; "" only in ``finish``."""
    side: Side
    """The leg at work; during prepare, switch and rest the leg that comes."""
    set: int
    """Which set on this side, from 1."""
    sets: int
    reps: Reps | None = None
    lead_s: float = 0.0
    """Seconds before the first repetition of a reps step, while its instruction is said."""
    lines: tuple[Line, ...] = ()

    @property
    def work_from_s(self) -> float:
        """Seconds after the step's start from which its time counts as held.

        Listening to the instruction of a lone set of repetitions is no work; keeping
        the stretch while it is said is.
        """
        if self.reps is None or self.reps.during_hold:
            return 0.0
        return self.lead_s

    @property
    def end_s(self) -> float:
        """Seconds from the session's start to the step's planned end."""
        return self.start_s + self.duration_s
