from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.breaks.times import (
    OCCASIONS,
    FixedTime,
    Range,
    clock,
    fixed_of,
    minute_of,
    range_of,
)


@pytest.mark.parametrize(("text", "minute"), [("00:00", 0), ("09:05", 545), ("24:00", 1440)])
def test_a_time_is_minutes_of_the_day(text: str, minute: int) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize("text", ["", "9:00", "24:01", "12:60", "12.30", "12:30 ", "١٢:٣٠"])
def test_other_texts_are_no_time(text: str) -> None:
    with pytest.raises(ValueError, match="not a time of day"):
        minute_of(text)


@given(st.integers(0, 1440))
def test_every_minute_is_read_as_it_is_written(minute: int) -> None:
    assert minute_of(clock(minute)) == minute


def test_a_range_may_pass_midnight_and_end_with_the_day() -> None:
    assert range_of("09:00-17:30") == Range(540, 1050)
    assert range_of("22:00-06:00").last == 1440 + 360
    assert range_of("00:00-24:00").last == 1440


@pytest.mark.parametrize(
    "text", ["09:00", "09:00-09:00", "24:00-06:00", "9-17", "09:00-17:30-18:00"]
)
def test_other_texts_are_no_range(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|no length"):
        range_of(text)


def test_a_fixed_time_may_be_for_an_occasion() -> None:
    assert fixed_of("10:30") == FixedTime(630)
    assert fixed_of("07:00 rising") == FixedTime(420, "rising")
    assert fixed_of("20:00 bedtime").clock == "20:00"


def test_a_fixed_time_may_have_days_and_a_routine_of_its_own() -> None:
    assert fixed_of("20:00 mon,wed,fri") == FixedTime(1200, days=(0, 2, 4))
    assert fixed_of("20:00 daily routine:lying-down") == FixedTime(
        1200, days=tuple(range(7)), routine="lying-down"
    )
    both = fixed_of("21:30 bedtime sun routine:back-care-pair")
    assert both == FixedTime(1290, "bedtime", (6,), "back-care-pair")
    assert fixed_of("20:00 fri,mon").days == (0, 4)


def test_a_plain_time_has_nothing_but_its_clock() -> None:
    texts = ("10:30", "10:30 rising", "10:30 mon", "10:30 routine:lying-down")
    assert [fixed_of(text).plain for text in texts] == [True, False, False, False]


FIXED = st.builds(
    FixedTime,
    st.integers(0, 1439),
    st.sampled_from(["", *OCCASIONS]),
    st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    st.from_regex(r"([a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3})?", fullmatch=True),
)


@given(FIXED)
def test_every_fixed_time_is_read_as_it_is_written(fixed: FixedTime) -> None:
    assert fixed_of(fixed.text) == fixed


@given(FIXED, st.sets(st.integers(0, 6)))
def test_days_of_its_own_come_before_the_usual_ones(fixed: FixedTime, usual: set[int]) -> None:
    found = fixed.days_in(usual)
    assert list(found) == sorted(set(found))
    if fixed.days:
        assert found == fixed.days
    elif fixed.occasion:
        assert found == tuple(range(7))
    else:
        assert set(found) == usual


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        found = fixed_of(text)
    except ValueError:
        return
    assert fixed_of(found.text) == found


@pytest.mark.parametrize(
    "text",
    [
        "24:00",
        "07:00 lunch",
        "07:00 ",
        "rising 07:00",
        "7 rising",
        "20:00  mon",
        "20:00 mon,",
        "20:00 mon tue",
        "20:00 routine:",
        "20:00 routine:Lying",
        "20:00 routine:lying-down mon",
        "20:00 mon rising",
    ],
)
def test_other_texts_are_no_fixed_time(text: str) -> None:
    with pytest.raises(ValueError, match="not a time"):
        fixed_of(text)
