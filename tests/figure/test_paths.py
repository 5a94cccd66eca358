from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from supple.figure import paths
from supple.figure.geometry import Point, add, vec

SQUARE: list[Point] = [(0, 0), (100, 0), (100, 100), (0, 100)]


def _area(path: QPainterPath) -> float:
    """Signed area of the first outline; above 0 runs clockwise on the screen."""
    points = list(path.toSubpathPolygons()[0])
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(a.x() * b.y() - b.x() * a.y() for a, b in pairs) / 2


def test_a_line_passes_through_its_points() -> None:
    path = paths.line([(0, 0), (50, 20), (100, 0)])
    assert path.elementAt(3).x == 50  # type: ignore[attr-defined]
    assert path.currentPosition() == QPointF(100, 0)


def test_a_blob_is_closed_and_holds_what_it_surrounds() -> None:
    path = paths.blob(SQUARE)
    assert path.contains(QPointF(50, 50))
    assert not path.contains(QPointF(-60, 50))


@given(st.floats(-300, 300), st.floats(-300, 300), st.floats(5, 90), st.floats(5, 90))
def test_a_hull_runs_clockwise_and_holds_both_circles(
    x: float, y: float, ra: float, rb: float
) -> None:
    path = paths.hull((0, 0), ra, (x, y), rb)
    assert _area(path) > 0
    for centre, r in (((0.0, 0.0), ra), ((x, y), rb)):
        for angle in range(0, 360, 45):
            # a hair beside: Qt errs where a point lies level with an outline's corner
            assert path.contains(QPointF(*add(centre, vec(angle + 0.7, r * 0.97))))


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_a_fillet_always_runs_clockwise(x: float, y: float) -> None:
    if math.hypot(x, y) < 5 or abs(y) < 1:
        return
    path = QPainterPath()
    paths.fillet(path, (0, 0), (50, 0), (x, y), (x, y))
    assert _area(path) > 0


def test_a_shape_is_laid_along_its_bone() -> None:
    rod = QPainterPath()
    rod.addRect(0, -5, 100, 10)
    down = paths.placed(rod, (7, 7), 180).boundingRect()
    assert down.bottom() == pytest.approx(107)
    assert down.width() == pytest.approx(10)
    assert paths.placed(rod, (0, 0), 90, 0.5).boundingRect().width() == pytest.approx(50)


def test_rounded_corners_stay_within_the_corners() -> None:
    box = paths.rounded(SQUARE, 20).boundingRect()
    assert (box.width(), box.height()) == pytest.approx((100, 100))
    assert not paths.rounded(SQUARE, 20).contains(QPointF(2, 2))


def test_cut_ends_a_profile_where_it_is_told() -> None:
    cut = paths.cut(((0, 10), (0.5, 20), (1, 30)), 0.75, 1)
    assert cut[-1] == (0.75, 26)
    assert cut[0] == (0, 11)


def test_eased_width_meets_the_entries() -> None:
    profile = ((0.0, 10.0), (1.0, 20.0))
    assert [paths.eased_width(profile, u) for u in (0, 0.5, 1, 9)] == [10, 15, 20, 20]


def test_a_straight_bone_lies_along_x() -> None:
    outline = paths.straight(100, ((0, 10), (1, 5)), ((0, 12), (1, 6)), (0.9, 0.9)).boundingRect()
    assert outline.left() < 0
    assert outline.right() > 100
    assert outline.height() == pytest.approx(22, abs=3)
