"""Files that macOS hands over: a double click there is an event, not a word behind the program.

Not yet tried on a real Mac.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpeningApplication(QApplication):
    """Keeps what it is to open until somebody takes it: the event comes before the window."""

    def __init__(self, argv: list[str]) -> None:
        super().__init__(argv)
        self._waiting: list[str] = []
        self._take: Callable[[str], object] | None = None

    def give_to(self, take: Callable[[str], object]) -> None:
        """Have ``take`` called with the path of each file, at once with those that wait."""
        self._take = take
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            take(path)

    def event(self, event: QEvent) -> bool:
        """Take a file, and leave everything else to Qt."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            if self._take is None:
                self._waiting.append(event.file())
            else:
                self._take(event.file())
        return True
