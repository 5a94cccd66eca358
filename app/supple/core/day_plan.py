"""What of the plan is done today, what comes next, and what is left to whoever likes.

Nothing is ever late: a time that went by without a session is simply not ticked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from supple.core.breaks.times import DAY_MIN, FixedTime, key_of
from supple.core.days import counted_day

EARLY_MIN = 30
"""Minutes before its time from which on any session counts for a time without a routine."""


@dataclass(frozen=True, slots=True)
class Held:
    """A session of the day."""

    started_at: datetime
    """With the offset of its place."""
    routine: str
    """Id."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A time of the plan on one day."""

    fixed: FixedTime
    minute: int
    """Since the midnight the day begins with, 0 to 1799: small hours may belong to it."""
    done: int | None = None
    """Place of the session that counts for it; None without one."""
    next: bool = False
    """Whether it is the first to come."""


def day_plan(
    times: Collection[FixedTime],
    usual: Collection[int],
    today: date,
    now: datetime,
    held: Sequence[Held],
    offered: Collection[str],
    day_ends_h: int = 0,
) -> tuple[Planned, ...]:
    """The times of ``today``, a counted day, in order.

    ``usual`` are the weekdays with breaks, ``held`` the sessions of that day, ``offered`` the
    ids of routines that may be done: for another something else comes. Each session counts for
    one time at most: the nearest with its routine whenever that is, else the nearest without
    one that it is at most ``EARLY_MIN`` before.
    """
    rows = _rows(times, usual, today, day_ends_h)
    rows = _ticked(rows, held, today, offered)
    at = _minute(now, today) if counted_day(now, day_ends_h) == today else -1
    coming = next((n for n, r in enumerate(rows) if r.done is None and r.minute >= at), None)
    return tuple(replace(row, next=n == coming) for n, row in enumerate(rows))


def to_come(plan: Sequence[Planned]) -> int:
    """How many times are still to come today: those that went by are none."""
    begin = next((n for n, row in enumerate(plan) if row.next), len(plan))
    return sum(row.done is None for row in plan[begin:])


def done_keys(plan: Sequence[Planned], today: date) -> tuple[str, ...]:
    """The times of ``today`` that are done, as breaks remember them."""
    done = [row for row in plan if row.done is not None]
    days = [today + timedelta(days=row.minute // DAY_MIN) for row in done]
    return tuple(key_of(day, row.fixed.clock) for day, row in zip(days, done, strict=True))


def _rows(
    times: Collection[FixedTime], usual: Collection[int], today: date, day_ends_h: int
) -> list[Planned]:
    rows = []
    for fixed in times:
        late = fixed.minute < day_ends_h * 60
        day = today + timedelta(days=late)
        if day.weekday() in fixed.days_in(usual):
            rows.append(Planned(fixed, fixed.minute + DAY_MIN * late))
    return sorted(rows, key=lambda row: (row.minute, row.fixed))


def _ticked(
    rows: list[Planned], held: Sequence[Held], today: date, offered: Collection[str]
) -> list[Planned]:
    order = sorted(range(len(held)), key=lambda n: held[n].started_at)
    left = []
    for n in order:
        mine = [r for r in rows if r.done is None and r.fixed.routine == held[n].routine]
        if mine:
            rows = _with(rows, _nearest(mine, _minute(held[n].started_at, today)), n)
        else:
            left.append(n)
    for n in left:
        minute = _minute(held[n].started_at, today)
        open_ = [r for r in rows if r.done is None and r.fixed.routine not in offered]
        near = [r for r in open_ if minute >= r.minute - EARLY_MIN]
        if near:
            rows = _with(rows, _nearest(near, minute), n)
    return rows


def _nearest(rows: Sequence[Planned], minute: int) -> Planned:
    return min(rows, key=lambda row: abs(row.minute - minute))


def _with(rows: list[Planned], row: Planned, session: int) -> list[Planned]:
    return [replace(r, done=session) if r is row else r for r in rows]


def _minute(when: datetime, today: date) -> int:
    return (when.date() - today).days * DAY_MIN + when.hour * 60 + when.minute
