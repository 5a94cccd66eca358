"""Dates and numbers from the rows of a database.

Apart from the records, so that the first page can be drawn before the session's types are loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import cast

from supple.core.stats import LEAST_HELD_S
from supple.store.database import Database
from supple.store.sqlite_errors import MENDED, DamagedError

_DAYS = """
    SELECT local_date, sum(held_s), count(*) FILTER (WHERE held_s >= ?) FROM session
    WHERE deleted_utc IS NULL AND held_s > 0 GROUP BY local_date ORDER BY local_date
"""
_PARTS = """
    SELECT local_date,
        total(held_s) FILTER (WHERE local_minute >= ?1),
        count(*) FILTER (WHERE local_minute >= ?1 AND held_s >= ?2),
        total(held_s) FILTER (WHERE local_minute < ?1),
        count(*) FILTER (WHERE local_minute < ?1 AND held_s >= ?2)
    FROM session WHERE deleted_utc IS NULL AND held_s > 0 GROUP BY local_date ORDER BY local_date
"""
ONE_DAY = timedelta(days=1)


def read_day_totals(database: Database, day_ends_h: int = 0) -> list[tuple[date, float, int]]:
    """Date, seconds held, and sessions long enough to count, of each day with anything held.

    What began before the local hour ``day_ends_h`` belongs to the day before. Raises UserError
    when the disk refuses or a row cannot be understood.
    """
    if day_ends_h == 0:
        # The sums are SQLite's own; only the date may be damaged, and there may be thousands.
        days = cast("list[tuple[str, float, int]]", database.rows(_DAYS, (LEAST_HELD_S,)))
        with understood(database):
            return [(date.fromisoformat(day), held_s, count) for day, held_s, count in days]
    totals: list[tuple[date, float, int]] = []
    rows = database.rows(_PARTS, (day_ends_h * 60, LEAST_HELD_S))
    with understood(database):
        for text, late_s, late, early_s, early in rows:
            if early_s:
                _add(totals, person_day(text, True), seconds(early_s), whole(early))
            if late_s:
                _add(totals, person_day(text, False), seconds(late_s), whole(late))
    return totals


def _add(totals: list[tuple[date, float, int]], day: date, held_s: float, count: int) -> None:
    if totals and totals[-1][0] == day:
        _, before_s, before = totals.pop()
        held_s, count = before_s + held_s, before + count
    totals.append((day, held_s, count))


def person_day(local_date: object, early: object) -> date:
    """The day a session counts for; ``early`` when it began before the day before was over.

    Raises ValueError or OverflowError for what is no date.
    """
    day = date.fromisoformat(str(local_date))
    return day - ONE_DAY if early else day


@contextmanager
def understood(database: Database) -> Iterator[None]:
    """Tell of a row that means nothing: damage the check of the file did not see."""
    try:
        yield
    except (ValueError, TypeError, OverflowError) as error:
        raise DamagedError(
            f"{database.path} holds a row that cannot be read ({error}). It was left as it is. "
            f"{MENDED}"
        ) from error


def whole(value: object) -> int:
    """``value`` when it is one. Raises TypeError."""
    if isinstance(value, int):
        return value
    raise TypeError(f"{value!r} where a whole number has to be")


def whole_or_none(value: object) -> int | None:
    """``value`` when it is a whole number or None. Raises TypeError."""
    return None if value is None else whole(value)


def seconds(value: object) -> float:
    """``value`` when it is a number. Raises TypeError."""
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"{value!r} where seconds have to be")


def instant(value: object) -> datetime:
    """UTC text as an aware instant. Raises ValueError."""
    return datetime.fromisoformat(str(value)).astimezone(UTC)
