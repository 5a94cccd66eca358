"""The keys of the editor."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NO = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Act(Enum):
    """What a key does."""

    SAVE = auto()
    UNDO = auto()
    REDO = auto()
    UP = auto()
    DOWN = auto()
    DUPLICATE = auto()
    REMOVE = auto()
    LEAVE = auto()
    BEFORE = auto()
    """To the row above."""
    AFTER = auto()


_ANYWHERE = {
    (_CTRL, Qt.Key.Key_S): Act.SAVE,
    (_CTRL, Qt.Key.Key_Z): Act.UNDO,
    (_CTRL | _SHIFT, Qt.Key.Key_Z): Act.REDO,
    (_CTRL, Qt.Key.Key_Y): Act.REDO,
    (_ALT, Qt.Key.Key_Up): Act.UP,
    (_ALT, Qt.Key.Key_Down): Act.DOWN,
    (_CTRL, Qt.Key.Key_D): Act.DUPLICATE,
    (_NO, Qt.Key.Key_Escape): Act.LEAVE,
}
_IN_ROW = {
    (_NO, Qt.Key.Key_Delete): Act.REMOVE,
    (_NO, Qt.Key.Key_Up): Act.BEFORE,
    (_NO, Qt.Key.Key_Down): Act.AFTER,
}


def act_of(event: QKeyEvent, *, in_row: bool) -> Act | None:
    """What the key of ``event`` does; ``in_row``: in a row, but not while a number is typed."""
    pressed = (event.modifiers() & ~_KEYPAD, Qt.Key(event.key()))
    found = _ANYWHERE.get(pressed)
    return _IN_ROW.get(pressed) if found is None and in_row else found
