"""Each week's done and free days, and how many weeks in a row met the goal.

A day the person marked as off never counts as done by itself. It makes its week lighter: a
week that meets the goal adds one to the row; a week that meets only the goal reduced in
proportion to its free days neither adds to the row nor ends it. What was held on a day off
counts like any other. All weeks are measured by the goal as it is now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from supple.core.days import MONDAY
from supple.core.goal import GoalCounts

WEEK = 7
"""Days; weeks are told apart by the ordinal of their first day."""


class Weeks:
    """Every week's count and free days as they stand on one day."""

    def __init__(
        self,
        done: Mapping[date, int],
        today: date,
        first: int = MONDAY,
        counts: GoalCounts = GoalCounts.DAYS,
        off: Collection[date] = (),
    ) -> None:
        """``done``: the days that count, each with its sessions. ``first``: 0 Monday to 6 Sunday.

        Days after ``today`` (a clock set back, a flight west) wait until they have come.
        """
        self.counts = counts
        self._first = first
        self._done: defaultdict[int, int] = defaultdict(int)
        self._free: defaultdict[int, int] = defaultdict(int)
        self.this = self.week(today)
        """This week."""
        each = counts is GoalCounts.DAYS
        for day, sessions in done.items():
            if day <= today:
                self._done[self.week(day)] += 1 if each else sessions
        for day in set(off):
            self._free[self.week(day)] += 1

    def week(self, day: date) -> int:
        """The week ``day`` is in."""
        ordinal = day.toordinal()
        return ordinal - (ordinal - 1 - self._first) % WEEK

    def all(self) -> range:
        """Every week from the first with something done to this one; empty without any."""
        return range(min(self._done, default=self.this + WEEK), self.this + 1, WEEK)

    def done(self, week: int) -> int:
        """Days or sessions that count in it."""
        return self._done.get(week, 0)

    def free(self, week: int) -> int:
        """Days of it marked as off, 0 to 7."""
        return self._free.get(week, 0)

    def row(self, goal: int) -> tuple[int, int]:
        """Weeks in a row that met ``goal``, up to now and at best.

        This week adds one once it has met the goal and never ends the row before.
        """
        now = best = 0
        for week in self.all():
            done = self.done(week)
            if done >= goal:
                now += 1
                best = max(best, now)
            elif week != self.this and done < lighter(goal, self.free(week)):
                now = 0
        return now, best


def lighter(goal: int, free: int) -> int:
    """``goal`` reduced in proportion to ``free`` days of seven, rounded up; 0 when all are."""
    return -(-goal * (WEEK - free) // WEEK)
