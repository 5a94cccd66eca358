from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.search import SearchField


def test_escape_empties_it(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, "Search stretches")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "heel")
    assert field.text() == "heel"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_its_hint_is_its_name(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, "Search stretches")
    qtbot.addWidget(field)
    assert field.placeholderText() == field.accessibleName() == "Search stretches"


def test_a_key_cap_stands_in_the_empty_field_only(look: Look, qtbot: QtBot) -> None:
    plain, capped = SearchField(look, "Search"), SearchField(look, "Search", key="Ctrl F")
    for field in (plain, capped):
        qtbot.addWidget(field)
        field.resize(300, 40)
    assert plain.grab().toImage() != capped.grab().toImage()
    for field in (plain, capped):
        field.setText("heel")
    assert plain.grab().toImage() == capped.grab().toImage()
