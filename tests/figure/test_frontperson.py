from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter

from supple.figure.frontperson import FrontLook, paint_front_person
from supple.figure.frontrig import FrontSkeleton
from supple.figure.palette import palette

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)


def _person(canvas: Canvas, skeleton: FrontSkeleton, **look: object) -> QImage:
    return canvas(
        lambda p: paint_front_person(p, skeleton, FrontLook(C, **look))  # type: ignore[arg-type]
    )


def test_front_and_back_are_two_pictures(canvas: Canvas) -> None:
    s = FrontSkeleton({})
    assert _person(canvas, s, back=False) != _person(canvas, s, back=True)


def test_the_outline_is_even(canvas: Canvas) -> None:
    image = _person(canvas, FrontSkeleton({}), back=False)
    for y in range(40, 270, 10):
        row = [x for x in range(300) if image.pixelColor(x, y).alpha() > 128]
        if row:
            assert abs(row[0] + row[-1] - 299) <= 2


def test_leaning_in_hides_the_neck_behind_the_shoulders(canvas: Canvas) -> None:
    def top(lean: float) -> int:
        image = _person(canvas, FrontSkeleton({"lean": lean}), back=True)
        return next(
            y for y in range(300) if any(image.pixelColor(x, y).alpha() > 128 for x in range(300))
        )

    assert top(1.0) > top(0.0) + 15


def test_breathing_widens_the_chest(canvas: Canvas) -> None:
    def wide(breath: float) -> float:
        image = _person(canvas, FrontSkeleton({}, breath), back=False)
        return sum(image.pixelColor(x, 90).name() == C.shirt.name() for x in range(300))

    assert wide(1.0) >= wide(-1.0)
    assert _person(canvas, FrontSkeleton({}, 1.0), back=False) != _person(
        canvas, FrontSkeleton({}, -1.0), back=False
    )
