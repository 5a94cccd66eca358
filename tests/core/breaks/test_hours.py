"""Hours of nights that are longer or shorter, in real zones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.breaks.world import Place

from supple.core.breaks.hours import Hours
from supple.core.breaks.rules import Rules
from supple.core.breaks.times import FixedTime, Range, range_of

BERLIN = Place()
DAILY = Rules(days=frozenset(range(7)))
NIGHTS = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/Havana", date(2026, 11, 1)),
    ("Africa/Cairo", date(2026, 4, 24)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Antarctica/Troll", date(2026, 10, 25)),
    ("Pacific/Apia", date(2011, 12, 29)),
]


def at(text: str, place: Place = BERLIN) -> float:
    return place.instant(datetime.fromisoformat(text))


def shown(utc: float | None, place: Place = BERLIN) -> str | None:
    return None if utc is None else place.local(utc).isoformat(" ", "minutes")


@pytest.mark.parametrize(
    ("now", "end", "begin"),
    [
        ("2026-10-22 08:59:59", None, "2026-10-22 09:00"),
        ("2026-10-22 09:00", "2026-10-22 12:00", "2026-10-22 13:00"),
        ("2026-10-22 12:00", None, "2026-10-22 13:00"),
        ("2026-10-22 17:29:59", "2026-10-22 17:30", "2026-10-23 09:00"),
        ("2026-10-23 17:30", None, "2026-10-26 09:00"),
        ("2026-10-25 12:00", None, "2026-10-26 09:00"),
    ],
)
def test_several_ranges_of_working_days(now: str, end: str | None, begin: str) -> None:
    ranges = (range_of("09:00-12:00"), range_of("13:00-17:30"))
    hours = Hours(replace(Rules(), ranges=ranges), BERLIN)
    assert shown(hours.end_of_range(at(now))) == end
    assert shown(hours.next_begin(at(now))) == begin


def test_of_two_ranges_at_once_the_later_end_counts() -> None:
    ranges = (range_of("09:00-12:00"), range_of("11:00-17:30"))
    hours = Hours(replace(Rules(), ranges=ranges), BERLIN)
    assert shown(hours.end_of_range(at("2026-10-22 11:30"))) == "2026-10-22 17:30"


def test_a_night_shift_belongs_to_the_day_it_begins_on() -> None:
    hours = Hours(Rules(days=frozenset({4}), ranges=(range_of("22:00-06:00"),)), BERLIN)
    assert shown(hours.end_of_range(at("2026-10-24 05:59"))) == "2026-10-24 06:00"
    assert hours.end_of_range(at("2026-10-23 05:59")) is None
    assert hours.end_of_range(at("2026-10-24 23:00")) is None


def test_without_working_days_no_range_begins() -> None:
    assert Hours(Rules(days=frozenset()), BERLIN).next_begin(at("2026-10-22 08:00")) is None


@pytest.mark.parametrize(("name", "night"), NIGHTS)
def test_a_night_the_clocks_change_moves_no_working_hour(name: str, night: date) -> None:
    place, hours = Place(name), Hours(DAILY, Place(name))
    begin = place.instant(datetime.combine(night, datetime.min.time())) - 86400
    for quarter in range(4 * 72):
        utc = begin + quarter * 900
        wall = place.local(utc)
        inside = 9 * 60 <= wall.hour * 60 + wall.minute < 17 * 60 + 30
        assert (hours.end_of_range(utc) is not None) == inside, wall


@pytest.mark.parametrize(("name", "night"), NIGHTS)
@pytest.mark.parametrize("minute", [0, 30, 90, 150, 180, 630])
def test_a_fixed_time_comes_once_a_day_whatever_the_clocks_do(
    name: str, night: date, minute: int
) -> None:
    place = Place(name)
    hours = Hours(replace(DAILY, times=(FixedTime(minute),)), place)
    begin = place.instant(datetime.combine(night - timedelta(days=2), datetime.min.time()))
    found = hours.fixed(begin - 1, begin + 5 * 86400 - 7200)
    days = [place.local(one.at).date() for one in found]
    assert len(set(days)) == len(days) == 5
    assert [one.at for one in found] == sorted(one.at for one in found)


def test_a_day_that_a_place_left_out_has_no_breaks() -> None:
    place = Place("Pacific/Apia")
    hours = Hours(replace(Rules(), times=(FixedTime(630),)), place)
    thursday = at("2011-12-29 18:00", place)
    following = hours.next_fixed(thursday)
    assert following is not None
    assert shown(following.at, place) == "2012-01-02 10:30"
    assert shown(hours.next_begin(thursday), place) == "2012-01-02 09:00"


def test_a_time_that_is_left_out_comes_later_and_one_that_is_there_twice_comes_first() -> None:
    hours = Hours(replace(DAILY, times=(FixedTime(150),)), BERLIN)
    spring = hours.next_fixed(at("2026-03-28 12:00"))
    autumn = hours.next_fixed(at("2026-10-24 12:00"))
    assert spring is not None
    assert autumn is not None
    assert shown(spring.at) == "2026-03-29 03:30"
    assert spring.key == "2026-03-29 02:30"
    assert autumn.at == at("2026-10-25 01:30") + 3600


def test_the_next_fixed_time_looks_over_the_weekend() -> None:
    hours = Hours(replace(Rules(), times=(FixedTime(630),)), BERLIN)
    found = hours.next_fixed(at("2026-10-23 10:30"))
    assert found is not None
    assert shown(found.at) == "2026-10-26 10:30"
    assert Hours(Rules(), BERLIN).next_fixed(at("2026-10-23 10:30")) is None


def test_of_two_at_one_time_the_one_that_was_chosen_asks() -> None:
    times = (FixedTime(600), FixedTime(600, days=(3,), routine="lying-down"))
    hours = Hours(Rules(times=times), BERLIN)
    # One prompt a time: the first of a key is the one that asks.
    found = hours.fixed(at("2026-10-22 09:00"), at("2026-10-22 11:00"))
    assert [o.fixed.routine for o in found] == ["lying-down", ""]
    assert len({o.key for o in found}) == 1
    following = hours.next_fixed(at("2026-10-22 09:00"))
    assert following is not None
    assert following.fixed.routine == "lying-down"


def test_the_day_ends_when_the_person_says_so() -> None:
    early, late = Hours(Rules(), BERLIN), Hours(Rules(day_ends_h=4), BERLIN)
    assert shown(early.end_of_day(at("2026-10-24 23:00"))) == "2026-10-25 00:00"
    assert shown(late.end_of_day(at("2026-10-25 03:30"))) == "2026-10-25 04:00"
    assert shown(late.end_of_day(at("2026-10-25 04:00"))) == "2026-10-26 04:00"


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001
    st.sampled_from([name for name, _ in NIGHTS]),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
def test_a_range_is_left_when_it_is_said_to_end(
    wall: datetime, name: str, begin: int, end: int
) -> None:
    if begin == end % 1440:
        return
    place = Place(name)
    utc = place.instant(wall)
    hours = Hours(replace(DAILY, ranges=(Range(begin, end),)), place)
    over = hours.end_of_range(utc)
    if over is None:
        following = hours.next_begin(utc)
        assert following is not None
        assert following > utc
        assert hours.end_of_range(following) is not None or following >= utc + 82800
        assert hours.end_of_range((utc + following) / 2) is None
    else:
        assert hours.end_of_range(over - 0.001) is not None
        assert over > utc
