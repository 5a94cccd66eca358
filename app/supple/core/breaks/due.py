"""A break that is due, from its first moment to its answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supple.core.breaks.event import Hold, Reason, Wait
from supple.core.breaks.look import Look
from supple.core.breaks.rules import Rules

HELD_LOOK_S = 30.0
"""Seconds between two looks while something holds a break back."""
HOLD_LIMIT_S = 30 * 60.0
"""Seconds after which a break that is held back is shown quietly, or missed with nobody there."""
TYPING_PAUSE_S = 3.0
"""Seconds without a key that are a pause in typing."""
TYPING_LIMIT_S = 3 * 60.0
"""Seconds of typing after which the prompt comes all the same: it takes no key away."""
SHORT_AFTER = 2
"""Snoozes after which one minute is offered."""
_SHORTEST_S = 0.2


class Stage(StrEnum):
    """Where a due break stands."""

    DUE = "due"
    """To be shown as soon as nothing holds it back."""
    PROMPT = "prompt"
    SNOOZED = "snoozed"
    BREAK = "break"
    """Started; a session runs or is about to."""


@dataclass(slots=True)
class Due:
    """The one break there is at a time. Seconds of the monotonic clock."""

    reason: Reason
    since: float
    """When it became due, anew after each snooze; may be before the first look."""
    occasion: str = ""
    clock: str = ""
    """The time of day that was chosen, such as ``10:30``; "" for a break of the interval."""
    routine: str = ""
    """Id of the routine that was chosen for it; "" for what fits."""
    stage: Stage = Stage.DUE
    until: float | None = None
    """When the stage ends by itself; None while a session runs."""
    snoozes: int = 0
    unanswered: int = 0
    quiet: bool = False
    holds: tuple[Hold, ...] = ()
    typing_since: float | None = None

    @property
    def short(self) -> bool:
        """Whether to offer one minute."""
        return self.snoozes >= SHORT_AFTER

    def hold(self, look: Look, rules: Rules, away: bool) -> tuple[Hold, ...]:
        """What holds the prompt back at ``look``; notes since when somebody types."""
        holds: list[Hold] = [Wait.LOCKED] if look.locked else [Wait.AWAY] if away else []
        holds += sorted(look.busy & rules.busy)
        if holds:
            self.typing_since = None
            return tuple(holds)
        if not rules.wait_for_pause or look.idle_s is None or look.idle_s >= TYPING_PAUSE_S:
            return ()
        if self.typing_since is None:
            self.typing_since = look.at
        typed_s = look.at - self.typing_since
        return (Wait.TYPING,) if typed_s < TYPING_LIMIT_S else ()

    def next_look(self, look: Look) -> float:
        """When what holds it back at ``look`` may be over."""
        if Wait.TYPING in self.holds and self.typing_since is not None:
            pause = look.at + max(_SHORTEST_S, TYPING_PAUSE_S - (look.idle_s or 0.0))
            return min(pause, self.typing_since + TYPING_LIMIT_S)
        return min(look.at + HELD_LOOK_S, max(look.at, self.since + HOLD_LIMIT_S))
