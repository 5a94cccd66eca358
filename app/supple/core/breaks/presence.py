"""Whether somebody works at the computer, from few looks.

The rule: with the last key at ``seen_at``, look again at ``seen_at + rest_s``. Either nobody
touched anything since, and the rest is found to the second, or somebody did, and then no pause
between two keys since ``seen_at`` can have been that long. So a look each ``rest_s`` finds every
rest that looking each second would find. Only the coming back is found late: by ``AWAY_LOOK_S``
at most, and the work is counted from the newest key known then, so that it is never counted
too long.
"""

from __future__ import annotations

from enum import Enum, auto

from supple.core.breaks.look import WATCHED, Look

AWAY_LOOK_S = 60.0
"""Seconds between two looks while nobody is there."""
WATCHED_S = 3 * 3600.0
"""Seconds without a key after which a film or a call runs on without anybody."""
JITTER_S = 1.0
"""Two reckonings of the same key may differ by this."""


class Turn(Enum):
    """What a look showed."""

    SAME = auto()
    LEFT = auto()
    """Away long enough to have rested."""
    BACK = auto()


class Presence:
    """Follows one person. Seconds of the monotonic clock."""

    def __init__(self, look: Look) -> None:
        self.seen_at = look.at
        """The last sign of somebody."""
        self.away = False
        self._locked = look.locked
        self._watched = False
        self._looked_at = look.at

    def see(self, look: Look, rest_s: float) -> Turn:
        """Take in a look."""
        sign, before = self._sign(look), self.seen_at
        if sign is not None:
            self.seen_at = max(before, min(sign, look.at))
        self._locked, self._looked_at = look.locked, look.at
        if self.away and self.seen_at > before + JITTER_S:
            self.away = False
            return Turn.BACK
        if not self.away and look.at - self.seen_at >= rest_s:
            self.away = True
            return Turn.LEFT
        return Turn.SAME

    def here(self, look: Look) -> None:
        """Somebody is known to be there, as after a session or a sleep."""
        self.seen_at = max(self.seen_at, look.at)
        self.away = False
        self._locked, self._watched, self._looked_at = look.locked, _is_watched(look), look.at

    def next_look(self, rest_s: float) -> float:
        """When to look again at the latest."""
        return self._looked_at + AWAY_LOOK_S if self.away else self.seen_at + rest_s

    def _sign(self, look: Look) -> float | None:
        """The newest sign of somebody, or None while the screen stays locked."""
        before, self._watched = self._watched, _is_watched(look)
        if look.locked and self._locked:
            return None
        if self._locked or look.idle_s is None or self._watched:
            return look.at
        # A film or a call was going on until now: whoever ended it, or locked, is there.
        still = before and look.idle_s < WATCHED_S
        return look.at if still else look.at - look.idle_s


def _is_watched(look: Look) -> bool:
    """Whether somebody sits there though no key is pressed."""
    if look.locked or look.idle_s is None or look.idle_s >= WATCHED_S:
        return False
    return not WATCHED.isdisjoint(look.busy)
