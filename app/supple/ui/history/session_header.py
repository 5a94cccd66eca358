"""The names of the columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from supple.ui.history.session_model import COLUMNS
from supple.ui.look import Look
from supple.ui.widgets import draw

_HIGH = 41
_PAD = 20


class SessionHeader(QHeaderView):
    """Small words above a line. Nothing to click: the newest is always first."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_HIGH))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme = self._look.theme
        painter.save()
        draw.flat(painter, rect, theme.color("surface"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        draw.flat(painter, line, theme.color("line"))
        painter.setFont(self._look.font("small-strong"))
        painter.setPen(theme.color("muted"))
        left = self._look.px(_PAD) if logical == 0 else 0
        words = rect.adjusted(left, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, COLUMNS[logical])
        painter.restore()

    def _refresh(self) -> None:
        self.setFixedHeight(self._look.px(_HIGH))
        self.viewport().update()
