"""The question before a session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core import before
from supple.core.level import LEVELS
from supple.core.speech_length import spoken_seconds


@pytest.mark.parametrize(
    ("pain", "much"), [(None, False), (0, False), (7, False), (8, True), (10, True)]
)
def test_much_begins_at_eight(pain: int | None, much: bool) -> None:
    assert before.is_much(pain) is much


@given(first=st.none() | st.integers(0, 10), then=st.integers(0, 10))
def test_only_one_and_zero_make_ten(first: int | None, then: int) -> None:
    meant = before.second_digit(first, then)
    assert meant == (10 if (first, then) == (1, 0) else then)
    assert 0 <= meant <= 10


def test_gently_is_no_longer_than_the_first_weeks() -> None:
    assert before.GENTLE_HOLD_S is not None
    assert all(level.hold_s is None or level.hold_s >= before.GENTLE_HOLD_S for level in LEVELS)


@pytest.mark.parametrize(
    ("longest_s", "text"),
    [
        (15.0, "Holds of 15 seconds at most, far from any pain"),
        (8.0, "Holds of 8 seconds at most, far from any pain"),
        (0.0, "Slowly, far from any pain"),
    ],
)
def test_gently_names_what_it_will_be(longest_s: float, text: str) -> None:
    assert before.gently_line(longest_s) == text


def test_the_question_is_over_well_before_it_starts_by_itself() -> None:
    assert spoken_seconds(before.QUESTION) < before.WAIT_S / 2


def test_strong_pain_is_met_with_rest_and_a_doctor_not_with_blame() -> None:
    assert "rest" in before.MUCH_TEXT
    assert "doctor" in before.MUCH_TEXT
    for word in ("should", "must", "cure", "fix", "heal", "treat"):
        assert word not in before.MUCH_SAID.lower()
