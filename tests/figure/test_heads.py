from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter

from supple.figure.heads import paint_head
from supple.figure.palette import palette
from supple.figure.rig import Skeleton

Canvas = Callable[[Callable[[QPainter], None]], QImage]


def _hair(image: QImage, name: str) -> list[tuple[int, int]]:
    return [(x, y) for x in range(300) for y in range(300) if image.pixelColor(x, y).name() == name]


def test_the_hair_lies_behind_an_upright_face(canvas: Canvas) -> None:
    skeleton = Skeleton({})
    for hair in range(3):
        c = palette(False, 0, hair)
        image = canvas(lambda p, c=c, hair=hair: paint_head(p, skeleton, c, hair))  # type: ignore[misc]
        pixels = _hair(image, c.hair.name())
        skull = (skeleton.points["skull"][0] + 600) / 4
        assert sum(x for x, _ in pixels) / len(pixels) < skull + 8


def test_the_head_turns_with_the_body(canvas: Canvas) -> None:
    c = palette(False)
    lying = Skeleton({"pelvis": -90})
    pixels = _hair(canvas(lambda p: paint_head(p, lying, c, 0)), c.hair.name())
    skull = lying.points["skull"]
    assert sum(x for x, _ in pixels) / len(pixels) < (skull[0] + 600) / 4
    assert sum(y for _, y in pixels) / len(pixels) > (skull[1] + 1100) / 4 - 8


def test_tied_hair_stands_above_the_crown(canvas: Canvas) -> None:
    skeleton = Skeleton({})
    tops = []
    for hair in (0, 1):
        c = palette(False, 0, 0)
        image = canvas(lambda p, c=c, hair=hair: paint_head(p, skeleton, c, hair))  # type: ignore[misc]
        tops.append(min(y for _, y in _hair(image, c.hair.name())))
    assert tops[1] < tops[0]
