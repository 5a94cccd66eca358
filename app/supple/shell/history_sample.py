"""A made-up year of practice on a fixed day, for pictures and for the tests of the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from supple.core.assessment import Assessment, Check
from supple.core.day_off import Off
from supple.core.ended import Ended
from supple.core.history_view import HistoryView, SessionsView
from supple.core.overview import Totals, build_overview
from supple.core.routine import Dose, Position, Side, Sides, Stretch
from supple.core.session_head import SessionHead
from supple.core.session_list import build_sessions

TODAY = date(2026, 10, 22)
"""A Thursday."""
GOAL = 5
_FIRST = date(2026, 3, 14)
_HELD_MIN = (4, 8, 13, 4, 22, 6, 9, 12, 5, 17)
"""Minutes of the days with a session, over and over."""
_THIN = [date(2026, 8, 31) + timedelta(days=n) for n in range(7)]
"""A week that did not meet the goal."""
_ANGLES = ((41, 46), (44, 48), (45, 52), (49, 53), (51, 57), (54, 58))
_PAIN = ((6, 5), (5, 4), (6, 4), (5, 4), (5, 3), (4, 3), (5, 3), (4, 2), (4, 3), (3, 2), (4, 2))
_ROUTINES = (("desk-break", "Desk break"), ("lying-down", "Lying down"))
_LINES: tuple[tuple[int, int, int, tuple[int, int] | None, str, Ended], ...] = (
    (0, 632, 0, (4, 3), "", Ended.FINISHED),
    (2, 1210, 1, (4, 2), "Left side tighter", Ended.FINISHED),
    (3, 1204, 1, (5, 3), "", Ended.FINISHED),
    (3, 871, 0, None, "", Ended.STOPPED),
    (6, 1202, 1, (5, 3), "Slept badly", Ended.FINISHED),
    (7, 1220, 1, (3, 5), "", Ended.HURT),
    (9, 630, 0, None, "", Ended.CRASHED),
)
"""Days ago, minute of the day, routine, pain, note, how it ended."""


def year() -> HistoryView:
    """After some months of practice: a few days off, six checks, eleven rated sessions."""
    return build_overview(_totals(), _STRETCHES, TODAY, GOAL)


def first_week() -> HistoryView:
    """After two sessions: little to show, and no line that says more than there is."""
    days = [(TODAY - timedelta(days=ago), 240.0, 1) for ago in (2, 0)]
    pain = [(day, 4, 3) for day, _, _ in days]
    totals = Totals(days, _held(), pain, len(pain), _checks()[-1:])
    return build_overview(totals, _STRETCHES, TODAY, GOAL)


def nothing() -> HistoryView:
    """Before the first session."""
    return build_overview(Totals(), _STRETCHES, TODAY, GOAL)


def sessions() -> SessionsView:
    """The latest sessions, one of each kind."""
    heads = [_head(n) for n in range(len(_LINES))]
    total_s = sum(head.held_s for head in heads)
    return build_sessions(heads, len(heads), total_s, _ROUTINES, TODAY)


def no_sessions() -> SessionsView:
    """What a filter that nothing fits shows."""
    return build_sessions([], 0, 0.0, _ROUTINES, TODAY)


def _totals() -> Totals:
    pain_days = [TODAY - timedelta(days=ago) for ago in range(2 * len(_PAIN), 0, -2)]
    return Totals(
        days=_days(),
        stretches=_held(),
        pain=[(day, *pair) for day, pair in zip(pain_days, _PAIN, strict=True)],
        pain_count=len(_PAIN),
        assessments=_checks(),
        days_off=_days_off(),
    )


def _days() -> list[tuple[date, float, int]]:
    """Ever more days a week, but for a thin one in the summer; three days of this week."""
    found = []
    for n in range((TODAY - _FIRST).days + 1):
        day = _FIRST + timedelta(days=n)
        a_week = 2 if day in _THIN else min(2 + n // 25, 6)
        wanted = (n * 5) % 7 < a_week or day >= TODAY - timedelta(days=3)
        if wanted and day not in _days_off():
            found.append((day, 60.0 * _HELD_MIN[n % len(_HELD_MIN)], 1 + n % 2))
    return found


def _days_off() -> Mapping[date, Off]:
    away = {date(2026, 7, 6) + timedelta(days=n): Off.TRAVEL for n in range(7)}
    ill = {date(2026, 9, 14) + timedelta(days=n): Off.ILL for n in range(3)}
    return {**away, **ill, TODAY - timedelta(days=1): Off.REST}


def _checks() -> list[Assessment]:
    first = datetime(2026, 8, 6, 8, 30, tzinfo=UTC)
    return [
        Assessment(f"check-{n}", Check.LEG_RAISE, first + timedelta(days=14 * n), left, right)
        for n, (left, right) in enumerate(_ANGLES)
    ]


def _held() -> list[tuple[date, str, str, float]]:
    monday = TODAY - timedelta(days=3)
    return [
        (monday, "both-legs", Side.BOTH, 180.0),
        (monday, "one-leg", Side.LEFT, 160.0),
        (monday, "one-leg", Side.RIGHT, 220.0),
        (TODAY, "hip", Side.LEFT, 60.0),
        (TODAY, "hip", Side.RIGHT, 60.0),
    ]


def _head(n: int) -> SessionHead:
    ago, minute, routine, pain, note, ended = _LINES[n]
    day = TODAY - timedelta(days=ago)
    at = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=UTC)
    return SessionHead(
        id=f"session-{n}",
        routine=_ROUTINES[routine][0],
        routine_name=_ROUTINES[routine][1],
        started_at=at,
        ended=ended,
        held_s=540.0 if routine else 240.0,
        pain_before=pain[0] if pain else None,
        pain_after=pain[1] if pain else None,
        note=note,
    )


def _stretch(name: str, sides: Sides, muscle: str) -> Stretch:
    return Stretch(name, name, Position.LYING, sides, 1, (), Dose(hold_s=30), focus=(muscle,))


_STRETCHES = {
    stretch.id: stretch
    for stretch in (
        _stretch("both-legs", Sides.BOTH, "hamstrings"),
        _stretch("one-leg", Sides.EACH, "hamstrings"),
        _stretch("hip", Sides.EACH, "hip-flexors"),
    )
}
