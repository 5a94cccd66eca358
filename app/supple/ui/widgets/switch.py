"""On or off, at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

_WIDTH, _HEIGHT, _KNOB, _EDGE = 44, 24, 18, 3


class Switch(QCheckBox):
    """A check box that looks like a switch. Its words stand beside it, in another widget."""

    def __init__(
        self, look: Look, name: str, *, on: bool = False, parent: QWidget | None = None
    ) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        on = self.isChecked()
        token = "primary" if on else "control"
        fill = theme.color(token) if self.isEnabled() else theme.faint(token)
        knob = theme.color("on-primary") if on else Qt.GlobalColor.white
        painter = draw.smooth(self)
        draw.rounded(painter, QRectF(0, 0, _WIDTH, _HEIGHT), _HEIGHT / 2, fill)
        painter.setBrush(knob)
        x = _WIDTH - _EDGE - _KNOB if on else _EDGE
        painter.drawEllipse(QRectF(x, _EDGE, _KNOB, _KNOB))
        painter.end()
