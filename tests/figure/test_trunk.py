from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from supple.figure.palette import palette
from supple.figure.rig import Skeleton
from supple.figure.trunk import Trunk

Canvas = Callable[[Callable[[QPainter], None]], QImage]


@given(st.floats(-95, 100), st.floats(-20, 30), st.floats(-15, 25))
def test_hips_and_shirt_follow_the_spine(pelvis: float, lumbar: float, thorax: float) -> None:
    skeleton = Skeleton({"pelvis": pelvis, "lumbar": lumbar, "thorax": thorax})
    trunk = Trunk(skeleton)
    assert trunk.hips.contains(QPointF(*skeleton.points["root"]))
    for part in ("l5", "t12"):
        assert trunk.shirt.contains(QPointF(*skeleton.points[part]))
    assert trunk.hips.intersects(trunk.shirt)


def test_breathing_in_moves_the_chest_forward_and_not_the_back() -> None:
    out, full = (Trunk(Skeleton({}, breath)).shirt.boundingRect() for breath in (-1, 1))
    assert full.right() > out.right() + 1
    assert full.left() == pytest.approx(out.left(), abs=2)


@pytest.mark.parametrize("muscle", ["low-back", "chest"])
def test_low_back_and_chest_can_glow(canvas: Canvas, muscle: str) -> None:
    trunk, c = Trunk(Skeleton({})), palette(False)
    dark = canvas(lambda p: trunk.paint_shirt(p, c, muscle, 0.0))
    lit = canvas(lambda p: trunk.paint_shirt(p, c, muscle, 1.0))
    changed = [
        x for x in range(300) for y in range(300) if dark.pixelColor(x, y) != lit.pixelColor(x, y)
    ]
    middle = sum(changed) / len(changed) * 4 - 600
    assert (middle < 0) == (muscle == "low-back")


def test_the_hips_wear_leggings(canvas: Canvas) -> None:
    c = palette(False)
    image = canvas(lambda p: Trunk(Skeleton({})).paint_hips(p, c))
    assert image.pixelColor(150, 272).name() == c.leg.name()
