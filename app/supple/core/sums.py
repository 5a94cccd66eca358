"""Seconds held and sessions: today, this week, this month, in all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from supple.core.days import week_start
from supple.core.history_view import Sum, Sums


def sums(totals: Iterable[tuple[date, float, int]], today: date, first: int) -> Sums:
    """What was done up to ``today``; ``all`` has every day there is, whatever the clock says now.

    A clock set back and a flight west leave days that have not come yet. They are part of the
    whole and of no span until they have come. ``first``: 0 Monday to 6 Sunday.
    """
    since = (today, week_start(today, first), today.replace(day=1), date.min)
    until = (today, today, today, date.max)
    held, sessions = [0.0] * 4, [0] * 4
    for day, held_s, count in totals:
        for n in range(4):
            if since[n] <= day <= until[n]:
                held[n] += held_s
                sessions[n] += count
    return Sums(*(Sum(held[n], sessions[n]) for n in range(4)))
