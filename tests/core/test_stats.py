from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.stats import days_done, week_of, week_start, weeks_in_a_row

THURSDAY = date(2026, 10, 22)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
GOALS = st.integers(2, 7)
FIRSTS = st.integers(0, 6)


def week_ago(weeks: int, *days: int) -> list[date]:
    """The given days (0 Monday) of the week ``weeks`` before the one of THURSDAY."""
    monday = date(2026, 10, 19) - timedelta(weeks=weeks)
    return [monday + timedelta(days=day) for day in days]


def test_the_week_starts_on_monday_by_default() -> None:
    assert week_start(THURSDAY) == date(2026, 10, 19)
    assert week_start(date(2026, 10, 25)) == date(2026, 10, 19)


def test_the_week_can_start_on_sunday() -> None:
    assert week_start(THURSDAY, first=6) == date(2026, 10, 18)
    assert week_start(date(2026, 10, 18), first=6) == date(2026, 10, 18)


def test_sessions_of_one_day_are_added_up() -> None:
    assert days_done([(THURSDAY, 9.0), (THURSDAY, 6.0)]) == {THURSDAY}


def test_a_day_hardly_started_does_not_count() -> None:
    assert days_done([(THURSDAY, 14.9)]) == frozenset()


def test_this_week_shows_its_days() -> None:
    totals = [(day, 60.0) for day in week_ago(0, 0, 1, 3)]
    week = week_of(totals, THURSDAY, goal=5)
    assert week.days == (True, True, False, True, False, False, False)
    assert (week.done, week.left, week.today) == (3, 2, 3)
    assert week.fraction == pytest.approx(0.6)


def test_more_days_than_the_goal_leave_nothing_to_do() -> None:
    week = week_of([(day, 60.0) for day in week_ago(0, 0, 1, 2, 3)], THURSDAY, goal=2)
    assert week.left == 0
    assert week.fraction == 1.0


def test_the_row_counts_weeks_before_an_unfinished_one() -> None:
    done = [*week_ago(0, 0), *week_ago(1, 0, 1, 2), *week_ago(2, 4, 5, 6), *week_ago(3, 0)]
    assert weeks_in_a_row(done, THURSDAY, goal=3) == 2


def test_the_current_week_adds_one_when_it_meets_the_goal() -> None:
    done = [*week_ago(0, 0, 1, 3), *week_ago(1, 0, 1, 2)]
    assert weeks_in_a_row(done, THURSDAY, goal=3) == 2


def test_a_week_short_of_the_goal_ends_the_row() -> None:
    done = [*week_ago(1, 0, 1), *week_ago(2, 0, 1, 2)]
    assert weeks_in_a_row(done, THURSDAY, goal=3) == 0


def test_days_to_come_do_not_count() -> None:
    done = week_ago(0, 0, 4, 5)
    assert weeks_in_a_row(done, THURSDAY, goal=3) == 0
    assert week_of([(day, 60.0) for day in done], THURSDAY, goal=3).done == 1


@pytest.mark.parametrize("goal", [0, 1, 8])
def test_a_goal_no_week_can_have_is_refused(goal: int) -> None:
    with pytest.raises(ValueError, match="2 to 7"):
        week_of([], THURSDAY, goal)


@given(day=DAYS, first=FIRSTS)
def test_every_day_is_in_its_week(day: date, first: int) -> None:
    start = week_start(day, first)
    assert start.weekday() == first
    assert start <= day < start + timedelta(days=7)


@given(days=st.sets(DAYS), today=DAYS, goal=GOALS, first=FIRSTS)
def test_one_more_day_never_shortens_the_row(
    days: set[date], today: date, goal: int, first: int
) -> None:
    before = weeks_in_a_row(days, today, goal, first)
    assert weeks_in_a_row(days | {today}, today, goal, first) >= before


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
    assert weeks_in_a_row(done, today, goal, first) == weeks


@given(totals=st.lists(st.tuples(DAYS, st.floats(0, 4000))), today=DAYS, goal=GOALS, first=FIRSTS)
def test_the_week_is_always_sound(
    totals: list[tuple[date, float]], today: date, goal: int, first: int
) -> None:
    week = week_of(totals, today, goal, first)
    assert len(week.days) == 7
    assert week.start + timedelta(days=week.today) == today
    assert 0 <= week.fraction <= 1
    assert week.done + week.left >= goal
    assert not any(week.days[week.today + 1 :])
