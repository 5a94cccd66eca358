from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history_view import Sum
from supple.core.sums import sums

THURSDAY = date(2026, 10, 22)
DAYS = st.dates(date(2026, 8, 1), date(2026, 12, 31))
TOTALS = st.dictionaries(DAYS, st.tuples(st.floats(0, 4000), st.integers(0, 9)), max_size=40)


def test_each_span_has_its_days() -> None:
    held = {
        THURSDAY: (60.0, 1),
        date(2026, 10, 19): (30.0, 2),
        date(2026, 10, 18): (20.0, 1),
        date(2026, 10, 1): (10.0, 1),
        date(2026, 9, 30): (5.0, 1),
    }
    found = sums(held, THURSDAY, 0)
    assert found.today == Sum(60.0, 1)
    assert found.week == Sum(90.0, 3)
    assert found.month == Sum(120.0, 5)
    assert found.all == Sum(125.0, 6)
    assert sums(held, THURSDAY, 6).week == Sum(110.0, 4)


def test_a_day_to_come_is_part_of_the_whole_only() -> None:
    found = sums({THURSDAY + timedelta(days=1): (60.0, 1)}, THURSDAY, 0)
    assert found.week == found.month == found.today == Sum(0.0, 0)
    assert found.all == Sum(60.0, 1)


@given(held=TOTALS, today=DAYS, first=st.integers(0, 6))
def test_a_longer_span_has_at_least_as_much(
    held: dict[date, tuple[float, int]], today: date, first: int
) -> None:
    found = sums(held, today, first)
    for longer in (found.week, found.month):
        assert found.today.held_s <= longer.held_s
        assert longer.held_s <= found.all.held_s
        assert found.today.sessions <= longer.sessions <= found.all.sessions


@given(held=TOTALS, today=DAYS, later=st.integers(0, 200), first=st.integers(0, 6))
def test_the_whole_is_the_same_whatever_the_clock_says(
    held: dict[date, tuple[float, int]], today: date, later: int, first: int
) -> None:
    assert sums(held, today, first).all == sums(held, today + timedelta(days=later), first).all


@given(held=TOTALS, first=st.integers(0, 6))
def test_the_weeks_together_are_the_whole(held: dict[date, tuple[float, int]], first: int) -> None:
    """No day is in two weeks and none is in no week."""
    begin = date(2026, 7, 20) + timedelta(days=first)
    ends = [begin + timedelta(days=7 * n + 6) for n in range(25)]
    weeks = [sums(held, end, first).week for end in ends]
    assert sum(week.held_s for week in weeks) == pytest.approx(
        sums(held, ends[-1], first).all.held_s
    )
