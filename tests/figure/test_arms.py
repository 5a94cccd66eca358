from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from supple.figure.arms import arm_path, paint_arm, paint_sleeve
from supple.figure.palette import palette
from supple.figure.rig import Skeleton

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)


@given(st.floats(-60, 180), st.floats(0, 150))
def test_an_arm_surrounds_its_bones(shoulder: float, elbow: float) -> None:
    skeleton = Skeleton({"near.shoulder": shoulder, "near.elbow": elbow})
    arm = arm_path(skeleton, "near")
    places = [(b, u) for b in ("near.upper-arm", "near.forearm") for u in (0.1, 0.5, 0.9)]
    for limb, along in places:
        # a hair beside the axis: Qt errs where a point lies level with an outline's corner
        x, y = skeleton.on(limb, along, 0)
        assert arm.contains(QPointF(x + 0.13, y + 0.17))


def _count(image: QImage, name: str) -> int:
    size = image.size()
    return sum(
        image.pixelColor(x, y).name() == name
        for x in range(size.width())
        for y in range(size.height())
    )


def test_a_far_arm_is_darker_than_a_near_one(canvas: Canvas) -> None:
    skeleton = Skeleton({"near.shoulder": 60, "far.shoulder": 60})
    near = canvas(lambda p: paint_arm(p, skeleton, "near", C, "flat"))
    far = canvas(lambda p: paint_arm(p, skeleton, "far", C, "flat"))
    assert _count(near, C.skin.name()) > 200
    assert _count(far, C.skin_far.name()) > 200
    assert _count(far, C.skin.name()) == 0


def test_the_sleeve_covers_the_upper_half_and_glows_when_asked(canvas: Canvas) -> None:
    skeleton = Skeleton({"near.shoulder": 60})
    plain = canvas(lambda p: paint_sleeve(p, skeleton, "near", C))
    glowing = canvas(lambda p: paint_sleeve(p, skeleton, "near", C, None, 1.0))
    assert _count(plain, C.shirt.name()) > 100
    assert _count(glowing, C.shirt.name()) < _count(plain, C.shirt.name())
