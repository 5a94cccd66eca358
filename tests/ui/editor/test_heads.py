from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from supple.ui.editor.heads import paint_heads
from supple.ui.look import Look


def painted(look: Look, width: int, *, narrow: bool) -> QImage:
    image = QImage(width, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_heads(painter, look, QRectF(0, 0, width, 38), narrow=narrow)
    painter.end()
    return image


def words(image: QImage) -> int:
    """How many groups of ink there are, with more than 12 pixels between them."""
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).alpha() for y in range(image.height()))
    ]
    return 1 + sum(after - before > 12 for before, after in pairwise(inked))


@pytest.mark.parametrize(
    ("width", "narrow", "heads"), [(824, False, 6), (640, True, 5), (360, True, 1)]
)
def test_every_column_has_its_head(look: Look, width: int, narrow: bool, heads: int) -> None:
    """Where the names stand above the numbers, one line tells of all."""
    assert words(painted(look, width, narrow=narrow)) == heads
