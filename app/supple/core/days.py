"""The day something counts for, and the week a day is in.

Only the wall clock of the place a session was started at is looked at, never the difference
of two instants: nights with 23 or 25 hours, flights and clocks set back move nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

MONDAY = 0
DAY_ENDS_H = range(7)
"""The hours to choose from at which a day may end: midnight to 6 in the morning."""
_DAY = timedelta(days=1)


def counted_day(instant: datetime, day_ends_h: int = 0) -> date:
    """The day ``instant`` counts for: its own local date, or the one before in the small hours.

    ``instant`` keeps the offset of its place; it is not converted. Raises ``ValueError`` for a
    day that ends outside 0 to 6.
    """
    if day_ends_h not in DAY_ENDS_H:
        raise ValueError(f"A day ends from 0 to {DAY_ENDS_H.stop - 1}, not {day_ends_h}.")
    day = instant.date()
    return day - _DAY if instant.hour < day_ends_h else day


def week_start(day: date, first: int = MONDAY) -> date:
    """The first day of the week ``day`` is in. ``first``: 0 Monday to 6 Sunday."""
    return day - timedelta(days=(day.weekday() - first) % 7)
