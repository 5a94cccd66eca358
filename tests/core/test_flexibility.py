"""What a leg raise says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check, Feel
from supple.core.flexibility import (
    CHECK_WEEKS,
    LEAST_CHANGE_DEG,
    Tightness,
    change_line,
    changed,
    doubt,
    feel_verdict,
    is_due,
    judge,
    latest_leg_raise,
    next_check,
    tightness,
    tightness_now,
)
from supple.core.routine import Side

AT = datetime(2026, 5, 4, 20, tzinfo=UTC)
degrees = st.floats(0, 110)


def check(
    left: float | None = 54, right: float | None = 58, days: int = 0, deleted: bool = False
) -> Assessment:
    at = AT + timedelta(days=days)
    deleted_at = at if deleted else None
    return Assessment(f"a{days}", Check.LEG_RAISE, at, left, right, deleted_at=deleted_at)


@pytest.mark.parametrize(
    ("angle", "expected"),
    [
        (0, Tightness.TIGHT),
        (59.9, Tightness.TIGHT),
        (60, Tightness.SOME_ROOM),
        (79.9, Tightness.SOME_ROOM),
        (80, Tightness.NOT_TIGHT),
        (110, Tightness.NOT_TIGHT),
    ],
)
def test_the_bounds(angle: float, expected: Tightness) -> None:
    assert tightness(angle) is expected


@pytest.mark.parametrize("angle", [-1, 110.5, float("nan")])
def test_an_impossible_angle_is_refused(angle: float) -> None:
    with pytest.raises(ValueError, match="0 to 110"):
        tightness(angle)


@given(degrees, degrees)
def test_the_tighter_leg_decides(left: float, right: float) -> None:
    verdict = judge(left, right)
    assert verdict.tightness is tightness(min(left, right))
    assert (verdict.tighter is Side.BOTH) == (abs(left - right) < 10)
    if verdict.tighter is not Side.BOTH:
        assert (verdict.tighter is Side.LEFT) == (left < right)


@given(degrees, degrees)
def test_a_verdict_promises_nothing(left: float, right: float) -> None:
    verdict = judge(left, right)
    words = f"{verdict.title} {verdict.text} {verdict.hint}".lower()
    assert not {"cure", "fix", "heal", "treat", "should"} & set(words.replace(".", "").split())
    assert ("unlikely to help" in words) == (verdict.tightness is Tightness.NOT_TIGHT)


def test_the_words_name_the_leg() -> None:
    assert judge(54, 58).text.startswith("Both legs stop under 60°. Stretching")
    assert "Your left leg is the tighter one." in judge(44, 58).text
    assert judge(54, 70).text.startswith("Your left leg stops under 60°.")
    assert judge(84, 62).text.startswith("Your right leg stops between 60° and 80°.")


@given(degrees, degrees)
def test_no_change_is_claimed_below_the_error(before: float, now: float) -> None:
    gained = changed(before, now)
    assert (gained is None) == (abs(now - before) < LEAST_CHANGE_DEG)
    if gained is not None:
        assert gained == now - before


def test_a_leg_not_measured_has_no_change() -> None:
    assert changed(None, 50) is None
    assert changed(50, None) is None


def test_the_change_in_words() -> None:
    assert change_line(None, check()) == ""
    assert "No clear change" in change_line(check(53, 57), check())
    assert change_line(check(48, 58), check()).startswith("Left 6° more than last time.")
    both = change_line(check(48, 70), check())
    assert both.startswith("Left 6° more, Right 12° less than last time.")


@pytest.mark.parametrize("kind", [Check.SIT_AND_REACH, Check.TOE_TOUCH])
def test_the_simple_checks(kind: Check) -> None:
    assert "unlikely to be tight" in feel_verdict(kind, Feel.EASY)
    assert "likely to be tight" in feel_verdict(kind, Feel.TIGHT)
    assert "let go" in feel_verdict(kind, Feel.SHARP)
    with pytest.raises(ValueError, match="angles"):
        feel_verdict(Check.LEG_RAISE, Feel.EASY)


def test_the_newest_whole_check_counts() -> None:
    toe = Assessment("t", Check.TOE_TOUCH, AT + timedelta(days=9), feel=Feel.EASY)
    old, new = check(days=0), check(84, 86, days=5)
    half = check(None, 50, days=7)
    gone = check(30, 30, days=8, deleted=True)
    assert latest_leg_raise([new, half, gone, toe, old]) == new
    assert tightness_now([old, new, half]) is Tightness.NOT_TIGHT
    assert tightness_now([toe, half]) is None


def test_a_check_is_due_after_four_weeks() -> None:
    day = date(2026, 5, 4)
    assert is_due(None, day)
    assert not is_due(day, day + timedelta(weeks=CHECK_WEEKS) - timedelta(days=1))
    assert is_due(day, day + timedelta(weeks=CHECK_WEEKS))


@given(st.sampled_from([2, 4, 8]), st.integers(0, 100))
def test_a_check_is_due_as_often_as_was_chosen(weeks: int, days: int) -> None:
    day = date(2026, 5, 4)
    today = day + timedelta(days=days)
    assert is_due(day, today, weeks) is (days >= 7 * weeks)
    assert (next_check(day, today, weeks) == "now") is is_due(day, today, weeks)


def test_whoever_wants_no_reminder_of_the_check_gets_none() -> None:
    day = date(2026, 5, 4)
    assert not is_due(None, day, 0)
    assert not is_due(day, day + timedelta(weeks=100), 0)
    assert next_check(day, day, 0) == ""


def test_one_tight_leg_is_named_alone_and_a_big_difference_is_worth_a_second_look() -> None:
    one = judge(85, 56)
    assert one.title == "Your right hamstring is tight"
    assert one.hint.startswith("That is a big difference")
    assert judge(54, 58).title == "Your hamstrings are tight"
    assert "4 to 6 weeks" in judge(54, 58).hint
    assert judge(85, 66).title == "They have a little room"


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "in 4 weeks"), (14, "in 2 weeks"), (15, "in 13 days"), (27, "tomorrow"), (28, "now")],
)
def test_the_next_check_is_told_in_a_few_words(ago: int, words: str) -> None:
    today = date(2026, 10, 22)
    assert next_check(today - timedelta(days=ago), today) == words
    assert is_due(today - timedelta(days=ago), today) == (words == "now")


@pytest.mark.parametrize(
    ("degrees", "last", "asked"),
    [
        (9, None, "Really 9°? Few legs stop so low."),
        (10, None, ""),
        (16, 70, "Is 16° right? Last time it was 70°."),
        (45, 70, ""),
        (96, 70, "Is 96° right? Last time it was 70°."),
    ],
)
def test_an_unlikely_angle_is_asked_about(degrees: float, last: float | None, asked: str) -> None:
    assert doubt(degrees, last) == asked
