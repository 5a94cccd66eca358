"""What the day totals say: this week, and how many weeks in a row met the goal.

Streaks count weeks, never days, so a missed day costs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LEAST_HELD_S = 15.0
"""Held seconds from which a day counts: the shortest hold the sources speak of."""
GOAL_DAYS = range(2, 8)
"""The weekly goals to choose from, in days."""
MONDAY = 0
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """One week against its goal."""

    start: date
    """Its first day."""
    days: tuple[bool, ...]
    """Seven, from ``start``: whether that day counts."""
    today: int
    """Index into ``days`` of the day it is looked at."""
    goal: int
    """Days wanted in a week, 2 to 7."""
    in_a_row: int
    """Weeks in a row that met the goal, this one included once it has."""

    @property
    def done(self) -> int:
        """How many days of this week count, 0 to 7."""
        return sum(self.days)

    @property
    def left(self) -> int:
        """How many days are still wanted, 0 to 7."""
        return max(0, self.goal - self.done)

    @property
    def fraction(self) -> float:
        """How much of the goal is reached, 0 to 1."""
        return min(1.0, self.done / self.goal)


def week_start(day: date, first: int = MONDAY) -> date:
    """The first day of the week ``day`` is in. ``first``: 0 Monday to 6 Sunday."""
    return day - timedelta(days=(day.weekday() - first) % 7)


def days_done(
    totals: Iterable[tuple[date, float]], least_s: float = LEAST_HELD_S
) -> frozenset[date]:
    """The days on which at least ``least_s`` seconds were held; equal dates are added up."""
    held: defaultdict[date, float] = defaultdict(float)
    for day, held_s in totals:
        held[day] += held_s
    return frozenset(day for day, held_s in held.items() if held_s >= least_s)


def weeks_in_a_row(done: Collection[date], today: date, goal: int, first: int = MONDAY) -> int:
    """Weeks in a row with at least ``goal`` days done, up to this week.

    The current week adds one once it has met the goal and never ends the row
    before. Days after ``today`` (a clock set back, a flight west) do not count.
    """
    counts: defaultdict[date, int] = defaultdict(int)
    for day in set(done):
        if day <= today:
            counts[week_start(day, first)] += 1
    now = week_start(today, first)
    row = int(counts.get(now, 0) >= goal)
    earlier = now - _WEEK
    while counts.get(earlier, 0) >= goal:
        row += 1
        earlier -= _WEEK
    return row


def week_of(
    totals: Iterable[tuple[date, float]],
    today: date,
    goal: int,
    first: int = MONDAY,
    least_s: float = LEAST_HELD_S,
) -> Week:
    """The week ``today`` is in. Raises ``ValueError`` for a goal outside 2 to 7."""
    if goal not in GOAL_DAYS:
        raise ValueError(f"A weekly goal is 2 to 7 days, not {goal}.")
    done = days_done(totals, least_s)
    start = week_start(today, first)
    week = tuple(start + timedelta(days=n) for n in range(7))
    return Week(
        start=start,
        days=tuple(day in done and day <= today for day in week),
        today=(today - start).days,
        goal=goal,
        in_a_row=weeks_in_a_row(done, today, goal, first),
    )
