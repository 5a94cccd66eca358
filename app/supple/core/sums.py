"""Seconds held and sessions: today, this week, this month, in all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from math import fsum

from supple.core.days import week_start
from supple.core.history_view import Sum, Sums


def sums(by_day: Mapping[date, tuple[float, int]], today: date, first: int) -> Sums:
    """What was done up to ``today``; ``all`` has every day there is, whatever the clock says now.

    ``by_day``: seconds held and sessions. A clock set back and a flight west leave days that
    have not come yet: they are part of the whole and of no span until they have come.
    ``first``: 0 Monday to 6 Sunday.
    """
    return Sums(
        today=_span(by_day, today, today),
        week=_span(by_day, week_start(today, first), today),
        month=_span(by_day, today.replace(day=1), today),
        all=_sum(by_day.values()),
    )


def _span(by_day: Mapping[date, tuple[float, int]], since: date, until: date) -> Sum:
    days = (since + timedelta(days=n) for n in range((until - since).days + 1))
    return _sum([by_day[day] for day in days if day in by_day])


def _sum(found: Collection[tuple[float, int]]) -> Sum:
    return Sum(fsum(held_s for held_s, _ in found), sum(sessions for _, sessions in found))
