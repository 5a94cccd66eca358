from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.days import counted_day, week_start

THURSDAY = date(2026, 10, 22)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
ENDS = st.integers(0, 6)
MOMENTS = st.builds(datetime.combine, DAYS, st.times())
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
NIGHTS = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("America/Havana", date(2026, 11, 1)),
    ("Africa/Cairo", date(2026, 4, 24)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Antarctica/Troll", date(2026, 10, 25)),
    ("Pacific/Apia", date(2011, 12, 29)),
]
"""Nights with an hour or half an hour more or less, two at midnight, and a day left out."""


def test_the_week_starts_on_monday_by_default() -> None:
    assert week_start(THURSDAY) == date(2026, 10, 19)
    assert week_start(date(2026, 10, 25)) == date(2026, 10, 19)


def test_the_week_can_start_on_sunday() -> None:
    assert week_start(THURSDAY, first=6) == date(2026, 10, 18)
    assert week_start(date(2026, 10, 18), first=6) == date(2026, 10, 18)


@given(day=DAYS, first=st.integers(0, 6))
def test_every_day_is_in_its_week(day: date, first: int) -> None:
    start = week_start(day, first)
    assert start.weekday() == first
    assert start <= day < start + timedelta(days=7)


@pytest.mark.parametrize(
    ("hour", "minute", "ends", "day"),
    [(0, 0, 0, 22), (23, 59, 0, 22), (3, 59, 4, 21), (4, 0, 4, 22), (0, 0, 6, 21), (6, 0, 6, 22)],
)
def test_the_small_hours_count_for_the_day_before(
    hour: int, minute: int, ends: int, day: int
) -> None:
    moment = datetime(2026, 10, 22, hour, minute, tzinfo=UTC)
    assert counted_day(moment, ends) == date(2026, 10, day)


@pytest.mark.parametrize("ends", [-1, 7])
def test_a_day_that_ends_at_noon_is_refused(ends: int) -> None:
    with pytest.raises(ValueError, match="0 to 6"):
        counted_day(datetime(2026, 10, 22, tzinfo=UTC), ends)


@given(wall=MOMENTS, one=OFFSETS, other=OFFSETS, ends=ENDS)
def test_only_the_clock_on_the_wall_decides(
    wall: datetime, one: timezone, other: timezone, ends: int
) -> None:
    day = counted_day(wall.replace(tzinfo=one), ends)
    assert day == counted_day(wall.replace(tzinfo=other), ends)
    assert day in (wall.date(), wall.date() - timedelta(days=1))


@given(wall=MOMENTS, offset=OFFSETS, ends=ENDS)
def test_a_moment_and_the_same_one_a_day_later_are_a_day_apart(
    wall: datetime, offset: timezone, ends: int
) -> None:
    moment = wall.replace(tzinfo=offset)
    assert counted_day(moment + timedelta(days=1), ends) == counted_day(moment, ends) + timedelta(
        days=1
    )


@pytest.mark.parametrize(("place", "night"), NIGHTS)
@pytest.mark.parametrize("ends", [0, 1, 2, 3, 4, 6])
def test_a_night_the_clocks_change_loses_no_day(place: str, night: date, ends: int) -> None:
    """Every quarter of an hour of two days: the day only ever goes on, but for a clock set back."""
    zone = ZoneInfo(place)
    begin = datetime(night.year, night.month, night.day, 12, tzinfo=zone).astimezone(UTC)
    begin -= timedelta(days=1)
    moments = [(begin + timedelta(minutes=15 * n)).astimezone(zone) for n in range(4 * 48)]
    counted = [counted_day(moment, ends) for moment in moments]
    walls = {moment.date() for moment in moments}
    for (a, day_a), (b, day_b) in pairwise(zip(moments, counted, strict=True)):
        forward = b.replace(tzinfo=None) > a.replace(tzinfo=None)
        assert day_b >= day_a or not forward
    assert {day for day in counted if day in walls} >= walls - {min(walls), max(walls)}


@pytest.mark.parametrize(("place", "night"), NIGHTS)
@pytest.mark.parametrize("ends", [0, 4])
def test_noon_is_always_that_day(place: str, night: date, ends: int) -> None:
    for ago in range(-3, 4):
        day = night + timedelta(days=ago)
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(place))
        assert counted_day(noon, ends) == day
