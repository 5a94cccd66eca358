"""The handle of a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw


class Grip(QToolButton):
    """The handle: what the row is moved by, and what has the focus for it."""

    def __init__(self, look: Look, row: QWidget) -> None:
        super().__init__(row)
        self._look = look
        self.lifted = False
        """Whether its row is being carried."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip("Drag it, or press Alt with up or down")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        # The row has itself carried.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._look.px(18)
        painter = draw.smooth(self)
        token = "ink" if self.underMouse() or self.lifted else "muted"
        picture = self._look.pixmap("grip-vertical", token, side, self.devicePixelRatioF())
        x, y = (self.width() - side) // 2, (self.height() - side) // 2
        painter.drawPixmap(x, y, picture)
        painter.end()
