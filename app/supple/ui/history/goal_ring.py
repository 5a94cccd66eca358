"""The ring of the week's goal, small, with ``3/5`` in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.painted import PaintedImage

_STROKE = 8


class GoalRing(PaintedImage):
    """How much of the goal is reached; it fills the place it is given."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._done, self._goal = 0, 1
        look.changed.connect(self.update)

    def show_goal(self, done: int, goal: int, words: str) -> None:
        """``done`` of ``goal``, 0 or more; ``words`` are what a screen reader says."""
        self._done, self._goal = done, max(1, goal)
        self.setAccessibleName("Weekly goal")
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = draw.smooth(self)
        stroke = look.px(_STROKE)
        box = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        for pen in draw.edged(QPen(look.theme.color("track"), stroke), look.theme.edge):
            painter.setPen(pen)
            painter.drawEllipse(box)
        part = min(1.0, self._done / self._goal)
        if part > 0:
            pen = QPen(look.theme.color("primary"), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(part * 360 * 16))
        painter.setPen(look.theme.color("ink"))
        painter.setFont(look.font("figure-ring", numbers=True))
        words = f"{self._done}/{self._goal}"
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
