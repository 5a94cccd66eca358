"""What the Today page says of the next break."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.core.breaks.status import Status

FAR_S = 6 * 3600.0
"""Seconds from which on the time of day says more than how long it takes."""


class BreakAct(StrEnum):
    """What can be asked for on the card."""

    PAUSE = "pause"
    """No breaks for an hour."""
    SKIP = "skip"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class BreakCardView:
    """The card at one moment."""

    headline: str = ""
    """Such as ``24 min``; "" while nothing is known yet."""
    beside: str = ""
    """Small, beside the title, such as ``at 14:30``."""
    line: str = ""
    """A sentence below; "" where the headline says it all."""
    acts: tuple[BreakAct, ...] = ()


_WAITS = (BreakAct.PAUSE, BreakAct.SKIP)


def card_of(status: Status) -> BreakCardView:
    """The card where breaks stand like ``status``."""
    # The card is laid out with the first page, and filled in when that was seen.
    from supple.core.breaks.status import Phase

    match status.phase:
        case Phase.WAITING | Phase.SNOOZED:
            return _coming(status)
        case Phase.OUTSIDE:
            line = "Outside your hours" if status.when else status.text
            day, _, clock = status.when.rpartition(" ")
            return BreakCardView(clock or "None", day, line)
        case Phase.PAUSED:
            return BreakCardView("Paused", line=status.text, acts=(BreakAct.RESUME,))
        case Phase.HELD:
            return BreakCardView("Due", line=status.text, acts=_WAITS)
        case Phase.PROMPT:
            return BreakCardView("Now", line=status.text)
        case Phase.AWAY:
            return BreakCardView("Away", line="The count starts anew when you are back.")
        case Phase.BREAK:
            return BreakCardView("Now", line=status.text)
        case Phase.OFF:
            return BreakCardView("Off", line=status.text)


def _coming(status: Status) -> BreakCardView:
    from supple.core.breaks import words
    from supple.core.breaks.status import Phase

    left_s = status.next_in_s or 0.0
    line = "Snoozed" if status.phase is Phase.SNOOZED else ""
    if left_s >= FAR_S:
        day, _, clock = status.when.rpartition(" ")
        return BreakCardView(clock, day, line, _WAITS)
    return BreakCardView(words.wait(left_s), f"at {status.when}", line, _WAITS)
