from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter

from supple.figure.frontheads import paint_front_head
from supple.figure.palette import palette

Canvas = Callable[[Callable[[QPainter], None]], QImage]


def _count(image: QImage, name: str) -> int:
    return sum(image.pixelColor(x, y).name() == name for x in range(300) for y in range(300))


def _head(canvas: Canvas, hair: int, back: bool) -> QImage:
    return canvas(lambda p: paint_front_head(p, (0, -900), palette(False), hair, back))


def test_from_behind_there_is_hair_and_no_face(canvas: Canvas) -> None:
    c = palette(False)
    front, back = (_head(canvas, 0, back) for back in (False, True))
    assert _count(front, c.skin.name()) > 2 * _count(back, c.skin.name())
    assert _count(back, c.hair.name()) > _count(front, c.hair.name())


def test_three_kinds_of_hair_are_three_pictures(canvas: Canvas) -> None:
    for back in (False, True):
        pictures = [_head(canvas, hair, back) for hair in range(3)]
        assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_a_face_is_even(canvas: Canvas) -> None:
    image = _head(canvas, 2, True)
    drawn = [x for x in range(300) for y in range(300) if image.pixelColor(x, y).alpha() > 128]
    assert abs(sum(drawn) / len(drawn) - 149.5) < 1
