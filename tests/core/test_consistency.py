from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.consistency import FALLS_HALF_IN, consistency
from supple.core.days import week_start
from supple.core.goal import GoalCounts
from supple.core.weeks import Weeks

SUNDAY = date(2026, 10, 25)
"""The last day of its week, so that every day of it has come."""
DAYS = st.dates(date(2026, 6, 1), SUNDAY + timedelta(days=20))
DONE = st.dictionaries(DAYS, st.integers(0, 3), max_size=80)
OFF = st.sets(DAYS, max_size=40)
GOALS = st.integers(2, 7)
FIRSTS = st.integers(0, 6)
COUNTS = st.sampled_from(GoalCounts)


def steady(weeks: int, goal: int, ago: int = 0) -> dict[date, int]:
    """``goal`` days in each of ``weeks`` weeks, the last of them ``ago`` weeks ago."""
    monday = week_start(SUNDAY)
    return {
        monday - timedelta(weeks=week, days=-day): 1
        for week in range(ago, ago + weeks)
        for day in range(goal)
    }


def score(done: dict[date, int], goal: int, off: set[date] | None = None) -> float:
    return consistency(Weeks(done, SUNDAY, off=off or ()), goal)


def test_nobody_starts_with_a_score() -> None:
    assert score({}, 3) == 0


@pytest.mark.parametrize("goal", [2, 3, 7])
def test_ten_steady_weeks_are_above_ninety(goal: int) -> None:
    assert score(steady(10, goal), goal) > 90
    assert score(steady(9, goal), goal) < 90


def test_one_missed_week_costs_little() -> None:
    done = steady(30, 3, ago=1)
    full = consistency(Weeks(done, SUNDAY), 3, ago=1)
    missed = consistency(Weeks(done, SUNDAY + timedelta(days=1)), 3)
    assert full > 99
    assert full - 11 < missed < full


def test_it_recovers_faster_than_it_falls() -> None:
    half = steady(3, 3, ago=1)
    assert score(half, 3) == pytest.approx(50)
    gained = score(half | steady(1, 3), 3) - 50
    missed = consistency(Weeks(half, SUNDAY + timedelta(days=1)), 3)
    assert gained > 50 - missed > 5


def test_a_week_without_a_session_halves_it_in_six_weeks() -> None:
    done = steady(20, 4, ago=20)
    at_end = consistency(Weeks(done, SUNDAY), 4, ago=20)
    later = consistency(Weeks(done, SUNDAY), 4, ago=20 - int(FALLS_HALF_IN))
    assert later == pytest.approx(at_end / 2)


def test_the_unfinished_week_takes_nothing_away() -> None:
    done = steady(6, 3, ago=1)
    monday = week_start(SUNDAY)
    assert consistency(Weeks(done, monday), 3) == consistency(Weeks(done, SUNDAY), 3, ago=1)


def test_half_a_goal_is_all_that_half_a_week_wants() -> None:
    """Four days off of seven: three of seven days are the whole goal of what is left."""
    monday = week_start(SUNDAY)
    off = {monday + timedelta(days=n) for n in range(3, 7)}
    three = steady(1, 3)
    assert score(three, 7, off) > score(three, 7)
    assert score(steady(1, 7), 7, off) == score(steady(1, 7), 7), "all seven, mark or not"


def test_days_off_take_their_share_of_the_week_out() -> None:
    done = steady(10, 7, ago=1)
    full = consistency(Weeks(done, SUNDAY), 7, ago=1)
    monday = week_start(SUNDAY)
    off = {monday + timedelta(days=n) for n in range(3)}
    later = SUNDAY + timedelta(days=1)
    half = consistency(Weeks(done, later, off=off), 7)
    assert half == pytest.approx(full * 0.5 ** (4 / 7 / FALLS_HALF_IN))


@given(done=DONE, off=OFF, goal=GOALS, first=FIRSTS, counts=COUNTS, ago=st.integers(0, 8))
def test_it_stays_between_0_and_100(
    done: dict[date, int], off: set[date], goal: int, first: int, counts: GoalCounts, ago: int
) -> None:
    assert 0 <= consistency(Weeks(done, SUNDAY, first, counts, off), goal, ago) <= 100


@given(done=DONE, off=OFF, more=DAYS, goal=GOALS, first=FIRSTS, counts=COUNTS)
def test_a_done_day_never_lowers_it(
    done: dict[date, int], off: set[date], more: date, goal: int, first: int, counts: GoalCounts
) -> None:
    fuller = {**done, more: done.get(more, 0) + 1}
    before = consistency(Weeks(done, SUNDAY, first, counts, off), goal)
    assert consistency(Weeks(fuller, SUNDAY, first, counts, off), goal) >= before - 1e-9


@given(done=DONE, goal=GOALS, weeks=st.integers(0, 20))
def test_weeks_off_freeze_it(done: dict[date, int], goal: int, weeks: int) -> None:
    """However many weeks off follow, and whatever day the next week is looked at."""
    monday = week_start(SUNDAY)
    done = {day: n for day, n in done.items() if day < monday}
    off = {monday + timedelta(days=n) for n in range(7 * weeks)}
    before = consistency(Weeks(done, SUNDAY), goal, ago=1)
    later = Weeks(done, SUNDAY + timedelta(weeks=weeks), off=off)
    assert consistency(later, goal) == pytest.approx(before if weeks else score(done, goal))


@given(done=DONE, goal=GOALS, weeks=st.integers(1, 30))
def test_it_falls_towards_0_without_sessions(done: dict[date, int], goal: int, weeks: int) -> None:
    done = {day: n for day, n in done.items() if day <= SUNDAY}
    row = [consistency(Weeks(done, SUNDAY + timedelta(weeks=n)), goal) for n in (1, weeks + 1)]
    assert row[1] == pytest.approx(row[0] * 0.5 ** (weeks / FALLS_HALF_IN))


@given(done=DONE, off=OFF, more=DAYS, goal=GOALS)
def test_a_mark_never_lowers_it(
    done: dict[date, int], off: set[date], more: date, goal: int
) -> None:
    assert score(done, goal, off | {more}) >= score(done, goal, off) - 1e-9
