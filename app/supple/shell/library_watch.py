"""Sees that routine files were changed by another program."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

log = logging.getLogger(__name__)
SETTLE_MS = 300
"""An editor writes in several steps; this long after the last one the files are looked at."""
MOST = 500
"""Files watched one by one; of more, only new and removed ones are seen at once."""
Print: TypeAlias = "tuple[tuple[str, int, int, int], ...]"


class LibraryWatch(QObject):
    """Looks at one folder with its files, and at files elsewhere."""

    changed = Signal()
    """Something is another than at the last :meth:`seen`."""

    def __init__(self, folder: Path, extra: Sequence[Path], parent: QObject) -> None:
        """``folder`` need not be there yet; it is waited for."""
        super().__init__(parent)
        self._folder = folder
        self._extra = tuple(extra)
        self._print = self._look()
        self._watcher: QFileSystemWatcher | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._touched)
        self._watcher.fileChanged.connect(self._touched)
        self._watch()

    def seen(self) -> None:
        """What is there now is known; call it before reading the files."""
        self._print = self._look()
        self._watch()

    def look(self) -> None:
        """Compare with what is known, also where the system tells of no changes."""
        if self._look() != self._print:
            self.changed.emit()
        else:
            self._watch()

    def _touched(self) -> None:
        self._settled.start()

    def _watch(self) -> None:
        """Watch what is there now: a file that was replaced is no longer watched by itself."""
        watcher = self._watcher
        if watcher is None:
            return
        wanted = {str(path) for path in self._places() if path.exists()}
        now = {*watcher.files(), *watcher.directories()}
        if gone := now - wanted:
            watcher.removePaths(sorted(gone))
        new = sorted(wanted - now)
        if new and (failed := watcher.addPaths(new)):
            log.info("not watched: %s", ", ".join(failed))

    def _places(self) -> list[Path]:
        if not self._folder.is_dir():
            # Until somebody makes it, what is above it tells.
            return [self._folder.parent, *self._extra]
        return [self._folder, self._folder / "figures", *self._files()[:MOST], *self._extra]

    def _files(self) -> list[Path]:
        with suppress(OSError):
            names = (path for path in self._folder.iterdir() if not path.name.startswith("."))
            return sorted(path for path in names if path.suffix.lower() == ".json")
        return []

    def _look(self) -> Print:
        """What every file is known by: another file in its place has another number."""
        figures: list[Path] = []
        with suppress(OSError):
            figures = sorted((self._folder / "figures").iterdir())
        found = []
        for path in (*self._files(), *figures, *self._extra):
            with suppress(OSError):
                status = path.stat()
                found.append((str(path), status.st_mtime_ns, status.st_size, status.st_ino))
        return tuple(found)
