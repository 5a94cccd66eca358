"""How files come in and go out: which to write, which to read, and what they would add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from supple.core.data_view import Incoming
from supple.core.history_ask import Export
from supple.ui.dialog import Overlay
from supple.ui.files import FileAsker
from supple.ui.lines import Lines
from supple.ui.widgets.button import Button

if TYPE_CHECKING:
    from supple.ui.look import Look

FILES = {
    Export.CSV: ("Export a spreadsheet", "Supple history.csv", "Spreadsheet (*.csv)"),
    Export.JSON: ("Export everything", "Supple history.json", "History (*.json)"),
    Export.ICS: ("Export a calendar", "Supple sessions.ics", "Calendar (*.ics)"),
}
"""Title, proposed name and kind of the file."""
READABLE = "History (*.json);;All files (*)"
SAFE = "Nothing you have is changed."


class Exchange(QObject):
    """Asks for paths above the window that ``over`` is in."""

    export_asked = Signal(object, str)
    """An ``Export`` and the path to write."""
    import_asked = Signal(str)
    """The path to read."""

    def __init__(self, over: QWidget, files: FileAsker | None = None) -> None:
        """``files`` asks for the paths; the system's own dialogs when it is left out."""
        super().__init__(over)
        self._over = over
        self.files = files or FileAsker()

    def choose_export(self, kind: Export) -> None:
        """Ask where to write."""
        title, name, kinds = FILES[kind]
        write = partial(self.export_asked.emit, kind)
        self.files.save(self._over.window(), title, name, kinds, write)

    def choose_import(self) -> None:
        """Ask what to read."""
        read = self.import_asked.emit
        self.files.open(self._over.window(), "Import", READABLE, read)


class ImportDialog(Overlay):
    """Headline and lines, and a button to add; only one to close where nothing is new."""

    def __init__(self, look: Look, parent: QWidget, incoming: Incoming) -> None:
        super().__init__(look, parent, incoming.headline)
        self._lines = Lines(look, most=parent.height() // 2)
        self._lines.show_lines(incoming.lines)
        self.content.addWidget(self._lines)
        self.say(SAFE)
        if incoming.adds:
            self.add_button("Add", "primary", accepts=True)
            self.add_button("Cancel", "secondary", accepts=False, key="Esc")
        else:
            self.add_button("Close", "secondary", accepts=False, key="Esc")
        if incoming.problem:
            self.copy = Button(look, "Copy details", "ghost", icon="copy")
            self.copy.clicked.connect(
                lambda: QGuiApplication.clipboard().setText("\n".join(incoming.lines))
            )
            self.buttons.addWidget(self.copy)

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self._lines.set_most(parent.height() // 2)
