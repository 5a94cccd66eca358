from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.stretch.leaving import LeaveDialog
from supple.ui.text import Text


@pytest.fixture
def dialog(look: Look, host: QWidget) -> LeaveDialog:
    made = LeaveDialog(look, host, "Calf stretch")
    made.open(QWidget(host))
    return made


def pressed(dialog: LeaveDialog, text: str) -> list[str]:
    told: list[str] = []
    dialog.save_asked.connect(lambda: told.append("save"))
    dialog.throw_away_asked.connect(lambda: told.append("throw"))
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == text)
    button.click()
    assert dialog.isHidden()
    return told


@pytest.mark.parametrize(
    ("text", "told"), [("Save", ["save"]), ("Throw away", ["throw"]), ("Stay", [])]
)
def test_each_button_does_what_it_says(dialog: LeaveDialog, text: str, told: list[str]) -> None:
    assert pressed(dialog, text) == told


def test_escape_stays(dialog: LeaveDialog, qtbot: QtBot) -> None:
    told: list[bool] = []
    dialog.save_asked.connect(lambda: told.append(True))
    dialog.throw_away_asked.connect(lambda: told.append(False))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []


def test_a_stretch_without_a_name_is_asked_about_all_the_same(look: Look, host: QWidget) -> None:
    made = LeaveDialog(look, host, " ")
    assert any("This stretch" in text.text() for text in made.findChildren(Text))
