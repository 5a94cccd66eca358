from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from supple.figure import body
from supple.figure.hands import KINDS, paint_hand

SKIN, SHADE = QColor("#C98B66"), QColor("#B47650")


def _image(kind: str, detail: bool = True) -> QImage:
    image = QImage(160, 120, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.translate(30, 60)
    paint_hand(painter, QTransform(), kind, SKIN, SHADE, detail)
    painter.end()
    return image


def _drawn(image: QImage) -> set[tuple[int, int]]:
    size = image.size()
    return {
        (x, y)
        for x in range(size.width())
        for y in range(size.height())
        if image.pixelColor(x, y).alpha() > 128
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_hand_is_as_long_as_a_hand(kind: str) -> None:
    drawn = _drawn(_image(kind))
    longest = max(x for x, _ in drawn) - 30
    closed = kind in ("grip", "fist")
    assert longest == pytest.approx(body.HAND * (0.66 if closed else 0.98), abs=6)


def test_the_kinds_look_different() -> None:
    shapes = {kind: frozenset(_drawn(_image(kind))) for kind in ("flat", "relaxed", "grip", "open")}
    assert len(set(shapes.values())) == 4


def test_an_open_hand_has_gaps_between_its_fingers() -> None:
    image = _image("open")
    column = [image.pixelColor(30 + 72, y).alpha() > 128 for y in range(120)]
    edges = sum(a != b for a, b in pairwise(column))
    assert edges >= 4


def test_detail_draws_the_lines_between_fingers() -> None:
    assert _image("flat", detail=True) != _image("flat", detail=False)
