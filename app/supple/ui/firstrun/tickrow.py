"""A line to tick when it is true; long lines wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy

from supple.ui.firstrun import boxes
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw

_AIR = 9
_GAP = 16
"""Pixels between box and words."""


class TickRow(QCheckBox):
    """A box and a sentence. Anywhere on the row ticks it."""

    def __init__(self, look: Look, text: str, *, strong: bool = False, ruled: bool = False) -> None:
        """``strong`` for bold words; ``ruled`` draws a line above."""
        super().__init__()
        self._look = look
        self._ruled = ruled
        self._words = Text(look, text, "body-strong" if strong else "body", wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._refresh)
        self._refresh()

    def set_ruled(self, ruled: bool) -> None:
        """Draw a line above, or none."""
        self._ruled = ruled
        self.update()

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        if self._ruled:
            line = QRect(0, 0, self.width(), 1)
            draw.flat(painter, line, self._look.theme.color("line"))
        top = self._words.y() + (self._look.line("body") - self._look.px(boxes.SIDE)) / 2
        corner = QPointF(0, round(top))
        boxes.paint_tick(painter, self._look, corner, self.devicePixelRatioF(), on=self.isChecked())
        painter.end()

    def _refresh(self) -> None:
        left = self._look.px(boxes.SIDE) + _GAP
        self._row.setContentsMargins(left, _AIR, 0, _AIR)
        self.updateGeometry()
        self.update()
