"""The ground of every bottom bar on the session page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.look import Look

_MARGIN, _SPACING = 24, 8


class BottomBar(QWidget):
    """A surface with a line above it; put things into ``row``."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.row = QHBoxLayout(self)
        self._spread(1.0, words=True)

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        """Margins follow ``scale``; without ``words`` they are tighter.

        ``text`` is the scale of sentences, ``scale`` where it is None.
        """
        self._spread(scale, words=words)

    def _spread(self, scale: float, *, words: bool) -> None:
        margin = round((_MARGIN if words else _MARGIN * 0.7) * scale)
        self.row.setContentsMargins(margin, 1, margin, 0)
        self.row.setSpacing(round(_SPACING * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        painter.end()
