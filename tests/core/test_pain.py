from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.history_view import PainPair
from supple.core.pain import DRAWN, LEAST_PAIRS, pain_line, pain_pairs

TODAY = date(2026, 10, 22)
PAIRS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=20)


def rated(*pairs: tuple[int, int]) -> list[tuple[date, int, int]]:
    return [(TODAY - timedelta(days=len(pairs) - n), *pair) for n, pair in enumerate(pairs)]


def line(*pairs: tuple[int, int]) -> str:
    return pain_line(pain_pairs(rated(*pairs), TODAY), len(pairs))


def test_a_pair_says_its_day_and_both_scores() -> None:
    assert pain_pairs([(date(2026, 10, 20), 4, 2)], TODAY) == (
        PainPair(date(2026, 10, 20), 4, 2, "Tue 20 Oct, 4 to 2"),
    )


def test_only_the_last_ones_are_drawn() -> None:
    drawn = pain_pairs(rated(*[(n % 11, 0) for n in range(20)]), TODAY)
    assert [pair.before for pair in drawn] == [n % 11 for n in range(8, 20)]


@pytest.mark.parametrize("count", [0, 1, 7])
def test_under_eight_sessions_nothing_is_claimed(count: int) -> None:
    text = line(*[(9, 0)] * count)
    assert text == f"Not enough data yet: {count} of 8 sessions rated."


def test_the_counts_and_the_median_are_told() -> None:
    assert line(*[(5, 3)] * 5, *[(4, 4)] * 2, (3, 5)) == (
        "In the last 8 rated sessions pain was lower after 5, the same after 2 and higher after 1. "
        "The median change is 2 points down. This does not say why."
    )


def test_all_alike_is_said_shortly() -> None:
    assert line(*[(4, 3)] * 9) == (
        "In each of the last 9 rated sessions pain was lower afterwards. "
        "The median change is 1 point down. This does not say why."
    )


def test_a_median_between_two_is_half_a_point() -> None:
    assert "0.5 points up" in line(*[(3, 3)] * 4, *[(3, 4)] * 4)


def test_no_change_is_none() -> None:
    assert "The median change is none." in line(*[(3, 3)] * 5, *[(3, 4)] * 4)


def test_what_is_said_is_what_is_drawn() -> None:
    """Thirty rated sessions: the twelve drawn are spoken of, all others are not."""
    pairs = pain_pairs(rated(*[(9, 0)] * 18, *[(3, 5)] * 12), TODAY)
    assert pain_line(pairs, 30).startswith("In each of the last 12 rated sessions pain was higher")


@pytest.mark.parametrize(("after", "word"), [(2, "lower"), (4, "higher")])
def test_one_point_is_a_change(after: int, word: str) -> None:
    assert f"pain was {word}" in line(*[(3, after)] * LEAST_PAIRS)


@given(pairs=PAIRS)
def test_the_counts_add_up(pairs: list[tuple[int, int]]) -> None:
    text = line(*pairs)
    if len(pairs) < LEAST_PAIRS:
        assert text.startswith("Not enough data yet")
        return
    drawn = pairs[-DRAWN:]
    for word, found in (
        ("lower", [p for p in drawn if p[1] < p[0]]),
        ("the same", [p for p in drawn if p[1] == p[0]]),
        ("higher", [p for p in drawn if p[1] > p[0]]),
    ):
        alone = len(found) == len(drawn)
        assert (f"{word} afterwards" in text) is alone
        assert (f"{word} after {len(found)}" in text) is (bool(found) and not alone)
