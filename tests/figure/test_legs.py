from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from supple.figure.legs import foot_path, leggings_path, paint_leg
from supple.figure.palette import palette
from supple.figure.rig import Skeleton

Canvas = Callable[[Callable[[QPainter], None]], QImage]


@given(st.floats(-25, 130), st.floats(0, 140), st.floats(-90, 95))
def test_leggings_and_foot_make_one_leg_in_every_posture(
    hip: float, knee: float, pelvis: float
) -> None:
    skeleton = Skeleton({"pelvis": pelvis, "near.hip": hip, "near.knee": knee})
    leggings, foot = leggings_path(skeleton, "near"), foot_path(skeleton, "near")
    assert leggings.contains(QPointF(*skeleton.points["near.hip"]))
    assert leggings.contains(QPointF(*skeleton.on("near.thigh", 0.5, 0)))
    assert leggings.contains(QPointF(*skeleton.on("near.shank", 0.6, 0)))
    assert foot.contains(QPointF(*skeleton.points["near.ankle"]))
    assert leggings.intersects(foot)


def test_the_seat_is_behind_the_hip_standing_and_under_it_sitting() -> None:
    standing = leggings_path(Skeleton({}), "near").boundingRect()
    assert standing.left() < -70
    sitting = Skeleton({"near.hip": 88, "near.knee": 88})
    assert leggings_path(sitting, "near").contains(QPointF(-20, 60))


def test_a_standing_leg_reaches_from_hip_to_sole() -> None:
    skeleton = Skeleton({"near.knee": 0})
    skeleton.place((0, 0), {"near": 1.0})
    bottom = foot_path(skeleton, "near").boundingRect().bottom()
    assert abs(bottom - (258 + 252 + 40)) < 3


def test_near_and_far_legs_have_their_own_tint_and_only_a_stretched_one_glows(
    canvas: Canvas,
) -> None:
    c, skeleton = palette(False), Skeleton({})

    def colours(side: str, strength: float) -> set[str]:
        image = canvas(lambda p: paint_leg(p, skeleton, side, c, "hamstring", strength))
        return {
            image.pixelColor(x, y).name()
            for x in range(100, 200)
            for y in range(270, 300)
            if image.pixelColor(x, y).alpha() == 255
        }

    near, far = colours("near", 0.0), colours("far", 0.0)
    assert c.leg.name() in near
    assert c.leg_far.name() in far
    assert c.glow.name() not in near
