"""What a flexibility check says and shows, and when.

The steps of the leg raise and what ends it follow source document 002_4fb97aa4aad63d57, those
of the two quick checks source 001_5fe7733dc174ca87.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from supple.core.assessment import Check
from supple.core.cues import Said, Speech, in_turn
from supple.core.flexibility import Verdict
from supple.core.routine import Side
from supple.core.step import Line, LineKind

if TYPE_CHECKING:
    from collections.abc import Mapping

BREATH_S = 0.8
"""Least silence between two sentences, in seconds: nobody is hurried here."""
READ_S = 1.2
"""Silence after something to think over."""
ACT_S = 5.0
"""Time to do what a sentence asks."""


class Part(StrEnum):
    """What can be read out."""

    GET_SET = "get-set"
    LEFT = "left"
    RIGHT = "right"
    SIT_AND_REACH = "sit-and-reach"
    TOE_TOUCH = "toe-touch"
    RESULT = "result"

    @property
    def side(self) -> Side:
        """The leg it is about; ``BOTH`` where it is about none alone."""
        return {Part.LEFT: Side.LEFT, Part.RIGHT: Side.RIGHT}.get(self, Side.BOTH)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing to do: what, and how."""

    what: str
    how: str

    @property
    def spoken(self) -> str:
        """Both in one breath."""
        return f"{self.what}. {self.how}"


TELLS = (
    "Whether the backs of your thighs are short. If they are not, stretching them more is "
    "unlikely to ease your back, and we will suggest something else."
)
DO_NOT = "Do not do it"
DO_NOT_WHEN = (
    "if lifting the leg sends pain, tingling or numbness below the knee. "
    "See a professional about that first."
)
GET_SET = (
    Instruction("Lie flat on your back", "Both legs straight, arms by your sides."),
    Instruction("Lift one straight leg", "Slowly. The other leg stays down on the floor."),
    Instruction("Stop at the first firm pull", "Not pain. Knee straight, no bouncing."),
    Instruction("Match the angle on screen", "Or ask someone to set it while you hold."),
)
QUICK: Mapping[Check, tuple[Instruction, ...]] = {
    Check.SIT_AND_REACH: (
        Instruction("Sit on the floor, legs straight", "Feet hip width apart, toes up."),
        Instruction("Reach slowly for your toes", "Lean from the hips, knees straight."),
        Instruction("Stop where it pulls", "Not into pain, no bouncing. Come back slowly."),
    ),
    Check.TOE_TOUCH: (
        Instruction("Stand with your feet apart", "Hip width, knees straight, not locked."),
        Instruction("Fold slowly towards your toes", "From the hips, arms hanging."),
        Instruction("Stop where it pulls", "Not into pain, no bouncing. Come up slowly."),
    ),
}
QUICK_NAMES: Mapping[Check, str] = {
    Check.SIT_AND_REACH: "Sit and reach",
    Check.TOE_TOUCH: "Toe touch",
}
ASK_FEEL = "How was it?"
STOP_WHEN = "Stop when the knee bends, the other leg lifts, or it pulls firmly."
NO_PAIN = "Never into pain."
LET_GO_WHEN = "Pain, tingling or numbness below the knee: let go, and leave this check."
SET_IT = "Now set the leg on the screen like yours. Take your time."


def script(part: Part) -> tuple[Said, ...]:
    """Kind, sentence and the silence behind it, in seconds. Empty for the result."""
    if part in (Part.LEFT, Part.RIGHT):
        return _leg(part.side)
    if part is Part.GET_SET:
        return _get_set()
    checks = {Part.SIT_AND_REACH: Check.SIT_AND_REACH, Part.TOE_TOUCH: Check.TOE_TOUCH}
    if part in checks:
        return _quick(QUICK[checks[part]])
    return ()


def timed(said: Iterable[Said], say: Speech) -> tuple[Line, ...]:
    """The sentences with the seconds at which each begins; none before the last one's end.

    ``say`` tells how many seconds a sentence takes.
    """
    return in_turn(said, say)


def result_script(verdict: Verdict) -> tuple[Said, ...]:
    """What is said of a verdict."""
    texts = (f"{verdict.title}.", verdict.text, verdict.hint)
    return tuple((LineKind.FINISH, spoken(text), READ_S) for text in texts)


def spoken(text: str) -> str:
    """``text`` as it is said: degrees in a word."""
    return text.replace("°", " degrees")


def sentences(parts: Sequence[Part]) -> tuple[str, ...]:
    """Everything ``parts`` say, each sentence once, in order."""
    return tuple(dict.fromkeys(text for part in parts for _, text, _ in script(part)))


def _get_set() -> tuple[Said, ...]:
    return (
        (LineKind.WHY, f"What it tells you. {TELLS}", READ_S),
        (LineKind.SETUP, f"{DO_NOT} {DO_NOT_WHEN}", READ_S),
        *((LineKind.SETUP, step.spoken, BREATH_S) for step in GET_SET),
    )


def _leg(side: Side) -> tuple[Said, ...]:
    first = side is Side.LEFT
    begin = "Lie flat on your back, both legs straight." if first else "Now the right leg."
    place = "Arms by your sides." if first else "Lie flat again, both legs straight."
    return (
        (LineKind.SIDE, begin, ACT_S if first else BREATH_S),
        (LineKind.SETUP, place, BREATH_S if first else ACT_S),
        (LineKind.SETUP, LET_GO_WHEN, READ_S),
        (LineKind.HOLD, f"Lift your {side} leg slowly, knee straight.", BREATH_S),
        (LineKind.HOLD, STOP_WHEN, BREATH_S),
        (LineKind.HOLD, NO_PAIN, ACT_S),
        (LineKind.HOLD, "Look how high your leg is.", ACT_S),
        (LineKind.RELEASE, f"Lower your {side} leg slowly.", ACT_S),
        (LineKind.SETUP, SET_IT, 0.0),
    )


def _quick(steps: Sequence[Instruction]) -> tuple[Said, ...]:
    said = [(LineKind.SETUP, step.spoken, ACT_S) for step in steps]
    return (*said, (LineKind.SETUP, ASK_FEEL, 0.0))
