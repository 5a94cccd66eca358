"""The one instruction, as large as it fits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

_SMALLEST = 0.35
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class CueLabel(QLabel):
    """One or two lines that are never cut off: what does not fit is set smaller."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        look.changed.connect(self.update)

    def say(self, text: str) -> None:
        """Change the instruction; nothing happens when it is the same."""
        if text != self.text():
            self.setText(text)

    def set_scale(self, scale: float) -> None:
        """1 is 44 pixels."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def fitted(self) -> QFont:
        """The font the text is painted in now."""
        scale = self._scale
        while scale > self._scale * _SMALLEST:
            font = self._look.font("cue", scale)
            if self._fits(font):
                return font
            scale *= 0.92
        return self._look.font("cue", scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        painter.setFont(self.fitted())
        painter.setPen(self._look.theme.color("ink"))
        painter.drawText(QRectF(self.rect()), int(_WRAP), self.text())
        painter.end()

    def _fits(self, font: QFont) -> bool:
        box = QRectF(0, 0, self.width(), 10000)
        metrics = QFontMetricsF(font)
        taken = metrics.boundingRect(box, int(_WRAP), self.text())
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0.0)
        return taken.height() <= self.height() and longest <= self.width()
