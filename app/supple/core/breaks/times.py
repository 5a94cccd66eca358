"""Times of day, ranges of them and fixed times, as settings have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from supple.core.breaks.kinds import DAYS as DAYS

DAY_MIN: Final = 24 * 60
OCCASIONS: Final = ("rising", "bedtime")
"""What a fixed time may be for, as routines name it."""
_CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])|24:00")


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Minutes of the day, ``end`` not included; past midnight when it is not after ``begin``."""

    begin: int
    """0 to 1439."""
    end: int
    """0 to 1440."""

    @property
    def last(self) -> int:
        """The end in minutes of the day it begins on, up to 2879."""
        return self.end if self.end > self.begin else self.end + DAY_MIN


@dataclass(frozen=True, slots=True, order=True)
class FixedTime:
    """A time of day that asks for a routine."""

    minute: int
    """Of the day, 0 to 1439."""
    occasion: str = ""
    """One of ``OCCASIONS``, or "" for an ordinary break."""

    @property
    def clock(self) -> str:
        """Such as ``07:00``."""
        return clock(self.minute)


def clock(minute: int) -> str:
    """A minute of the day such as ``09:05``."""
    return f"{minute // 60:02}:{minute % 60:02}"


def minute_of(text: str) -> int:
    """Minutes of the day of ``HH:MM``, up to ``24:00``. Raises ValueError for anything else."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a time of day such as 09:30.")
    return DAY_MIN if found[1] is None else int(found[1]) * 60 + int(found[2])


def range_of(text: str) -> Range:
    """A range of ``HH:MM-HH:MM``. Raises ValueError for anything else, and for an empty one."""
    begin, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f"{text!r} is not a range such as 09:00-17:30.")
    found = Range(minute_of(begin), minute_of(end))
    if found.begin == DAY_MIN or found.begin == found.end:
        raise ValueError(f"{text!r} has no length.")
    return found


def fixed_of(text: str) -> FixedTime:
    """A fixed time of ``HH:MM`` or ``HH:MM rising``. Raises ValueError for anything else."""
    time, space, occasion = text.partition(" ")
    minute = minute_of(time)
    if minute == DAY_MIN or (space and occasion not in OCCASIONS):
        raise ValueError(f"{text!r} is not a time such as 10:30 or 07:00 rising.")
    return FixedTime(minute, occasion)
