"""A box that holds what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

RADIUS = 14


class Card(QFrame):
    """A rounded surface; put things into ``body``."""

    def __init__(self, look: Look, padding: int = 20, parent: QWidget | None = None) -> None:
        """``padding`` pixels on every side: 16 for charts, 24 for the hero and settings."""
        super().__init__(parent)
        self._look = look
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        draw.rounded(
            painter, QRectF(self.rect()), RADIUS, theme.color("surface"), theme.color("line")
        )
        painter.end()
