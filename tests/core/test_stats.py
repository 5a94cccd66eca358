from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.goal import GoalCounts
from supple.core.stats import days_done, week_of

THURSDAY = date(2026, 10, 22)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
GOALS = st.integers(2, 7)
FIRSTS = st.integers(0, 6)


def week_ago(weeks: int, *days: int) -> list[date]:
    """The given days (0 Monday) of the week ``weeks`` before the one of THURSDAY."""
    monday = date(2026, 10, 19) - timedelta(weeks=weeks)
    return [monday + timedelta(days=day) for day in days]


def test_sessions_of_one_day_are_added_up() -> None:
    assert days_done([(THURSDAY, 9.0, 2), (THURSDAY, 6.0)]) == {THURSDAY: 3}


def test_a_day_hardly_started_does_not_count() -> None:
    assert days_done([(THURSDAY, 14.9)]) == {}


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


def test_days_to_come_do_not_count() -> None:
    week = week_of([(day, 60.0, 1) for day in week_ago(0, 0, 4, 5)], THURSDAY, goal=3)
    assert (week.done, week.sessions, week.in_a_row) == (1, 1, 0)


def test_a_goal_of_sessions_counts_each() -> None:
    totals = [(day, 60.0, 2) for day in week_ago(0, 0, 3)]  # the second is today
    week = week_of(totals, THURSDAY, goal=5, counts=GoalCounts.SESSIONS)
    assert (week.done, week.left, week.unit) == (4, 1, "sessions")
    assert week_of(totals, THURSDAY, goal=5).done == 2


def test_the_week_knows_its_rows_and_days_off() -> None:
    totals = [(day, 60.0, 1) for n in (1, 3, 4) for day in week_ago(n, 0, 1)]
    week = week_of(totals, THURSDAY, 2, off=[*week_ago(0, 5), *week_ago(2, *range(7))])
    assert (week.in_a_row, week.best) == (3, 3)
    assert week.off == (False,) * 5 + (True, False)


@pytest.mark.parametrize("goal", [0, 1, 8])
def test_a_goal_no_week_can_have_is_refused(goal: int) -> None:
    with pytest.raises(ValueError, match="2 to 7"):
        week_of([], THURSDAY, goal)


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


def test_a_goal_out_of_reach_is_known() -> None:
    sunday = date(2026, 6, 7)
    assert not week_of([], sunday, 3).in_reach
    done = [(sunday - timedelta(days=n), 60.0) for n in (0, 1)]
    assert not week_of(done, sunday, 3).in_reach
    assert week_of([*done[1:], (sunday - timedelta(days=2), 60.0)], sunday, 3).in_reach
    assert week_of([], sunday - timedelta(days=6), 7).in_reach
    assert week_of([], sunday, 3, counts=GoalCounts.SESSIONS).in_reach
