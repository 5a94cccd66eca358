"""Which key was pressed, by the name it is kept under."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from supple.core.key_names import canonical

_HALVES = frozenset(
    (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R,
        Qt.Key.Key_Mode_switch,
        Qt.Key.Key_Multi_key,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    )
)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_GROUP = Qt.KeyboardModifier.GroupSwitchModifier
_LATIN = range(128)


def is_half(event: QKeyEvent) -> bool:
    """Whether it is only one that is held while another is pressed."""
    return event.key() in _HALVES


def name_of(event: QKeyEvent) -> str:
    """The canonical name of the key. Raises ValueError where it has none to be known by again."""
    # As a number: not every key has a name among Qt's, and old ones warn.
    key = event.key()
    if key == Qt.Key.Key_Backtab:
        return "Shift+Tab"
    held = event.modifiers() & ~_KEYPAD & ~_GROUP
    text = _text(held, key)
    if QKeySequence(text) != QKeySequence(held.value | key):
        # Dead keys and the like come back as something else.
        raise ValueError("this key has no name")
    return canonical(text)


def other_letter(name: str) -> str:
    """Before the letter of ``name``, if that is one of another script than ours: ``Ctrl+``.

    Raises ValueError for any other key.
    """
    if name[-1].isalpha() and ord(name[-1]) not in _LATIN and name[-2:-1] in ("", "+"):
        return name[:-1]
    raise ValueError("a key of every keyboard")


def _text(held: Qt.KeyboardModifier, key: int) -> str:
    order = (
        (Qt.KeyboardModifier.MetaModifier, "Meta+"),
        (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
        (Qt.KeyboardModifier.AltModifier, "Alt+"),
        (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
    )
    portable = QKeySequence.SequenceFormat.PortableText
    return "".join(word for bit, word in order if held & bit) + QKeySequence(key).toString(portable)
