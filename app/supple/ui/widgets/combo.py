"""A list to choose from that folds into one line."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw


class Combo(QComboBox):
    """A combo box with our chevron. ``setProperty("compact", True)`` makes it 34 high."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)

    def set_active(self, active: bool) -> None:
        """Colour it as a filter that is set."""
        if bool(self.property("active")) != active:
            self.setProperty("active", active)
            self.style().unpolish(self)
            self.style().polish(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Closed, it is turned by nobody who looks at it, focused or not; its list has the wheel.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(16)
        token = "primary-ink" if self.property("active") else "ink"
        picture = self._look.pixmap("chevron-down", token, side, self.devicePixelRatioF())
        painter = draw.smooth(self)
        painter.drawPixmap(self.width() - side - 10, (self.height() - side) // 2, picture)
        painter.end()
