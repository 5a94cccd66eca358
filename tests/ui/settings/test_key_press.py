from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from supple.ui.settings.key_press import is_half, name_of, other_letter

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
RUSSIAN_R = 0x0420


def press(key: int, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Qt.Key.Key_PageDown, NONE, "PgDown"),
        (Qt.Key.Key_PageDown, KEYPAD, "PgDown"),
        (Qt.Key.Key_Return, NONE, "Enter"),
        (Qt.Key.Key_Enter, KEYPAD, "Enter"),
        (Qt.Key.Key_R, SHIFT, "R"),
        (Qt.Key.Key_Plus, SHIFT, "+"),
        (Qt.Key.Key_Plus, KEYPAD, "+"),
        (Qt.Key.Key_5, KEYPAD, "5"),
        (Qt.Key.Key_F5, SHIFT, "Shift+F5"),
        (Qt.Key.Key_B, CTRL | SHIFT, "Ctrl+Shift+B"),
        (Qt.Key.Key_MediaNext, NONE, "Media Next"),
        (Qt.Key.Key_Backtab, SHIFT, "Shift+Tab"),
        (RUSSIAN_R, NONE, chr(RUSSIAN_R)),
    ],
)
def test_a_key_has_the_name_it_is_kept_under(
    key: int, held: Qt.KeyboardModifier, name: str
) -> None:
    assert name_of(press(key, held)) == name


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_NumLock]
)
def test_a_key_that_is_only_held_is_half_of_one(key: Qt.Key) -> None:
    assert is_half(press(key))
    assert not is_half(press(Qt.Key.Key_R))


@pytest.mark.parametrize("key", [Qt.Key.Key_Dead_Acute, Qt.Key.Key_unknown, 0])
def test_what_could_not_be_known_again_has_no_name(key: int) -> None:
    with pytest.raises(ValueError, match="key"):
        name_of(press(key))


@pytest.mark.parametrize("key", list(Qt.Key))
def test_every_name_leads_back_to_its_key(key: Qt.Key) -> None:
    try:
        name = name_of(press(key))
    except ValueError:
        return
    if is_half(press(key)) or key is Qt.Key.Key_Backtab:
        return
    back = QKeySequence(name)
    twins = {Qt.Key.Key_Return: Qt.Key.Key_Enter, Qt.Key.Key_Any: Qt.Key.Key_Space}
    assert back == QKeySequence(twins.get(key, key))


def test_only_letters_of_other_scripts_may_have_another_name() -> None:
    russian = chr(RUSSIAN_R)
    assert other_letter(russian) == ""
    assert other_letter(f"Ctrl+{russian}") == "Ctrl+"
    for name in ("R", "Ctrl+R", "+", "PgDown", "5", "Shift+F5", "?"):
        with pytest.raises(ValueError, match="every keyboard"):
            other_letter(name)
