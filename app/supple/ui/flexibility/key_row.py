"""A line of the list of keys beside the dial."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.keycap import KeyCap


class KeyRow(QWidget):
    """Keys, or words, and what they do."""

    def __init__(
        self, look: Look, keys: tuple[str, ...], words: str, does: str, *, ruled: bool
    ) -> None:
        super().__init__()
        self._look = look
        self._ruled = ruled
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(6)
        self._caps = [KeyCap(look, key, "ink") for key in keys]
        for cap in self._caps:
            row.addWidget(cap)
        if words:
            row.addWidget(Text(look, words, "small"))
        row.addStretch(1)
        row.addWidget(Text(look, does, "small", "muted"))
        look.changed.connect(self._refresh)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            painter = QPainter(self)
            draw.flat(painter, QRect(0, 0, self.width(), 1), self._look.theme.color("line"))
            painter.end()

    def _refresh(self) -> None:
        for cap in self._caps:
            cap.set_scale(self._look.text_scale)
