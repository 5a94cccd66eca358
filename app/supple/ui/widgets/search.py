"""The field to search a list with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.keycap import HEIGHT, cap_width, paint_cap


class SearchField(QLineEdit):
    """A line to type in, with a magnifier; Esc empties it."""

    def __init__(
        self, look: Look, hint: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        """``hint`` stands in the empty field and is its accessible name.

        ``key`` is what a key cap in the empty field shows (``Ctrl F``).
        """
        super().__init__(parent)
        self._look = look
        self._key = key
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):
            # The lens, and the cross that comes with the first letter.
            button.setAccessibleName("Search" if button.isVisibleTo(self) else "Empty the search")
        look.changed.connect(self._refresh)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._key or self.text():
            return
        scale = self._look.text_scale
        width, height = cap_width(self._look, self._key, scale), HEIGHT * scale
        box = QRectF(self.width() - width - 10, (self.height() - height) / 2, width, height)
        painter = draw.smooth(self)
        color = self._look.theme.color("muted")
        paint_cap(painter, self._look, box, self._key, color, scale)
        painter.end()

    def _refresh(self) -> None:
        self._lens.setIcon(self._look.icon("search", "muted", 18))
