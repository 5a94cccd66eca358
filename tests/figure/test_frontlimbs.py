from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter

from supple.figure.frontlimbs import paint_front_arm, paint_front_halo, paint_front_leg
from supple.figure.frontrig import FrontSkeleton
from supple.figure.palette import palette

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)
WIDE = FrontSkeleton({"spread": 110, "near.shoulder": 90, "far.shoulder": 90})


def _drawn(image: QImage) -> list[tuple[float, float]]:
    return [
        (x * 4 - 600, y * 4 - 1100)
        for x in range(300)
        for y in range(300)
        if image.pixelColor(x, y).alpha() > 128
    ]


def test_legs_reach_from_the_hips_to_the_floor_on_their_own_side(canvas: Canvas) -> None:
    for back in (False, True):
        near = _drawn(canvas(lambda p, b=back: paint_front_leg(p, WIDE, "near", C, b, 0)))  # type: ignore[misc]
        far = _drawn(canvas(lambda p, b=back: paint_front_leg(p, WIDE, "far", C, b, 0)))  # type: ignore[misc]
        assert sum(x for x, _ in near) > 0 > sum(x for x, _ in far)
        assert -10 < max(y for _, y in near) < 30
        assert min(y for _, y in near) < -540


def test_a_hamstring_glows_and_throws_light(canvas: Canvas) -> None:
    def coral(strength: float) -> int:
        image = canvas(lambda p: paint_front_leg(p, WIDE, "near", C, True, strength))
        return sum(
            image.pixelColor(x, y).name() == C.glow.name() for x in range(300) for y in range(300)
        )

    assert coral(1.0) > coral(0.4) > coral(0.0) == 0
    assert not _drawn(canvas(lambda p: paint_front_halo(p, WIDE, "near", C, 0.0)))
    assert _drawn(canvas(lambda p: paint_front_halo(p, WIDE, "near", C, 1.0)))


def test_arms_stretch_out_to_both_sides(canvas: Canvas) -> None:
    near = _drawn(canvas(lambda p: paint_front_arm(p, WIDE, "near", C, "open")))
    far = _drawn(canvas(lambda p: paint_front_arm(p, WIDE, "far", C, "open")))
    assert max(x for x, _ in near) > 450
    assert min(x for x, _ in far) < -450
    assert len(near) == len(far) or abs(len(near) - len(far)) < 0.03 * len(near)


def test_a_sleeve_that_points_at_the_viewer_is_left_out(canvas: Canvas) -> None:
    short = FrontSkeleton({"near.upper-arm-length": 0.0, "near.forearm-length": 0.3})
    assert _drawn(canvas(lambda p: paint_front_arm(p, short, "near", C, "open")))
