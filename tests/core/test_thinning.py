from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.thinning import DAYS, FEWEST, MONTHS, WEEKS, keep

NOW = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
TIMES = st.lists(
    st.integers(0, 3 * 365 * 24).map(lambda hours: NOW - timedelta(hours=hours)), max_size=60
)
LATER = st.integers(0, 500 * 24).map(lambda hours: timedelta(hours=hours))


def ago(**parts: int) -> datetime:
    return NOW - timedelta(**parts)


def test_every_one_of_the_last_day_stays() -> None:
    times = {ago(hours=hour) for hour in range(24)}
    assert keep(times, NOW) == times


def test_one_a_day_for_two_weeks() -> None:
    times = {ago(days=day, hours=hour) for day in range(2, 10) for hour in (0, 3, 6)}
    assert keep(times, NOW) >= {ago(days=day) for day in range(2, 10)}
    assert not keep(times, NOW) & {ago(days=day, hours=3) for day in range(3, 10)}


def test_daily_for_years_leaves_days_weeks_and_months() -> None:
    kept = sorted(keep([ago(days=day) for day in range(1000)], NOW), reverse=True)
    ages = [(NOW - time).days for time in kept]
    assert ages[:DAYS] == list(range(DAYS))
    # The newest of each older week was made on its Sunday; 2026-03-14 is a Saturday.
    assert [age for age in ages if DAYS <= age <= 50] == [14, 20, 27, 34, 41, 42, 48]
    assert {(time.year, time.month) for time in kept} == {
        *((2025, month) for month in range(4, 13)),
        *((2026, month) for month in (1, 2, 3)),
    }
    assert len({(time.year, time.month) for time in kept}) == MONTHS


def test_old_ones_stay_where_there_are_no_others() -> None:
    times = {ago(days=1000 + day) for day in range(FEWEST)}
    assert keep(times, NOW) == times
    assert keep([*times, ago(days=2000)], NOW) == times
    assert keep(times, NOW, fewest=1) == {ago(days=1000)}


def test_the_newest_cannot_be_dropped() -> None:
    with pytest.raises(ValueError, match="newest"):
        keep([NOW], NOW, fewest=0)


def test_one_of_the_future_stays() -> None:
    assert ago(days=-400) in keep([ago(days=n) for n in range(-400, 0)], NOW)


def test_where_the_person_is_changes_nothing() -> None:
    times = [ago(hours=7 * n) for n in range(200)]
    there = timezone(timedelta(hours=13))
    assert keep([time.astimezone(there) for time in times], NOW.astimezone(there)) == keep(
        times, NOW
    )


@given(TIMES)
def test_thinning_twice_is_thinning_once(times: list[datetime]) -> None:
    once = keep(times, NOW)
    assert once <= set(times)
    assert keep(once, NOW) == once


@given(TIMES, st.integers(1, 5))
def test_the_newest_stay_and_the_rest_is_bounded(times: list[datetime], fewest: int) -> None:
    kept = keep(times, NOW, fewest)
    assert kept >= set(sorted(set(times))[-fewest:])
    fresh = [time for time in set(times) if NOW - time < timedelta(days=1)]
    assert len(kept) <= len(fresh) + DAYS + WEEKS + MONTHS + fewest


@given(TIMES, LATER)
def test_what_is_dropped_is_not_wanted_later(times: list[datetime], later: timedelta) -> None:
    assert keep(times, NOW + later) <= keep(times, NOW)


@given(TIMES, LATER, st.lists(st.floats(0, 1), max_size=20))
def test_it_does_not_matter_how_often_one_thins(
    times: list[datetime], later: timedelta, new: list[float]
) -> None:
    made = [NOW + later * part for part in new]
    assert keep([*keep(times, NOW), *made], NOW + later) == keep([*times, *made], NOW + later)
