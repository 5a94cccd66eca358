from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.days import week_start
from supple.core.goal import GoalCounts
from supple.core.weeks import Weeks, lighter

THURSDAY = date(2026, 10, 22)
MONDAY = date(2026, 10, 19)
GOALS = st.integers(2, 7)
FIRSTS = st.integers(0, 6)
DAYS = st.dates(date(2026, 6, 1), date(2026, 12, 31))
SOME = st.sets(DAYS, max_size=60)


def week_ago(weeks: int, *days: int) -> list[date]:
    """The given days (0 Monday) of the week ``weeks`` before the one of THURSDAY."""
    return [MONDAY - timedelta(weeks=weeks) + timedelta(days=day) for day in days]


def row(
    done: list[date] | set[date],
    goal: int,
    today: date = THURSDAY,
    first: int = 0,
    off: list[date] | set[date] | None = None,
) -> tuple[int, int]:
    return Weeks(dict.fromkeys(done, 1), today, first, off=off or ()).row(goal)


def test_without_any_day_there_is_no_row() -> None:
    assert row([], 3) == (0, 0)
    assert not Weeks({}, THURSDAY).all()


def test_the_row_counts_weeks_before_an_unfinished_one() -> None:
    done = [*week_ago(0, 0), *week_ago(1, 0, 1, 2), *week_ago(2, 4, 5, 6), *week_ago(3, 0)]
    assert row(done, 3) == (2, 2)


def test_the_current_week_adds_one_when_it_meets_the_goal() -> None:
    assert row([*week_ago(0, 0, 1, 3), *week_ago(1, 0, 1, 2)], 3) == (2, 2)


def test_a_week_short_of_the_goal_ends_the_row() -> None:
    assert row([*week_ago(1, 0, 1), *week_ago(2, 0, 1, 2)], 3) == (0, 1)


def test_the_best_row_is_kept() -> None:
    long_ago = [day for week in range(5, 9) for day in week_ago(week, 0, 1, 2)]
    assert row([*long_ago, *week_ago(1, 0, 1, 2)], 3) == (1, 4)


def test_days_to_come_do_not_count() -> None:
    assert row(week_ago(0, 0, 4, 5), 3) == (0, 0)


def test_a_goal_of_sessions_counts_two_on_one_day() -> None:
    done = dict.fromkeys(week_ago(1, 0, 3), 2)
    assert Weeks(done, THURSDAY, counts=GoalCounts.SESSIONS).row(4) == (1, 1)
    assert Weeks(done, THURSDAY).row(4) == (0, 0)


@pytest.mark.parametrize(
    ("goal", "free", "wanted"), [(5, 0, 5), (5, 7, 0), (3, 2, 3), (3, 4, 2), (7, 1, 6), (2, 6, 1)]
)
def test_days_off_make_a_goal_lighter(goal: int, free: int, wanted: int) -> None:
    assert lighter(goal, free) == wanted


def test_a_week_off_neither_adds_nor_ends() -> None:
    done = [*week_ago(1, 0, 1, 2), *week_ago(3, 0, 1, 2)]
    assert row(done, 3, off=week_ago(2, *range(7))) == (2, 2)
    assert row(done, 3) == (1, 1)


def test_a_week_half_off_wants_half_as_much_and_adds_nothing() -> None:
    done = [*week_ago(1, 0, 1, 2, 3), *week_ago(2, 0, 1), *week_ago(3, 0, 1, 2, 3)]
    assert row(done, 4, off=week_ago(2, 3, 4, 5, 6)) == (2, 2)
    assert row(done, 4, off=week_ago(2, 5, 6)) == (1, 1)


def test_the_goal_met_in_spite_of_days_off_adds_one() -> None:
    assert row(week_ago(1, 0, 1, 2), 3, off=week_ago(1, 3, 4, 5, 6)) == (1, 1)


def test_a_day_marked_twice_is_one_day_off() -> None:
    off = week_ago(2, 6, 6, 6, 6)
    assert row([*week_ago(1, 0, 1, 2), *week_ago(2, 0, 1), *week_ago(3, 0, 1, 2)], 3, off=off) == (
        1,
        1,
    )


def test_what_is_held_on_a_day_off_counts() -> None:
    assert row(week_ago(1, 0, 1, 2), 3, off=week_ago(1, 0, 1)) == (1, 1)


@given(day=DAYS, first=FIRSTS)
def test_a_week_goes_by_its_first_day(day: date, first: int) -> None:
    assert Weeks({}, THURSDAY, first).week(day) == week_start(day, first).toordinal()


@given(days=SOME, off=SOME, today=DAYS, more=DAYS, goal=GOALS, first=FIRSTS)
def test_one_more_day_never_shortens_a_row(
    days: set[date], off: set[date], today: date, more: date, goal: int, first: int
) -> None:
    before = row(days, goal, today, first, off)
    after = row(days | {more}, goal, today, first, off)
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(days=SOME, off=SOME, today=DAYS, more=DAYS, goal=GOALS, first=FIRSTS)
def test_one_more_day_off_never_ends_a_row_and_never_adds_a_week(
    days: set[date], off: set[date], today: date, more: date, goal: int, first: int
) -> None:
    before = row(days, goal, today, first, off)
    after = row(days, goal, today, first, off | {more})
    met = sum(
        Weeks(dict.fromkeys(days, 1), today, first).done(week) >= goal
        for week in Weeks(dict.fromkeys(days, 1), today, first).all()
    )
    assert before[0] <= after[0] <= met
    assert before[1] <= after[1] <= met


@given(days=SOME, off=SOME, today=DAYS, goal=GOALS, first=FIRSTS)
def test_the_best_row_is_at_least_the_present_one(
    days: set[date], off: set[date], today: date, goal: int, first: int
) -> None:
    found = row(days, goal, today, first, off)
    assert 0 <= found[0] <= found[1]


@given(days=SOME, off=SOME, goal=GOALS, first=FIRSTS, today=DAYS, later=st.integers(0, 6))
def test_the_days_of_an_unfinished_week_never_end_a_row(
    days: set[date], off: set[date], goal: int, first: int, today: date, later: int
) -> None:
    start = week_start(today, first)
    days = {day for day in days if day < start}
    rows = {row(days, goal, start + timedelta(days=n), first, off)[0] for n in (0, later)}
    assert len(rows) == 1


@given(weeks=st.integers(0, 30), today=DAYS, goal=GOALS, first=FIRSTS, data=st.data())
def test_a_row_is_as_long_as_it_was_built(
    weeks: int, today: date, goal: int, first: int, data: st.DataObject
) -> None:
    now = week_start(today, first)
    done: set[date] = set()
    for n in range(1, weeks + 1):
        start = now - timedelta(weeks=n)
        picked = data.draw(st.sets(st.integers(0, 6), min_size=goal))
        done |= {start + timedelta(days=day) for day in picked}
    assert row(done, goal, today, first) == (weeks, weeks)
