"""The keys while a leg is checked: the usual ones, and those taught for sessions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from supple.core.key_names import is_letter
from supple.core.session_keys import KeyMap, SessionKey

Call = Callable[[], object]

HELD = frozenset((SessionKey.NEXT, SessionKey.PREVIOUS, SessionKey.LONGER, SessionKey.SHORTER))
"""Acts that go on while their key is held down."""
_USUAL_TOO = frozenset((SessionKey.AGAIN, SessionKey.VOICE))
"""Acts whose usual key is heard here as in a session; arrows and Enter have work of their own."""


class LegKeys(QObject):
    """Works wherever in the step the focus is."""

    def __init__(
        self, step: QWidget, fixed: Mapping[str, Call], taught: Mapping[SessionKey, Call]
    ) -> None:
        """``fixed`` are keys as Qt names them, ``taught`` what a person may have a key for: where
        both have the same, the person's own comes first."""
        super().__init__(step)
        self._step = step
        self._fixed = dict(fixed)
        self._taught = dict(taught)
        self._keys = KeyMap()
        self._made: list[QShortcut] = []
        self._make()

    def set_keys(self, keys: KeyMap) -> None:
        """Have these do it, from now on."""
        if keys == self._keys:
            return
        self._keys = keys
        for shortcut in self._made:
            # It goes later, and is not to be heard beside its heir until then.
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._made.clear()
        self._make()

    def _make(self) -> None:
        heard = {key: (call, True) for key, call in self._fixed.items()}
        for act, call in self._taught.items():
            for key in self._of(act):
                heard[key] = (call, act in HELD)
        for key, (call, repeats) in heard.items():
            made = QShortcut(QKeySequence(key), self._step)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setAutoRepeat(repeats and key != "Esc")
            made.activated.connect(call)
            self._made.append(made)

    def _of(self, act: SessionKey) -> list[str]:
        keys = self._keys
        found = list(keys.heard(act)) if act in _USUAL_TOO else []
        if keys.is_own(act) and keys.shown(act) not in found:
            found.append(keys.shown(act))
        for key in tuple(found):
            if is_letter(key):
                found.append(f"Shift+{key}")
            elif key.endswith("Enter"):
                # Qt tells the two Enter keys apart.
                found.append(f"{key.removesuffix('Enter')}Return")
        return found
