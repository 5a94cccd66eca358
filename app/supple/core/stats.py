"""What the day totals say of this week and of the weeks before.

Streaks count weeks, never days, so a missed day costs nothing. Only held time counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from supple.core.days import MONDAY as MONDAY
from supple.core.goal import GoalCounts
from supple.core.weeks import Weeks

LEAST_HELD_S = 15.0
"""Held seconds from which a day counts: the shortest hold the sources speak of."""
GOAL_DAYS = range(2, 8)
"""The weekly goals to choose from, in days or sessions."""
DayTotal = tuple[date, float] | tuple[date, float, int]
"""A day, the seconds held on it, and its sessions; one session where that is not said."""


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
    """Days or sessions wanted in a week, 2 to 7."""
    in_a_row: int
    """Weeks in a row that met the goal, this one included once it has."""
    best: int = 0
    """The longest row of weeks there ever was."""
    counts: GoalCounts = GoalCounts.DAYS
    sessions: int = 0
    """Sessions of the days that count."""
    off: tuple[bool, ...] = (False,) * 7
    """Seven, from ``start``: whether the person marked that day as off."""

    @property
    def done(self) -> int:
        """How many days or sessions of this week count."""
        return sum(self.days) if self.counts is GoalCounts.DAYS else self.sessions

    @property
    def left(self) -> int:
        """How many are still wanted, 0 to 7."""
        return max(0, self.goal - self.done)

    @property
    def in_reach(self) -> bool:
        """Whether the goal can still be met in what is left of the week, today included."""
        if self.counts is not GoalCounts.DAYS:
            return True
        return self.left <= 7 - self.today - self.days[self.today]

    @property
    def fraction(self) -> float:
        """How much of the goal is reached, 0 to 1."""
        return min(1.0, self.done / self.goal)

    @property
    def unit(self) -> str:
        """``days`` or ``sessions``."""
        return self.counts.value


def days_done(totals: Iterable[DayTotal], least_s: float = LEAST_HELD_S) -> dict[date, int]:
    """The days on which at least ``least_s`` seconds were held, each with its sessions.

    Equal dates are added up.
    """
    held: dict[date, tuple[float, int]] = {}
    for total in totals:
        day, held_s = total[0], total[1]
        count = total[2] if len(total) == 3 else 1
        if day in held:
            before = held[day]
            held_s, count = before[0] + held_s, before[1] + count
        held[day] = (held_s, count)
    return {day: found[1] for day, found in held.items() if found[0] >= least_s}


def week_of(
    totals: Iterable[DayTotal],
    today: date,
    goal: int,
    first: int = MONDAY,
    counts: GoalCounts = GoalCounts.DAYS,
    off: Collection[date] = (),
) -> Week:
    """The week ``today`` is in, with ``off`` the days marked as off.

    Raises ``ValueError`` for a goal outside 2 to 7.
    """
    done = days_done(totals)
    return week_among(Weeks(done, today, first, counts, off), done, today, goal, off)


def week_among(
    weeks: Weeks, done: Mapping[date, int], today: date, goal: int, off: Collection[date]
) -> Week:
    """:func:`week_of` where the weeks are counted already."""
    if goal not in GOAL_DAYS:
        raise ValueError(f"A weekly goal is 2 to 7, not {goal}.")
    start = date.fromordinal(weeks.this)
    week = tuple(start + timedelta(days=n) for n in range(7))
    in_a_row, best = weeks.row(goal)
    return Week(
        start=start,
        days=tuple(day in done and day <= today for day in week),
        today=(today - start).days,
        goal=goal,
        in_a_row=in_a_row,
        best=best,
        counts=weeks.counts,
        sessions=sum(done.get(day, 0) for day in week if day <= today),
        off=tuple(day in off for day in week),
    )
