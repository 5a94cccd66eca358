"""What a handle is called, written beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.ui.look import Look
from supple.ui.pose.handle import SIZE
from supple.ui.widgets import draw

_EDGE: Final = 4.0
_DOT: Final = 12.0
"""Pixels round the middle of a handle that are not covered where that can be."""


class Tag(QWidget):
    """Lies above every handle, and covers as few of them as can be."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, words: str, at: QPointF, others: Sequence[QPointF]) -> None:
        """Show ``words`` beside ``at``; ``others`` are the middles of the other handles.

        All in the parent's pixels; "" hides it.
        """
        parent = self.parentWidget()
        self.words = words
        self.setVisible(bool(words))
        if not words or parent is None:
            return
        font = self._look.font("small-strong")
        self.setFont(font)
        size = self.fontMetrics().boundingRect(words).adjusted(-8, -4, 8, 4).size()
        self.setGeometry(placed(QSizeF(size), at, others, QRectF(parent.rect())).toAlignedRect())
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, place = self._look.theme, QRectF(self.rect())
        painter = draw.smooth(self)
        draw.rounded(painter, place, 8, theme.color("ink"))
        painter.setPen(theme.color("bg"))
        painter.setFont(self._look.font("small-strong"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()


def placed(size: QSizeF, at: QPointF, others: Sequence[QPointF], room: QRectF) -> QRectF:
    """Above the handle, or below, right or left of it: where fewest others are covered."""
    wide, high, gap = size.width(), size.height(), SIZE / 2 + 2
    corners = (
        QPointF(at.x() - wide / 2, at.y() - gap - high),
        QPointF(at.x() - wide / 2, at.y() + gap),
        QPointF(at.x() + gap, at.y() - high / 2),
        QPointF(at.x() - gap - wide, at.y() - high / 2),
    )
    found = [_inside(QRectF(corner, size), room) for corner in corners]

    def covered(place: QRectF) -> int:
        wider = place.adjusted(-_DOT, -_DOT, _DOT, _DOT)
        # Pushed in from the edge it may lie on its own handle, which is worst of all.
        own = place.adjusted(-_DOT / 2, -_DOT / 2, _DOT / 2, _DOT / 2).contains(at)
        return sum(wider.contains(other) for other in others) + 9 * own

    return min(found, key=covered)


def _inside(place: QRectF, room: QRectF) -> QRectF:
    x = min(max(room.left() + _EDGE, place.x()), room.right() - _EDGE - place.width())
    y = min(max(room.top() + _EDGE, place.y()), room.bottom() - _EDGE - place.height())
    return QRectF(QPointF(x, y), place.size())
