"""The keys that work anywhere in the window, but not in a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut
    from PySide6.QtWidgets import QWidget

Acts = Mapping[str, Callable[[], object]]
"""What each key does, by its name (``Ctrl+F``)."""


def make_keys(window: QWidget, acts: Acts) -> dict[str, QShortcut]:
    """A shortcut in ``window`` for each of ``acts``."""
    # Their first mention has PySide load the names of 70 standard keys: 2 ms.
    from PySide6.QtGui import QKeySequence, QShortcut

    keys = {}
    for sequence, act in acts.items():
        keys[sequence] = QShortcut(QKeySequence(sequence), window)
        keys[sequence].activated.connect(act)
    return keys
