"""The field to search a list with."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from supple.ui.look import Look


class SearchField(QLineEdit):
    """A line to type in, with a magnifier; Esc empties it."""

    def __init__(self, look: Look, hint: str, parent: QWidget | None = None) -> None:
        """``hint`` stands in the empty field and is its accessible name."""
        super().__init__(parent)
        self._look = look
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self._refresh)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        self._lens.setIcon(self._look.icon("search", "muted", 18))
