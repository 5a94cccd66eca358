"""One round handle on the figure."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

SIZE: Final = 44
"""Pixels of the square that takes the pointer."""
_NEAR, _FAR, _HOT = 9.0, 7.0, 11.0
STEP, LEAP = 1, 5
_KEYS: Final = {
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Right: (1, 1),
    Qt.Key.Key_Left: (1, -1),
}


class Handle(QSlider):
    """Painted, focused and read out here; the picture below it follows the pointer."""

    stepped = Signal(str, int, int)
    """Its name, 0 for up and down or 1 for left and right, and how many steps: 1 or 5."""
    focused = Signal()
    """It has got the focus, or lost it."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.name = name
        self.hot = False
        self.held = False
        """Whether the hand or foot holds on to something."""
        self.setRange(-180, 180)
        self.setFixedSize(SIZE, SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("plainFocus", True)
        # The nearest handle is taken, not the topmost: the picture finds it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, words: str, degrees: float) -> None:
        """What is read out, and the value."""
        self.setAccessibleName(words)
        self.setValue(round(degrees))

    def show_hot(self, hot: bool) -> None:
        """Whether the pointer is on it or moves it."""
        if hot != self.hot:
            self.hot = hot
            self.update()

    def middle_at(self, at: QPointF) -> None:
        """Put it there, in the parent's pixels."""
        self.move(round(at.x() - SIZE / 2), round(at.y() - SIZE / 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            event.ignore()
            return
        size = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        self.stepped.emit(self.name, way[0], way[1] * size)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        far = self.name.startswith("far")
        radius = _HOT if self.hot else _FAR if far else _NEAR
        middle = QRectF(self.rect()).center()
        ink = theme.color("muted" if far else "primary-ink")
        filled = self.hot or self.hasFocus()
        painter.setPen(QPen(theme.color("surface"), 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(ink, 2.5))
        painter.setBrush(ink if filled else theme.color("surface"))
        painter.drawEllipse(middle, radius, radius)
        if self.held:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("surface") if filled else ink)
            painter.drawEllipse(middle, radius * 0.42, radius * 0.42)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius + 6, radius + 6)
        painter.end()
