"""A made-up year of practice, for pictures of the History page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from supple.core.assessment import Assessment, Check
from supple.core.day_off import Off
from supple.core.dose import main_muscle
from supple.core.ended import Ended
from supple.core.history_ask import EditableSession
from supple.core.history_view import HistoryView, SessionsView
from supple.core.overview import Totals, build_overview
from supple.core.routine import Side, Stretch
from supple.core.session_head import SessionHead
from supple.core.session_list import build_sessions

_FIRST = date(2026, 3, 2)
_HABIT = (70, 55, 75, 50, 40, 15, 20)
"""Chances in a hundred of each weekday, Monday first, once the habit stands."""
_MINUTES = (4, 4, 9, 9, 13, 22)
_PAIN = (
    *((6, 5), (5, 4), (6, 4), (5, 4), (5, 3), (4, 3)),
    *((5, 3), (4, 2), (4, 3), (3, 2), (4, 2), (4, 3)),
)
_ANGLES = ((41, 46), (44, 48), (45, 52), (49, 53), (51, 57), (54, 58))
_HABIT_FROM = date(2026, 9, 7)
"""From then on it was five days in every week."""
_ILL = date(2026, 8, 24)
_TRAVEL = date(2026, 7, 6)
_SESSIONS = (
    (0, 10, 32, "desk-break", "Desk break", 4, (4, 3), "", Ended.FINISHED),
    (2, 20, 10, "lying-down", "Lying down", 9, (4, 2), "Left side tighter", Ended.FINISHED),
    (3, 20, 4, "lying-down", "Lying down", 9, (5, 3), "", Ended.FINISHED),
    (3, 14, 31, "desk-break", "Desk break", 4, None, "", Ended.STOPPED),
    (5, 9, 15, "morning", "Morning loosener", 6, (4, 2), "", Ended.FINISHED),
    (6, 20, 2, "lying-down", "Lying down", 9, (5, 3), "Slept badly", Ended.FINISHED),
    (7, 20, 20, "lying-down", "Lying down", 9, (5, 3), "", Ended.FINISHED),
    (7, 10, 30, "desk-break", "Desk break", 4, (3, 3), "", Ended.FINISHED),
)


def overview(stretches: Mapping[str, Stretch], today: date, goal: int) -> HistoryView:
    """The overview after some months."""
    monday = today - timedelta(days=today.weekday())
    used = _of_every_muscle(stretches)
    legs = [
        (monday, stretch, side, seconds)
        for stretch, seconds in used
        for side in (Side.LEFT, Side.RIGHT)
    ]
    off = {_ILL + timedelta(days=n): Off.ILL for n in range(3)}
    off |= {_TRAVEL + timedelta(days=n): Off.TRAVEL for n in range(5)}
    off[today - timedelta(days=4)] = Off.REST
    totals = Totals(
        days=_days(today, off),
        stretches=legs,
        pain=_pairs(today),
        pain_count=len(_PAIN),
        assessments=_checks(today),
        days_off=off,
    )
    return build_overview(totals, stretches, today, goal)


def _of_every_muscle(stretches: Mapping[str, Stretch]) -> list[tuple[str, float]]:
    """A stretch for each muscle that has one, and the seconds it was held this week."""
    first: dict[str, str] = {}
    for stretch in stretches.values():
        first.setdefault(main_muscle(stretch), stretch.id)
    seconds = [max(60.0, 520.0 - 130 * n) for n in range(len(first))]
    return list(zip(first.values(), seconds, strict=True))


def nothing(today: date, goal: int) -> HistoryView:
    """The overview before the first session."""
    return build_overview(Totals(), {}, today, goal)


def sessions(today: date) -> SessionsView:
    """The latest sessions."""
    heads = [_head(today, n) for n in range(len(_SESSIONS))]
    routines = [("desk-break", "Desk break"), ("lying-down", "Lying down")]
    return build_sessions(heads, len(heads), 106 * 60.0, routines, today)


def editable(today: date) -> EditableSession:
    """One of them, to be corrected."""
    head = _head(today, 1)
    now = datetime(today.year, today.month, today.day, 14, 0, tzinfo=UTC)
    return EditableSession(
        head.id,
        head.routine_name,
        head.started_at,
        head.held_s,
        head.pain_before,
        head.pain_after,
        head.note,
        now,
    )


def _days(today: date, off: Mapping[date, Off]) -> list[tuple[date, float, int]]:
    """Days with what was held on them: now and then at first, most days later.

    Not yesterday: the same person's page Today has none there either.
    """
    found = []
    yesterday = today - timedelta(days=1)
    day = _FIRST
    while day <= today:
        weeks = (day - _FIRST).days / 7
        chance = _HABIT[day.weekday()] * min(1.0, 0.35 + weeks / 24)
        throw = _throw(day, 1)
        habit = day >= _HABIT_FROM and day.weekday() < 5 and (today - day).days > today.weekday()
        done = (throw < chance or habit or day == today) and day != yesterday
        if done and day not in off:
            minutes = 4 if day == today else _MINUTES[_throw(day, 2) % len(_MINUTES)]
            found.append((day, minutes * 60.0, 2 if minutes > 10 else 1))
        day += timedelta(days=1)
    return found


def _throw(day: date, salt: int) -> int:
    """0 to 99, always the same for a day."""
    number = day.toordinal() * 2654435761 + salt * 40503
    return (number ^ (number >> 13)) * 2246822519 % 4294967296 // 7 % 100


def _pairs(today: date) -> list[tuple[date, int, int]]:
    first = today - timedelta(days=2 * (len(_PAIN) - 1))
    pairs = enumerate(_PAIN)
    return [(first + timedelta(days=2 * n), before, after) for n, (before, after) in pairs]


def _checks(today: date) -> list[Assessment]:
    """One every two weeks."""
    checks = []
    for n, (left, right) in enumerate(reversed(_ANGLES)):
        day = today - timedelta(days=6 + 14 * n)
        at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
        checks.append(Assessment(f"check-{n}", Check.LEG_RAISE, at, float(left), float(right)))
    return checks


def _head(today: date, n: int) -> SessionHead:
    ago, hour, minute, routine, name, minutes, pain, note, ended = _SESSIONS[n]
    day = today - timedelta(days=ago)
    before, after = pain or (None, None)
    return SessionHead(
        id=f"session-{n}",
        routine=routine,
        routine_name=name,
        started_at=datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC),
        ended=ended,
        held_s=minutes * 60.0,
        pain_before=before,
        pain_after=after,
        note=note,
    )
