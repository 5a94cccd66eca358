from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from supple.core.routine import Side
from supple.figure.port import LEG_ANGLE, LEG_ANGLE_MOST, FigureView
from supple.shell.resources import open_figures
from supple.ui.flexibility.dial_plan import GRAB, LEG, MOST, DialPlan, held

SIDES = st.sampled_from([Side.LEFT, Side.RIGHT])
PLANS = st.builds(
    DialPlan.of, st.floats(200, 1600), st.floats(160, 1000), SIDES, st.sampled_from([0.9, 1.0, 1.3])
)


@given(PLANS, st.floats(0, MOST), st.floats(0.3, 1.0))
def test_a_place_on_the_arc_means_its_angle(plan: DialPlan, degrees: float, part: float) -> None:
    x, y = plan.place(degrees, plan.band * part)
    assert plan.angle(x, y) == pytest.approx(degrees, abs=1e-6)


@given(PLANS, st.integers(0, MOST))
def test_whole_pixels_at_the_foot_still_mean_the_degree(plan: DialPlan, degrees: int) -> None:
    """A pixel is less than half a degree at the foot of any leg longer than 120 pixels."""
    if LEG * plan.unit < 120:
        return
    x, y = plan.place(degrees, LEG * plan.unit)
    assert abs(plan.angle(round(x), round(y)) - degrees) < 0.5


@given(st.floats(200, 1600), st.floats(160, 1000), SIDES)
def test_the_whole_dial_is_inside(width: float, height: float, side: Side) -> None:
    plan = DialPlan.of(width, height, side)
    outer = plan.band + plan.band_width / 2
    for degrees in (0, 30, 60, 80, 90, MOST):
        x, y = plan.place(degrees, outer)
        assert 0 <= x <= width
        assert 0 <= y <= height
    x, y, wide, high = plan.scene()
    crown = 600 * plan.unit
    assert plan.hip_x + crown <= width + 1e-6 if side is Side.LEFT else plan.hip_x - crown >= -1e-6
    assert wide / high == pytest.approx(1310 / 855)


@given(PLANS, st.floats(-89, -1), st.floats(20, 300))
def test_below_the_floor_the_nearer_end_is_meant(
    plan: DialPlan, degrees: float, radius: float
) -> None:
    assert held(plan.angle(*plan.place(degrees, radius))) == 0


@given(PLANS, st.floats(MOST, 200), st.floats(20, 300))
def test_over_the_head_the_end_is_meant(plan: DialPlan, degrees: float, radius: float) -> None:
    assert held(plan.angle(*plan.place(degrees, radius))) == MOST


@given(PLANS, st.integers(0, MOST), st.floats(0.05, 1.0))
def test_the_leg_itself_is_no_pixel_away(plan: DialPlan, degrees: int, part: float) -> None:
    x, y = plan.place(degrees, LEG * plan.unit * part)
    assert plan.from_leg(x, y, degrees) == pytest.approx(0, abs=1e-6)


@given(PLANS, st.integers(0, MOST), st.floats(0, 2 * GRAB))
def test_the_way_to_the_leg_is_measured_straight_across(
    plan: DialPlan, degrees: int, away: float
) -> None:
    x, y = plan.place(degrees, LEG * plan.unit / 2)
    across = math.radians(degrees + 90)
    sign = -1 if plan.side is Side.LEFT else 1
    point = x + sign * math.cos(across) * away, y - math.sin(across) * away
    assert plan.from_leg(*point, degrees) == pytest.approx(away, abs=1e-6)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("degrees", [0, 1, 30, 54, 80, 109, MOST])
def test_the_drawn_leg_has_the_very_angle(side: Side, degrees: int) -> None:
    figures = open_figures()
    plan = DialPlan.of(528, 380, side)
    view = FigureView(LEG_ANGLE, side=side, phase=degrees / LEG_ANGLE_MOST)
    rect = QRectF(*plan.scene())
    hip = figures.place(rect, view, "near.hip")
    knee = figures.place(rect, view, "near.knee")
    ankle = figures.place(rect, view, "near.ankle")
    assert hip is not None
    assert knee is not None
    assert ankle is not None
    assert hip == pytest.approx((plan.hip_x, plan.hip_y), abs=0.01)
    assert plan.angle(*knee) == pytest.approx(degrees, abs=0.5)
    # The knee is never quite straight: the foot is a degree lower.
    assert plan.angle(*ankle) == pytest.approx(degrees, abs=1.2)
    assert plan.distance(*ankle) == pytest.approx(LEG * plan.unit, rel=0.01)


def test_the_left_leg_lies_to_the_left() -> None:
    left, right = (DialPlan.of(500, 400, side) for side in (Side.LEFT, Side.RIGHT))
    assert left.place(0, 100)[0] < left.hip_x
    assert right.place(0, 100)[0] > right.hip_x
    assert left.hip_x == pytest.approx(500 - right.hip_x)


@pytest.mark.parametrize(("wanted", "got"), [(-3.0, 0), (53.6, 54), (110.4, 110), (300.0, 110)])
def test_angles_are_held_within_the_arc(wanted: float, got: int) -> None:
    assert held(wanted) == got
