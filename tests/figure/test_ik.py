from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure.geometry import Point, add, direction, distance, vec, wrap
from supple.figure.ik import ELBOW, KNEE, reach

FIRST, SECOND = 258.0, 252.0


def _end(toward: float, bend: float, sign: int) -> Point:
    """Where the limb ends: a knee folds to the back, an elbow to the front."""
    turned = toward + bend if sign == KNEE else toward - bend
    return add(vec(toward, FIRST), vec(turned, SECOND))


@given(st.floats(0, 360), st.floats(20, 500), st.sampled_from((KNEE, ELBOW)))
def test_reaches_what_is_in_reach(angle: float, far: float, sign: int) -> None:
    target = vec(angle, far)
    toward, bend = reach((0, 0), target, FIRST, SECOND, sign)
    assert distance(_end(toward, bend, sign), target) < 3
    assert 0 <= bend <= 180


@given(st.floats(0, 360), st.floats(512, 3000))
def test_points_straight_at_what_is_out_of_reach(angle: float, far: float) -> None:
    target = vec(angle, far)
    toward, bend = reach((0, 0), target, FIRST, SECOND, KNEE)
    end = _end(toward, bend, KNEE)
    assert wrap(direction((0, 0), end) - angle) == pytest.approx(0, abs=0.5)
    assert 0.975 * (FIRST + SECOND) < distance((0, 0), end) <= FIRST + SECOND


@given(st.floats(300, 600))
def test_does_not_pop_where_the_limb_gets_straight(far: float) -> None:
    _, bend = reach((0, 0), (0, far), FIRST, SECOND, KNEE)
    _, next_bend = reach((0, 0), (0, far + 1), FIRST, SECOND, KNEE)
    assert abs(bend - next_bend) < 1.5
