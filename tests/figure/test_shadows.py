from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter

from supple.figure.palette import palette
from supple.figure.shadows import blot, paint_shadows

Canvas = Callable[[Callable[[QPainter], None]], QImage]
C = palette(False)


def _darkness(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() for x in range(300) for y in range(300))


def test_the_higher_the_foot_the_fainter_its_shadow(canvas: Canvas) -> None:
    shades = [
        _darkness(
            canvas(lambda p, h=h: paint_shadows(p, {"near.ankle": (0.0, -40.0 - h)}, C))  # type: ignore[misc]
        )
        for h in (0, 60, 150, 600)
    ]
    assert shades == sorted(shades, reverse=True)
    assert shades[0] > 0
    assert shades[-1] == 0


def test_a_shadow_lies_flat_on_the_floor(canvas: Canvas) -> None:
    image = canvas(lambda p: blot(p, (0, 0), (100, 26), C, 1.0))
    drawn = [(x, y) for x in range(300) for y in range(300) if image.pixelColor(x, y).alpha() > 4]
    wide = max(x for x, _ in drawn) - min(x for x, _ in drawn)
    high = max(y for _, y in drawn) - min(y for _, y in drawn)
    assert wide > 3 * high
    assert abs(sum(y for _, y in drawn) / len(drawn) - 275) < 2
