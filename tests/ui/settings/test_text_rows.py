from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.settings.text_rows import TextRows


class Words(TextRows):
    """Each word has one button that makes it longer and one that takes it away."""

    def _build(self, place: int, text: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        for name, then in (
            (text, lambda: self._set(place, text + "a")),
            (f"not {text}", lambda: self._leave_out(place)),
        ):
            button = QPushButton(name)
            button.clicked.connect(then)
            row.addWidget(button)
        return box

    def _new(self) -> str:
        return "new"


class Field:
    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self._bot = qtbot
        self.rows = Words(look, "Add a word", 3, Qt.AlignmentFlag.AlignLeft)
        qtbot.addWidget(self.rows)
        self.told: list[object] = []
        self.rows.changed.connect(self.told.append)
        self.rows.choose(("b", "c"))
        with qtbot.waitActive(self.rows):
            self.rows.show()
            self.rows.activateWindow()

    def press(self, name: str) -> None:
        """Press a button by the keyboard and wait for what comes of it."""
        buttons = [b for b in self.rows.findChildren(QPushButton) if b.isVisible()]
        button = next(b for b in buttons if b.text() == name)
        button.setFocus()
        with self._bot.waitSignal(self.rows.changed):
            button.click()

    def focused(self) -> str:
        now = self.rows.focusWidget()
        assert isinstance(now, QPushButton)
        return now.text()


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> Field:
    return Field(qtbot, look)


def test_a_row_changes_its_own_text(field: Field) -> None:
    field.press("c")
    assert field.told == [("b", "ca")]
    assert field.focused() == "ca"


def test_a_row_taken_away_leaves_the_focus_with_its_neighbour(field: Field) -> None:
    field.press("not c")
    assert field.told == [("b",)]
    assert field.focused() == "not b"
    field.press("not b")
    assert field.told[-1] == ()
    assert field.focused() == "Add a word"


def test_rows_are_added_until_there_are_enough(field: Field) -> None:
    field.press("Add a word")
    assert field.told == [("b", "c", "new")]
    assert not field.rows.more.isVisible()
    field.press("not b")
    assert field.rows.more.isVisible()


def test_the_same_text_twice_becomes_one(field: Field) -> None:
    field.rows.choose(("b", "ba"))
    field.press("b")
    assert field.told == [("ba",)]


def test_what_is_shown_is_not_told(field: Field) -> None:
    field.rows.choose(("x",))
    assert field.told == []


def test_tab_goes_through_the_rows_and_ends_at_the_button(field: Field) -> None:
    found: list[str] = []
    now: QWidget = next(b for b in field.rows.findChildren(QPushButton) if b.text() == "b")
    while isinstance(now, QPushButton) and now.text() not in found:
        found.append(now.text())
        now = now.nextInFocusChain()
        while not isinstance(now, QPushButton):
            now = now.nextInFocusChain()
    assert found == ["b", "not b", "c", "not c", "Add a word"]
