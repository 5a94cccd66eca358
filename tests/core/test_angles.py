from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supple.core.angles import angle_line, angle_points
from supple.core.assessment import Assessment, Check
from supple.core.flexibility import LEAST_CHANGE_DEG
from supple.core.history_view import AnglePoint

TODAY = date(2026, 10, 22)
FIRST = datetime(2026, 8, 6, 9, tzinfo=UTC)
ERROR = "a check can be off by 3.3°"


def check(
    n: int, left: float | None, right: float | None, kind: Check = Check.LEG_RAISE
) -> Assessment:
    return Assessment(f"check-{n}", kind, FIRST + timedelta(days=14 * n), left, right)


def line(*legs: tuple[float | None, float | None]) -> str:
    return angle_line(angle_points([check(n, *pair) for n, pair in enumerate(legs)], TODAY), TODAY)


def test_only_leg_raises_that_measured_a_leg_are_drawn() -> None:
    gone = Assessment("gone", Check.LEG_RAISE, FIRST, 40.0, 40.0, deleted_at=FIRST)
    other = check(1, 50.0, 50.0, Check.TOE_TOUCH)
    known = [check(3, None, 60.0), check(2, 55.0, None), gone, other, check(0, 50.5, 48.0)]
    points = angle_points([*known, check(4, None, None)], TODAY)
    assert points == (
        AnglePoint(date(2026, 8, 6), 50.5, 48.0, "Thu 6 Aug, left 50.5°, right 48°"),
        AnglePoint(date(2026, 9, 3), 55.0, None, "Thu 3 Sep, left 55°"),
        AnglePoint(date(2026, 9, 17), None, 60.0, "Thu 17 Sep, right 60°"),
    )


def test_without_a_check_nothing_is_said() -> None:
    assert line() == ""


def test_one_check_shows_no_change() -> None:
    assert line((50, 52)) == "One check so far. The next one can show a change."


def test_both_legs_against_their_first_check() -> None:
    assert line((41, 46), (70, 20), (54, 58)) == (
        "Since the first check on 6 August: left up 13°, right up 12°."
    )


def test_less_than_the_error_is_no_change() -> None:
    assert (
        line((50, 50), (53, 47)) == f"No clear change since the first check on 6 August: {ERROR}."
    )


def test_one_leg_may_change_alone() -> None:
    assert line((50, 50), (53, 45)) == (
        f"Since the first check on 6 August: left no clear change, right down 5°. A{ERROR[1:]}."
    )


def test_a_leg_checked_later_is_compared_with_its_own_first() -> None:
    assert line((50, None), (60, 50), (60, 60)) == (
        "Left up 10° since 6 August, right up 10° since 20 August."
    )


def test_a_leg_checked_once_is_left_out() -> None:
    assert line((50, None), (60, 50)) == "Since the first check on 6 August: left up 10°."


def test_another_year_is_named() -> None:
    points = angle_points([check(0, 50, 50), check(1, 60, 60)], date(2027, 1, 5))
    assert "6 August 2026" in angle_line(points, date(2027, 1, 5))


@given(
    angles=st.lists(st.tuples(st.floats(0, 110), st.floats(0, 110)), min_size=2, max_size=6),
)
def test_a_change_is_claimed_only_beyond_the_error(angles: list[tuple[float, float]]) -> None:
    text = line(*angles)
    beyond = [abs(angles[-1][leg] - angles[0][leg]) >= LEAST_CHANGE_DEG for leg in (0, 1)]
    assert (" up " in text or " down " in text) is any(beyond)
    assert (" off by " in text) is not all(beyond)
