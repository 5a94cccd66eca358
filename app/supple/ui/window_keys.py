"""The keys of the window, and where each of them is heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Acts = Mapping[str, Callable[[], object]]
"""What each key does, by its name (``Ctrl+F``)."""
EVERYWHERE = frozenset(("F1", "Ctrl+Q"))
"""They are heard in a session as well."""
_NOT_ON_PAGES = EVERYWHERE | {"F11"}
"""They turn no page."""


class WindowKeys:
    """A shortcut in the window for each act."""

    def __init__(self, window: QWidget, acts: Acts) -> None:
        # Their first mention has PySide load the names of 70 standard keys: 2 ms.
        from PySide6.QtGui import QKeySequence, QShortcut

        self._keys = {sequence: QShortcut(QKeySequence(sequence), window) for sequence in acts}
        for sequence, act in acts.items():
            self._keys[sequence].activated.connect(act)

    def allow(self, *, in_session: bool, covered: bool, asks: bool) -> None:
        """The session has its own keys, F11 among them, and a question stops all others.

        ``covered``: whether a page stands in place of all others.
        """
        for sequence, shortcut in self._keys.items():
            here = sequence in EVERYWHERE or not in_session
            if covered and not in_session:
                # Nobody turns pages that are out of sight.
                here = sequence in _NOT_ON_PAGES
            shortcut.setEnabled(here and not asks)
