"""How far the questions are: a dot for each step, a long one for the step shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.painted import PaintedText

_DOT, _LONG, _GAP, _WORDS = 8, 28, 8, 16


class StepMarks(PaintedText):
    """The marks and "Step 1 of 3"; nothing at all where there is one step only."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._at, self._count = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    @property
    def words(self) -> str:
        """What stands beside the marks."""
        return f"Step {self._at + 1} of {self._count}"

    def set_step(self, at: int, count: int) -> None:
        """Show the step ``at`` (from 0) of ``count``."""
        self._at, self._count = at, count
        self.setAccessibleName(self.words)
        self.setVisible(count > 1)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("small")).horizontalAdvance(self.words)
        return QSize(round(self._dots() + _WORDS + words + 1.5), self._look.line("small"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        color = self._look.theme.color
        x, y = 0.0, (self.height() - _DOT) / 2
        for n in range(self._count):
            width = _LONG if n == self._at else _DOT
            token = "primary" if n <= self._at else "line"
            draw.rounded(painter, QRectF(x, y, width, _DOT), _DOT / 2, color(token))
            x += width + _GAP
        painter.setFont(self._look.font("small"))
        painter.setPen(color("muted"))
        words = QRectF(x - _GAP + _WORDS, 0, self.width() - x + _GAP, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.words)
        painter.end()

    def _dots(self) -> int:
        return _LONG + (self._count - 1) * (_DOT + _GAP)
