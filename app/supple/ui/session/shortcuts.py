"""The session page's keys as Qt shortcuts that work whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from supple.core.key_names import is_letter
from supple.core.session_keys import KeyMap
from supple.ui.session.keys import Action, Mode, keys_of


class Shortcuts(QObject):
    """``pressed`` carries the action of the key in the current mode.

    A text field keeps its letters to itself: Qt offers it each key before a shortcut.
    """

    pressed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._mode = Mode.OVER
        self._keys = KeyMap()
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._shortcuts: list[tuple[str, QShortcut]] = []
        self._heard: dict[str, Action] = {}
        self._make()

    @property
    def mode(self) -> Mode:
        """Whose keys work now."""
        return self._mode

    @property
    def keys(self) -> KeyMap:
        """What each key does."""
        return self._keys

    def set_keys(self, keys: KeyMap) -> None:
        """Have other keys do it, from now on."""
        if keys == self._keys:
            return
        self._keys = keys
        for _, shortcut in self._shortcuts:
            # It goes later, and is not to be heard beside its heir until then.
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        self._make()

    def set_mode(self, mode: Mode) -> None:
        """Let the keys of ``mode`` work, and no others."""
        if mode is not self._mode:
            self._mode = mode
            self._enable()

    def rest(self, ms: int) -> None:
        """Hear nothing for ``ms`` milliseconds: what is pressed now was meant for before."""
        if ms > 0:
            self._deaf.start(ms)

    def _make(self) -> None:
        for key in sorted({key for mode in Mode for key in keys_of(mode, self._keys)}):
            # Somebody in pain with a finger on Shift means the same letter.
            for sequence in (key, f"Shift+{key}") if is_letter(key) else (key,):
                self._add(sequence, key)
        self._enable()

    def _add(self, sequence: str, key: str) -> None:
        shortcut = QShortcut(QKeySequence(sequence), self._page)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        # A key held down must not skip half a routine or add minutes to a hold.
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._on_key(key))
        self._shortcuts.append((key, shortcut))

    def _enable(self) -> None:
        self._heard = keys_of(self._mode, self._keys)
        for key, shortcut in self._shortcuts:
            shortcut.setEnabled(key in self._heard)

    def _on_key(self, key: str) -> None:
        action = self._heard.get(key)
        if action is not None and not self._deaf.isActive():
            self.pressed.emit(action)
