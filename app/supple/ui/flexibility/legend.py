"""What the colours of the dial's band mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw

_PARTS = (
    ("accent-soft", "accent-line", "Under 60°, tight"),
    ("rest-soft", "control", "60 to 79°, in between"),
    ("primary-soft", "h2", "80° or more, not tight"),
)


class Legend(QWidget):
    """Three colours with their words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 16)
        flow = QHBoxLayout()
        flow.setSpacing(20)
        for fill, edge, words in _PARTS:
            flow.addWidget(_Part(look, fill, edge, words))
        row.addStretch(1)
        row.addLayout(flow)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class _Part(QWidget):
    def __init__(self, look: Look, fill: str, edge: str, words: str) -> None:
        super().__init__()
        self._look, self._fill, self._edge = look, fill, edge
        self._row = QHBoxLayout(self)
        self._row.addWidget(Text(look, words, "small", "muted"))
        look.changed.connect(self._refresh)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._look.theme, self._look.px(14)
        painter = draw.smooth(self)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        draw.rounded(painter, box, 4, theme.color(self._fill), theme.color(self._edge))
        painter.end()

    def _refresh(self) -> None:
        self._row.setContentsMargins(self._look.px(22), 0, 0, 0)
