"""One line of the timeline, and what is said during it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from supple.core.routine import Reps, Side
from supple.core.step_kind import StepKind as StepKind


class Priority(IntEnum):
    """Which of two lines that want the same moment is said."""

    COUNT = 1
    HALF = 2
    NAME = 3
    SWITCH = 4
    STOP = 5


class LineKind(StrEnum):
    """What a sentence is for. It decides who goes first, and what a quieter voice leaves out."""

    NAME = "name"
    """Which stretch comes."""
    WHY = "why"
    """What the stretch is good for, the first time."""
    SIDE = "side"
    """Which leg, at the start and at each change."""
    SETUP = "setup"
    """One action to get into position."""
    HOLD = "hold"
    """The one instruction of the hold or the repetitions."""
    LENGTH = "length"
    """How long the hold lasts."""
    FEEL = "feel"
    """Where it is to be felt, and to breathe."""
    MISTAKE = "mistake"
    """What to watch for; now and then."""
    HALF = "half"
    TIME = "time"
    """How much is left."""
    COUNTDOWN = "countdown"
    """Three, two, one, softly out of a hold."""
    REP = "rep"
    """The words and numbers of repetitions."""
    LAST = "last"
    """The last repetition."""
    REST = "rest"
    """What comes after the rest."""
    RELEASE = "release"
    """How to let go."""
    FINISH = "finish"
    ANSWER = "answer"
    """The answer to a wish: going on, easing off."""
    STOP = "stop"
    """Let go now."""

    @property
    def priority(self) -> Priority:
        """Which of two lines that want the same moment is said."""
        return _PRIORITIES.get(self, Priority.NAME)


_PRIORITIES = {
    LineKind.STOP: Priority.STOP,
    LineKind.SIDE: Priority.SWITCH,
    LineKind.RELEASE: Priority.SWITCH,
    LineKind.ANSWER: Priority.SWITCH,
    LineKind.HALF: Priority.HALF,
    LineKind.TIME: Priority.HALF,
    LineKind.LAST: Priority.HALF,
    LineKind.LENGTH: Priority.COUNT,
    LineKind.FEEL: Priority.COUNT,
    LineKind.MISTAKE: Priority.COUNT,
    LineKind.COUNTDOWN: Priority.COUNT,
    LineKind.REP: Priority.COUNT,
}


_PASSING = frozenset(
    {
        *(LineKind.LENGTH, LineKind.FEEL, LineKind.HALF, LineKind.TIME, LineKind.COUNTDOWN),
        *(LineKind.REP, LineKind.LAST, LineKind.ANSWER, LineKind.STOP, LineKind.MISTAKE),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence said, and shown, at an instant of its step."""

    offset_s: float
    """Seconds after the step's start."""
    text: str
    kind: LineKind
    length_s: float
    """Seconds the spoken sentence lasts."""

    @property
    def priority(self) -> Priority:
        """Which of two lines that want the same moment is said."""
        return self.kind.priority

    @property
    def passing(self) -> bool:
        """True for remarks such as "Half way." that are shown for a moment only."""
        return self.kind in _PASSING

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
