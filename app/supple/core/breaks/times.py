"""Times of day, ranges of them and fixed times, as settings have them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from supple.core.breaks.kinds import DAYS as DAYS

DAY_MIN: Final = 24 * 60
OCCASIONS: Final = ("rising", "bedtime")
"""What a fixed time may be for, as routines name it."""
DAILY: Final = "daily"
"""Every day, as a fixed time has it."""
EVERY_DAY: Final = tuple(range(len(DAYS)))
_ROUTINE: Final = "routine:"
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID: Final = 64
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
    days: tuple[int, ...] = ()
    """Weekdays of its own, 0 Monday to 6 Sunday, in order; () for the usual ones: every day for
    an occasion, else the days with breaks."""
    routine: str = ""
    """Id of the routine it asks for; "" for what fits."""

    @property
    def clock(self) -> str:
        """Such as ``07:00``."""
        return clock(self.minute)

    @property
    def plain(self) -> bool:
        """Whether it is a break from work like those of the interval, but at its time."""
        return not (self.occasion or self.days or self.routine)

    @property
    def usual(self) -> bool:
        """Whether it comes on the days with breaks, and not on days of its own."""
        return not (self.days or self.occasion)

    @property
    def text(self) -> str:
        """As settings have it: :func:`fixed_of` reads the same from it."""
        days = DAILY if self.days == EVERY_DAY else ",".join(DAYS[day] for day in self.days)
        routine = f"{_ROUTINE}{self.routine}" if self.routine else ""
        return " ".join(part for part in (self.clock, self.occasion, days, routine) if part)

    def days_in(self, usual: Collection[int]) -> tuple[int, ...]:
        """The weekdays it comes on. ``usual``: those with breaks."""
        return tuple(sorted(usual)) if self.usual else self.days or EVERY_DAY


def key_of(day: date, clock: str) -> str:
    """What a fixed time of one day is remembered by."""
    return f"{day.isoformat()} {clock}"


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
    """A fixed time of ``HH:MM``, and after it what is wanted of ``rising`` or ``bedtime``, days
    such as ``mon,wed,fri`` or ``daily``, and ``routine:`` with an id, in this order.

    Raises ValueError for anything else.
    """
    time, *parts = text.split(" ")
    minute = minute_of(time)
    occasion = parts.pop(0) if parts and parts[0] in OCCASIONS else ""
    named = bool(parts) and parts[-1].startswith(_ROUTINE)
    routine = parts.pop().removeprefix(_ROUTINE) if named else ""
    days = _days_of(parts.pop()) if parts else ()
    good = days is not None and not parts and named is _is_id(routine)
    if not good or minute == DAY_MIN:
        raise ValueError(f"{text!r} is not a time such as 10:30, 07:00 rising or 20:00 mon,wed.")
    return FixedTime(minute, occasion, days or (), routine)


def _days_of(text: str) -> tuple[int, ...] | None:
    """Weekdays in their order, each once; None where they are not."""
    if text == DAILY:
        return EVERY_DAY
    named = text.split(",")
    if not set(named) <= set(DAYS):
        return None
    return tuple(sorted({DAYS.index(day) for day in named}))


def _is_id(text: str) -> bool:
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None
