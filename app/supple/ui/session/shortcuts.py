"""The session page's keys as Qt shortcuts that work whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from supple.ui.session.keys import KEYS, Mode


class Shortcuts(QObject):
    """``pressed`` carries the action of the key in the current mode.

    A text field keeps its letters to itself: Qt offers it each key before a shortcut.
    """

    pressed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._mode = Mode.OVER
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._shortcuts: list[tuple[str, QShortcut]] = []
        for key in sorted({key for table in KEYS.values() for key in table}):
            # Somebody in pain with a finger on Shift means the same letter.
            for sequence in (key, f"Shift+{key}") if _is_letter(key) else (key,):
                self._add(sequence, key, page)
        self._enable()

    @property
    def mode(self) -> Mode:
        """Whose keys work now."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Let the keys of ``mode`` work, and no others."""
        if mode is not self._mode:
            self._mode = mode
            self._enable()

    def rest(self, ms: int) -> None:
        """Hear nothing for ``ms`` milliseconds: what is pressed now was meant for before."""
        if ms > 0:
            self._deaf.start(ms)

    def _add(self, sequence: str, key: str, page: QWidget) -> None:
        shortcut = QShortcut(QKeySequence(sequence), page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        # A key held down must not skip half a routine or add minutes to a hold.
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._on_key(key))
        self._shortcuts.append((key, shortcut))

    def _enable(self) -> None:
        for key, shortcut in self._shortcuts:
            shortcut.setEnabled(key in KEYS[self._mode])

    def _on_key(self, key: str) -> None:
        action = KEYS[self._mode].get(key)
        if action is not None and not self._deaf.isActive():
            self.pressed.emit(action)


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isalpha()
