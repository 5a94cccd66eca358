"""Which backups stay: many of the last days, few of the last year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

ALL_FOR = timedelta(days=1)
"""Every backup younger than this stays."""
DAYS, WEEKS, MONTHS = 14, 8, 12
"""For so many days, weeks and months back, the present one counted, the newest of each stays."""
FEWEST = 3
"""So many of the newest stay however old they are."""


def keep(times: Iterable[datetime], now: datetime, fewest: int = FEWEST) -> frozenset[datetime]:
    """The instants, all aware, at which a backup was made that stays.

    The days are those of UTC, weeks begin on Monday: were they those of the place the person is
    in, a journey would move a backup from one day to another. Backups of the future, made before
    a clock was set right, stay. What is dropped once is not wanted at any later time either, so
    that thinning daily, weekly or never until today ends with the same backups. Raises
    ValueError for a ``fewest`` below 1: the newest always stays.
    """
    if fewest < 1:
        raise ValueError(f"the newest backup always stays, so {fewest} is too few")
    newest_first = sorted(set(times), reverse=True)
    kept = set(newest_first[:fewest])
    kept.update(time for time in newest_first if now - time < ALL_FOR)
    for number, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        oldest = number(now) - count + 1
        newest_of = _newest_of(newest_first, number)
        kept.update(time for which, time in newest_of.items() if which >= oldest)
    return frozenset(kept)


def _newest_of(
    newest_first: Iterable[datetime], number: Callable[[datetime], int]
) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    for time in newest_first:
        found.setdefault(number(time), time)
    return found


def _day(time: datetime) -> int:
    return time.astimezone(UTC).toordinal()


def _week(time: datetime) -> int:
    # The first day of the year 1 was a Monday and has the number 1.
    return (_day(time) - 1) // 7


def _month(time: datetime) -> int:
    utc = time.astimezone(UTC)
    return utc.year * 12 + utc.month
