from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from supple.ui.editor.keys import Act, act_of

NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def act(key: Qt.Key, held: Qt.KeyboardModifier = NO, *, in_row: bool = True) -> Act | None:
    return act_of(QKeyEvent(QEvent.Type.KeyPress, key, held), in_row=in_row)


@pytest.mark.parametrize(
    ("key", "held", "does"),
    [
        (Qt.Key.Key_S, CTRL, Act.SAVE),
        (Qt.Key.Key_Z, CTRL, Act.UNDO),
        (Qt.Key.Key_Z, CTRL | SHIFT, Act.REDO),
        (Qt.Key.Key_Y, CTRL, Act.REDO),
        (Qt.Key.Key_Up, ALT, Act.UP),
        (Qt.Key.Key_Down, ALT, Act.DOWN),
        (Qt.Key.Key_Down, ALT | KEYPAD, Act.DOWN),
        (Qt.Key.Key_D, CTRL, Act.DUPLICATE),
        (Qt.Key.Key_Escape, NO, Act.LEAVE),
    ],
)
def test_these_work_everywhere(key: Qt.Key, held: Qt.KeyboardModifier, does: Act) -> None:
    assert act(key, held) is does
    assert act(key, held, in_row=False) is does


@pytest.mark.parametrize(
    ("key", "does"),
    [(Qt.Key.Key_Delete, Act.REMOVE), (Qt.Key.Key_Up, Act.BEFORE), (Qt.Key.Key_Down, Act.AFTER)],
)
def test_these_are_not_taken_from_who_types(key: Qt.Key, does: Act) -> None:
    assert act(key) is does
    assert act(key, in_row=False) is None


def test_other_keys_are_nobodys() -> None:
    assert act(Qt.Key.Key_A) is None
    assert act(Qt.Key.Key_S, CTRL | SHIFT) is None
