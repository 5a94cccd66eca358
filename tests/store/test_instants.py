from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.instants import columns, from_columns, later, utc_text

offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
instants = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=offsets,
)


@given(instants)
def test_an_instant_comes_back_with_its_offset(instant: datetime) -> None:
    utc, minutes, local = columns(instant)
    back = from_columns(utc, minutes)
    assert back == instant
    assert back.utcoffset() == instant.utcoffset()
    assert date.fromisoformat(local) == instant.date()


@given(instants, instants)
def test_text_sorts_as_time_does(a: datetime, b: datetime) -> None:
    assert (utc_text(a) < utc_text(b)) == (a < b)


def test_the_local_date_is_the_one_on_the_wall() -> None:
    late = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert columns(late) == ("2026-03-15T04:30:00.000000Z", -300, "2026-03-14")


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        utc_text(datetime(2026, 1, 1))  # noqa: DTZ001
    assert utc_text(datetime(2026, 1, 1, tzinfo=UTC))


@given(instants, instants)
def test_later_is_now_or_just_after_what_was(now: datetime, before: datetime) -> None:
    text = later(now, utc_text(before))
    assert text > utc_text(before)
    assert text == max(utc_text(now), utc_text(before + timedelta(microseconds=1)))


def test_nothing_is_later_than_the_last_instant() -> None:
    last = "9999-12-31T23:59:59.999999Z"
    assert later(datetime(2026, 3, 14, tzinfo=UTC), last) == last
