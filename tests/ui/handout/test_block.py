from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from supple.ui.handout.block import Stack, rule
from supple.ui.handout.text import BODY, Fonts


def test_texts_stand_one_below_the_other(family: str) -> None:
    fonts, stack = Fonts(family), Stack()
    assert stack.height == 0
    stack.add(fonts.text("one", BODY, 90), gap=50)
    assert stack.height == BODY.line  # nothing above it to keep away from
    stack.add(fonts.text("two", BODY, 90), gap=5)
    assert stack.height == 2 * BODY.line + 5


def test_a_line_is_as_long_as_was_asked_for(qapp: object) -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    rule(painter, 10, 5, 30, "#000000", 1)
    painter.end()
    inked = [x for x in range(60) if image.pixelColor(x, 5).lightness() < 128]
    assert (inked[0], inked[-1]) == (10, 39)
