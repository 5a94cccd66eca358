"""A list to choose from that folds into one line."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw


class Combo(QComboBox):
    """A combo box with our chevron. ``setProperty("compact", True)`` makes it 34 high."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self._look = look
        self._label: QLabel | None = None
        self.setAccessibleName(name)

    def set_active(self, active: bool) -> None:
        """Colour it as a filter that is set."""
        if bool(self.property("active")) != active:
            self.setProperty("active", active)
            self.style().unpolish(self)
            self.style().polish(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._put_label_beside()

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

    def _put_label_beside(self) -> None:
        """On Linux the choice is read out as the name, and the name only from a label beside it."""
        if self._label is None:
            self._label = QLabel()
            self._label.setBuddy(self)
        if self._label.parentWidget() is not self.parentWidget():
            self._label.setParent(self.parentWidget())
        self._label.hide()
        self._label.setText(self.accessibleName().replace("&", "&&"))
