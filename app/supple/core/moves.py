"""Getting from one stretch to the next: nobody is to be hurried to the floor or up from it.

The times are general practice for people whose back hurts, generous on purpose:
who is ready sooner can go on by a key.
"""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.routine import Position, Stretch
from supple.core.wording import leave_line

_UP = frozenset({Position.STANDING, Position.SEATED})
_MOVES = {
    Position.LYING: "Take your time to lie down.",
    Position.FLOOR: "Take your time to sit on the floor.",
    Position.HALF_KNEELING: "Take your time to kneel down.",
    Position.SEATED: "Take your time to sit down.",
    Position.STANDING: "Take your time to stand up.",
}
_FROM_LYING = {
    Position.SEATED: "Roll to one side, then sit up slowly.",
    Position.STANDING: "Roll to one side, then stand up slowly.",
}
_THERE = "Take your time to get there."
DOWN_S = 15.0
"""From a chair or from standing to the floor, in seconds."""
UP_S = 20.0
"""From the floor to a chair or to standing: slowly, for the head's sake as well."""
TURN_S = 8.0
"""From one position on the floor to another."""
SIT_S = 6.0
"""Between chair and standing."""
AWAY_S = 5.0
"""From the keyboard to the place, before the first stretch."""
_FETCH_S = {
    "mat": 4.0,
    "strap": 8.0,
    "chair": 5.0,
    "office-chair": 6.0,
    "two-chairs": 8.0,
    "wall": 15.0,
    "partner": 6.0,
}
"""Seconds to fetch, or to get to, what a stretch needs."""
_AT_THE_DESK = frozenset({"chair", "office-chair"})
_WORDS = {
    "mat": "a mat",
    "strap": "a strap or towel",
    "chair": "a sturdy chair",
    "office-chair": "your office chair",
    "two-chairs": "two chairs",
    "wall": "a wall",
    "partner": "a partner",
}


@dataclass(frozen=True, slots=True)
class Move:
    """What has to happen before a stretch can be set up."""

    leave: str = ""
    """Such as ``Take the strap off.``; "" when nothing has to go."""
    equipment: str = ""
    """Such as ``You need a mat and a strap or towel.``; "" when nothing new is needed."""
    place: str = ""
    """Such as ``Take your time to lie down.``; "" when the position stays."""
    time_s: float = 0.0
    """Silence for it, in seconds."""


def move_between(before: Stretch | None, stretch: Stretch) -> Move:
    """What has to happen between ``before``, None at the desk, and ``stretch``."""
    had = set(before.equipment) if before else set()
    if before is None and stretch.position is Position.SEATED:
        had |= _AT_THE_DESK
    new = [thing for thing in stretch.equipment if thing not in had]
    was = before.position if before else Position.SEATED
    moves = was is not stretch.position
    time_s = _position_s(was, stretch.position) + sum(_FETCH_S.get(thing, 5.0) for thing in new)
    if before is None and stretch.position is not Position.SEATED:
        time_s += AWAY_S
    return Move(
        leave=leave_line(had - set(stretch.equipment)),
        equipment=f"You need {_listed(new)}." if new else "",
        place=_place(was, stretch.position) if moves else _THERE if "wall" in new else "",
        time_s=time_s,
    )


def _place(was: Position, now: Position) -> str:
    if was is Position.LYING and now in _UP:
        return _FROM_LYING[now]
    return _MOVES[now]


def _position_s(was: Position, now: Position) -> float:
    if was is now:
        return 0.0
    if was in _UP and now in _UP:
        return SIT_S
    if was in _UP:
        return DOWN_S
    return UP_S if now in _UP else TURN_S


def _listed(things: list[str]) -> str:
    words = [_WORDS.get(thing, f"the {thing.replace('-', ' ')}") for thing in things]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
