from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure import geometry as g

angles = st.floats(-720, 720)
lengths = st.floats(1, 1000)


def test_directions_run_clockwise_from_up() -> None:
    assert g.vec(0, 10) == pytest.approx((0, -10))
    assert g.vec(90, 10) == pytest.approx((10, 0))
    assert g.vec(180, 10) == pytest.approx((0, 10), abs=1e-9)


@given(angles, lengths)
def test_direction_undoes_vec(angle: float, length: float) -> None:
    back = g.direction((0, 0), g.vec(angle, length))
    assert g.wrap(back - angle) == pytest.approx(0, abs=1e-6)
    assert g.distance((0, 0), g.vec(angle, length)) == pytest.approx(length)


@given(angles, angles)
def test_turn_takes_the_shorter_way(a: float, b: float) -> None:
    assert abs(g.turn(a, b, 1) - a) <= 180
    assert g.wrap(g.turn(a, b, 1) - b) == pytest.approx(0, abs=1e-6)


def test_width_is_straight_between_entries_and_constant_outside() -> None:
    profile = ((0.0, 10.0), (0.5, 20.0), (1.0, 0.0))
    assert g.width_at(profile, -1) == 10
    assert g.width_at(profile, 0.25) == 15
    assert g.width_at(profile, 2) == 0


def test_frame_counts_along_and_to_the_right() -> None:
    assert g.frame((5, 5), 90, 10, 3) == pytest.approx((15, 8))


@given(st.lists(st.tuples(st.tuples(lengths, lengths), st.floats(0.1, 1)), min_size=1))
def test_weighted_mean_stays_within_its_points(
    parts: list[tuple[tuple[float, float], float]],
) -> None:
    x, y = g.weighted(parts)
    xs, ys = [p[0] for p, _ in parts], [p[1] for p, _ in parts]
    assert min(xs) - 1e-6 <= x <= max(xs) + 1e-6
    assert min(ys) - 1e-6 <= y <= max(ys) + 1e-6


def test_mean_turn_goes_across_the_seam() -> None:
    assert g.wrap(g.mean_turn([(170.0, 1.0), (-170.0, 1.0)])) == pytest.approx(-180)


def test_smooth_starts_and_ends_flat() -> None:
    assert (g.smooth(-1), g.smooth(0), g.smooth(0.5), g.smooth(1), g.smooth(2)) == (0, 0, 0.5, 1, 1)
    assert g.smooth(0.01) < 0.01
