"""Asks for a file or a folder in the system's own way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_SHEET = """
QAbstractItemView { background: palette(base); }
QHeaderView, QHeaderView::section { background: palette(button); color: palette(button-text); }
QHeaderView::section { border: 0; padding: 4px; }
"""
"""For Qt's own dialog: our lists are see-through, which leaves its headers black."""
_PROPOSED = """
QListView { background: palette(base); color: palette(text); border: 1px solid palette(mid); }
QListView::item:selected { background: palette(highlight); color: palette(highlighted-text); }
"""
"""For the names proposed while one types: that list has no parent to take a sheet from."""
Then = Callable[[str], None]
"""Called with the path chosen; not at all when nothing is."""


class FileAsker:
    """Opens the dialogs. They block nothing: a session may go on and the window may close."""

    def __init__(self, native: bool = True) -> None:
        """``native``: the system's own dialogs where it has some, else always Qt's."""
        self._native = native
        self._last: dict[str, str] = {}
        """Folders by the title of the dialog that a file was opened from."""

    def save(self, parent: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        """Where to write a file; ``name`` is proposed, ``kinds`` such as ``Calendar (*.ics)``."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._make(parent, title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.filterSelected.connect(partial(_take_ending, dialog))
        self._open(dialog, then)

    def open(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        """Which file to read; it is looked for where the last one was."""
        from PySide6.QtWidgets import QFileDialog

        last = self._last.get(title, "")
        dialog = self._make(parent, title, kinds, last if QDir(last).exists() else "")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

        def chosen(path: str) -> None:
            self._last[title] = QFileInfo(path).absolutePath()
            then(path)

        self._open(dialog, chosen)

    def folder(self, parent: QWidget, title: str, start: str, then: Then) -> None:
        """Which folder to use; ``start`` is where to look first, "" for the person's own."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._make(parent, title, "", start or QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, then)

    def _make(self, parent: QWidget, title: str, kinds: str, start: str = "") -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        where = start or _documents()
        # A folder that is not there would be taken for the name of a file.
        dialog = QFileDialog(parent, title, where if QDir(where).exists() else "", kinds)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not self._native)
        dialog.setStyleSheet(_SHEET)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        return dialog

    def _open(self, dialog: QFileDialog, then: Then) -> None:
        from PySide6.QtWidgets import QLineEdit

        for line in dialog.findChildren(QLineEdit):
            proposes = line.completer()
            names = proposes.popup() if proposes is not None else None
            if names is not None:
                names.setStyleSheet(_PROPOSED)
        dialog.fileSelected.connect(then)
        dialog.open()


def _take_ending(dialog: QFileDialog, kind: str) -> None:
    """Another kind was chosen, such as ``WAV (*.wav)``: the name gets its ending."""
    ending = kind.rpartition("*.")[2].rstrip(")")
    chosen = dialog.selectedFiles()
    if not ending.isalnum() or not chosen:
        return
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"{QFileInfo(chosen[0]).completeBaseName()}.{ending}")


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
