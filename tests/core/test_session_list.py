from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.ended import Ended
from supple.core.history_ask import Period
from supple.core.session_head import SessionHead
from supple.core.session_list import PERIODS, build_sessions, months_before, session_row, span

THURSDAY = date(2026, 10, 22)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def head(
    ended: Ended | None = Ended.FINISHED,
    pain: tuple[int | None, int | None] = (4, 2),
    note: str = "",
    at: datetime = datetime(2026, 10, 20, 20, 10, tzinfo=UTC),
    held_s: float = 540.0,
) -> SessionHead:
    return SessionHead("a", "lying", "Lying down", at, ended, held_s, None, *pain, note)


def test_a_line_as_it_stands_in_the_list() -> None:
    row = session_row(head(note="Left side tighter"), THURSDAY)
    assert (row.id, row.day, row.time, row.routine) == ("a", "Tue 20 Oct", "20:10", "Lying down")
    assert (row.length, row.pain, row.note) == ("9 min", "4 to 2", "Left side tighter")
    assert row.spoken == "Tue 20 Oct, 20:10, Lying down, 9 min, pain 4 to 2, Left side tighter"


@pytest.mark.parametrize(
    ("pain", "text", "spoken"),
    [
        ((None, None), "Not rated", "pain not rated"),
        ((4, None), "4 before", "pain 4 before"),
        ((None, 0), "0 after", "pain 0 after"),
        ((0, 10), "0 to 10", "pain 0 to 10"),
    ],
)
def test_pain_says_what_is_missing(
    pain: tuple[int | None, int | None], text: str, spoken: str
) -> None:
    row = session_row(head(pain=pain), THURSDAY)
    assert row.pain == text
    assert row.spoken.endswith(spoken)


@pytest.mark.parametrize(
    ("ended", "note"),
    [
        (Ended.FINISHED, ""),
        (Ended.STOPPED, "Stopped early"),
        (Ended.HURT, "Stopped, it hurt"),
        (Ended.CRASHED, "Cut short"),
        (None, ""),
    ],
)
def test_how_it_ended_stands_before_the_note(ended: Ended | None, note: str) -> None:
    assert session_row(head(ended), THURSDAY).note == note
    both = f"{note}. Slept badly" if note else "Slept badly"
    assert session_row(head(ended, note="Slept badly"), THURSDAY).note == both


def test_a_long_note_is_one_line() -> None:
    assert session_row(head(note="One\n two\tthree "), THURSDAY).note == "One two three"


def test_the_clock_is_the_one_of_the_place() -> None:
    far = datetime(2026, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=13)))
    row = session_row(head(at=far), THURSDAY)
    assert (row.day, row.time) == ("Thu 1 Jan", "00:30")
    assert session_row(head(at=far), date(2027, 1, 2)).day == "Thu 1 Jan 2026"


@pytest.mark.parametrize(
    ("total", "held_s", "summary"),
    [
        (18, 6360.0, "18 sessions, 1 h 46 min"),
        (1, 240.0, "1 session, 4 min"),
        (2, 7200.0, "2 sessions, 2 h"),
        (0, 0.0, "No sessions"),
        (1, 0.0, "1 session, 0 s"),
    ],
)
def test_the_summary(total: int, held_s: float, summary: str) -> None:
    shown = build_sessions([head()], total, held_s, [("lying", "Lying down")], THURSDAY)
    assert (shown.total, shown.summary) == (total, summary)
    assert (len(shown.rows), shown.routines) == (1, (("lying", "Lying down"),))
    assert shown.any_session


def test_without_any_session_there_is_none_to_filter() -> None:
    assert not build_sessions([], 0, 0.0, [], THURSDAY).any_session


def test_every_period_has_a_name() -> None:
    assert list(PERIODS) == list(Period)


@pytest.mark.parametrize(
    ("period", "since"),
    [
        (Period.WEEK, date(2026, 10, 19)),
        (Period.MONTH, date(2026, 10, 1)),
        (Period.QUARTER, date(2026, 7, 23)),
        (Period.YEAR, date(2026, 1, 1)),
        (Period.ALL, None),
    ],
)
def test_a_period_begins(period: Period, since: date | None) -> None:
    assert span(period, THURSDAY) == (since, None)


def test_the_week_begins_as_chosen() -> None:
    assert span(Period.WEEK, THURSDAY, 6) == (date(2026, 10, 18), None)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2026, 1, 15), date(2025, 10, 15)),
        (date(2026, 3, 31), date(2025, 12, 31)),
    ],
)
def test_three_months_before(day: date, before: date) -> None:
    assert months_before(day, 3) == before


@given(today=DAYS, period=st.sampled_from(Period), first=st.integers(0, 6))
def test_today_is_in_every_period(today: date, period: Period, first: int) -> None:
    since, until = span(period, today, first)
    assert until is None
    assert since is None or today - timedelta(days=366) < since <= today
