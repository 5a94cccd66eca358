from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.flexibility.key_row import KeyRow
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.keycap import KeyCap


def test_it_shows_keys_or_words_and_what_they_do(look: Look, host: QWidget) -> None:
    keys = KeyRow(look, ("Shift", "\u2191"), "", "5\u00b0 at a time", ruled=True)
    words = KeyRow(look, (), "Drag the leg", "sets the angle", ruled=False)
    assert [cap.accessibleName() for cap in keys.findChildren(KeyCap)] == [
        "Shift key",
        "\u2191 key",
    ]
    assert words.findChildren(KeyCap) == []
    assert [text.text() for text in words.findChildren(Text)] == ["Drag the leg", "sets the angle"]
    for row in (keys, words):
        row.setParent(host)


def test_its_keys_grow_with_the_text(look: Look, qtbot: QtBot) -> None:
    row = KeyRow(look, ("5",), "", "type the number", ruled=False)
    qtbot.addWidget(row)
    cap = row.findChild(KeyCap)
    before = cap.sizeHint().height()
    look.set_text_scale(1.3)
    assert cap.sizeHint().height() == round(before * 1.3)
