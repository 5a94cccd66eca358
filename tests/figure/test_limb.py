from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from supple.figure.geometry import Point, add, vec
from supple.figure.legs import LEG


@given(st.floats(-90, 180), st.floats(0, 140))
def test_a_limb_surrounds_its_bones_however_it_bends(hip: float, knee: float) -> None:
    start: Point = (0, 0)
    middle = add(start, vec(hip, 258))
    end = add(middle, vec(hip + knee, 252))
    outline = LEG.outline((start, middle, end), knee)
    for t in (0.1, 0.5, 0.9):
        assert outline.contains(QPointF(middle[0] * t, middle[1] * t))
    for t in (0.25, 0.5, 0.8):
        p = (middle[0] + (end[0] - middle[0]) * t, middle[1] + (end[1] - middle[1]) * t)
        assert outline.contains(QPointF(*p))
    assert outline.boundingRect().width() < 700


def test_a_limb_ends_where_it_is_told() -> None:
    joints: tuple[Point, Point, Point] = ((0, 0), (0, 258), (0, 510))
    whole, cut = (LEG.outline(joints, 2, end=end, cap=0).boundingRect() for end in (1.0, 0.84))
    assert whole.bottom() == pytest.approx(510, abs=8)
    assert cut.bottom() == pytest.approx(258 + 0.84 * 252, abs=8)


def test_growing_widens_the_whole_limb() -> None:
    joints: tuple[Point, Point, Point] = ((0, 0), (0, 258), (0, 510))
    thin, thick = (LEG.outline(joints, 2, grow=g).boundingRect().width() for g in (0, 5))
    assert thick - thin == pytest.approx(10, abs=1)


def test_the_outer_side_of_a_bent_knee_is_round() -> None:
    middle = vec(90, 258)
    outline = LEG.outline(((0, 0), middle, add(middle, vec(180, 252))), 90)
    cap = add(middle, vec(45, 34))
    beyond = add(middle, vec(45, 60))
    assert outline.contains(QPointF(*cap))
    assert not outline.contains(QPointF(*beyond))
