"""The heads above the columns of the rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from supple.ui.editor import columns
from supple.ui.look import Look


def paint_heads(painter: QPainter, look: Look, box: QRectF, *, narrow: bool) -> None:
    """Write them into ``box``, as wide as the rows; ``narrow``: without the rest's."""
    px = look.px
    font = look.font("small-strong")
    painter.setFont(font)
    painter.setPen(look.theme.color("muted"))
    middle = box.height() / 2 + QFontMetricsF(font).capHeight() / 2 + 1
    left = box.left() + columns.words_from(look, narrow=narrow)
    width = round(box.width())
    if columns.is_stacked(look, width, narrow=narrow):
        painter.drawText(QPointF(left, middle), "Stretch, hold, times, sides and total")
        return
    painter.drawText(QPointF(left, middle), "Stretch")
    x = box.right() - columns.end_width(look, narrow=narrow) + columns.GAP
    heads = [("Hold", columns.HOLD), ("Times", columns.TIMES), ("Sides", columns.SIDES)]
    heads += [] if narrow else [("Rest", columns.REST)]
    for text, wide in heads:
        painter.drawText(QPointF(x, middle), text)
        x += px(wide) + columns.GAP
    last = QFontMetricsF(font).horizontalAdvance("Total")
    painter.drawText(QPointF(x + px(columns.TOTAL) - last, middle), "Total")
