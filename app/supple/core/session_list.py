"""The Sessions tab: its lines, and the spans of time to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supple.core import labels
from supple.core.days import MONDAY, week_start
from supple.core.ended import Ended
from supple.core.history_ask import Period
from supple.core.history_view import SessionRow, SessionsView

if TYPE_CHECKING:
    from supple.core.session_head import SessionHead

PERIODS = {
    Period.WEEK: "This week",
    Period.MONTH: "This month",
    Period.QUARTER: "Last 3 months",
    Period.YEAR: "This year",
    Period.ALL: "All time",
}
"""What each span is called, in the order they are shown."""
NOT_RATED = "Not rated"
_ENDED = {
    Ended.STOPPED: "Stopped early",
    Ended.HURT: "Stopped, it hurt",
    Ended.CRASHED: "Cut short",
}


def span(period: Period, today: date, first: int = MONDAY) -> tuple[date | None, date | None]:
    """First and last day of a period, both included; None where it is open.

    No period ends today: a session of a day that has not come yet, after a flight west, is in.
    """
    if period is Period.WEEK:
        return week_start(today, first), None
    if period is Period.MONTH:
        return today.replace(day=1), None
    if period is Period.QUARTER:
        return months_before(today, 3) + timedelta(days=1), None
    if period is Period.YEAR:
        return today.replace(month=1, day=1), None
    return None, None


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    whole = day.year * 12 + day.month - 1 - months
    first = date(whole // 12, whole % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def build_sessions(
    heads: Iterable[SessionHead],
    total: int,
    held_s: float,
    routines: Sequence[tuple[str, str]],
    today: date,
) -> SessionsView:
    """The tab: ``heads`` are the lines to show, ``total`` and ``held_s`` those of all that match.

    ``routines``: id and name of every routine there are sessions of. ``today`` is the counted day.
    """
    return SessionsView(
        rows=tuple(session_row(head, today) for head in heads),
        total=total,
        summary=_summary(total, held_s),
        routines=tuple(routines),
        any_session=bool(routines),
    )


def session_row(head: SessionHead, today: date) -> SessionRow:
    """One line, with the date and time the clock on the wall showed."""
    day = labels.short_day(head.day, today)
    time = f"{head.started_at:%H:%M}"
    length = labels.minutes(head.held_s)
    pain = pain_words(head.pain_before, head.pain_after)
    note = ". ".join(
        part for part in (ended_words(head.ended), " ".join(head.note.split())) if part
    )
    told = f"pain {pain}" if pain != NOT_RATED else "pain not rated"
    spoken = ", ".join(part for part in (day, time, head.routine_name, length, told, note) if part)
    return SessionRow(head.id, day, time, head.routine_name, length, pain, note, spoken)


def pain_words(before: int | None, after: int | None) -> str:
    """Such as ``4 to 2``; what is missing is said."""
    if before is None and after is None:
        return NOT_RATED
    if after is None:
        return f"{before} before"
    return f"{after} after" if before is None else f"{before} to {after}"


def ended_words(ended: Ended | None) -> str:
    """How a session ended when that was early; "" for one that was finished."""
    return _ENDED.get(ended, "") if ended is not None else ""


def _summary(total: int, held_s: float) -> str:
    if not total:
        return "No sessions"
    length = labels.hours(held_s)
    minutes = " min" if " h " in length else ""
    return f"{labels.plural(total, 'session')}, {length}{minutes}"
