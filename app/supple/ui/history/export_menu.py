"""The button that writes the history to a file, with the kinds of files there are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from supple.core.history_ask import Export
from supple.ui.look import Look
from supple.ui.widgets.button import Button

KINDS = (
    (Export.CSV, "Spreadsheet (CSV)"),
    (Export.JSON, "Everything (JSON)"),
    (Export.ICS, "Calendar (ICS)"),
)


class ExportButton(Button):
    """Opens a menu; ``asked`` carries the ``Export`` chosen."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Export", size="small", icon="download", hint="Write it to a file")
        self.menu_of_kinds = QMenu(self)
        for kind, label in KINDS:
            action = QAction(label, self.menu_of_kinds)
            action.triggered.connect(lambda _=False, kind=kind: self.asked.emit(kind))
            self.menu_of_kinds.addAction(action)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = self.menu_of_kinds
        right = self.mapToGlobal(QPoint(self.width(), self.height() + 4))
        menu.popup(right - QPoint(menu.sizeHint().width(), 0))
