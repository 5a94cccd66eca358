"""The one question before a session: how the back feels, and what strong pain says to."""

from __future__ import annotations

from supple.core.level import LEVELS
from supple.core.safety import MUCH_PAIN
from supple.core.wording import seconds

QUESTION = "How does your back feel now?"
WAIT_S = 15
"""Seconds after which the session starts without an answer: nobody has to get up for it."""
GENTLE_HOLD_S = LEVELS[0].hold_s
"""The longest hold of a session begun in strong pain, in seconds."""
MUCH_TITLE = "That is a lot of pain."
MUCH_TEXT = "Please rest today, and see a doctor if it stays."
MUCH_SAID = f"{MUCH_TITLE} {MUCH_TEXT}"
"""The same, to be said."""


def gently_line(longest_s: float) -> str:
    """What starting gently means; ``longest_s`` is its longest hold in seconds, 0 for none."""
    if not longest_s:
        return "Slowly, far from any pain"
    return f"Holds of {seconds(longest_s)} at most, far from any pain"


def is_much(pain: int | None) -> bool:
    """Whether ``pain``, 0 to 10 or None when not answered, asks for a second thought."""
    return pain is not None and pain >= MUCH_PAIN


def second_digit(first: int | None, then: int) -> int:
    """What is meant by the key ``then`` shortly after ``first``: 1 and 0 are ten."""
    return 10 if (first, then) == (1, 0) else then
