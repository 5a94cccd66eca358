"""Dates and numbers from the rows of a database.

Apart from the records, so that the first page can be drawn before the session's types are loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from supple.store.database import Database, DatabaseError


def read_day_totals(database: Database) -> list[tuple[date, float, int]]:
    """Local date, seconds held and sessions of each day on which anything was held.

    Raises UserError when the disk refuses or a row cannot be understood.
    """
    rows = database.rows(
        """
        SELECT local_date, sum(held_s), count(*) FROM session
        WHERE deleted_utc IS NULL AND held_s > 0 GROUP BY local_date ORDER BY local_date
        """
    )
    with understood(database):
        return [(date.fromisoformat(str(d)), seconds(s), whole(n)) for d, s, n in rows]


@contextmanager
def understood(database: Database) -> Iterator[None]:
    """Tell of a row that means nothing: damage the check of the file did not see."""
    try:
        yield
    except (ValueError, TypeError, OverflowError) as error:
        raise DatabaseError(
            f"{database.path} holds a row that cannot be read ({error}). It was left as it is; "
            f"a copy from {database.path.parent / 'backups'} may be put in its place."
        ) from error


def whole(value: object) -> int:
    """``value`` when it is one. Raises TypeError."""
    if isinstance(value, int):
        return value
    raise TypeError(f"{value!r} where a whole number has to be")


def seconds(value: object) -> float:
    """``value`` when it is a number. Raises TypeError."""
    if isinstance(value, int | float):
        return float(value)
    raise TypeError(f"{value!r} where seconds have to be")
