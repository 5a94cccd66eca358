from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.stretch_draft import Check
from supple.ui.look import Look
from supple.ui.stretch.field import CheckLine, Field, Line, SideLine

STOP = Check("name", "Give it a name.")
ADVICE = Check("setup.0", "“left” is said on both sides.", stops=False, fix="Write {side}")


def test_typing_is_told_and_showing_is_not(look: Look, host: QWidget, qtbot: QtBot) -> None:
    line = Line(look, "Name")
    line.setParent(host)
    told: list[str] = []
    line.typed.connect(told.append)
    line.show_text("Calf")
    assert told == []
    line.show()
    qtbot.keyClicks(line, "s")
    assert told == ["Calfs"] or told == ["sCalf"]


def test_the_cursor_stays_while_the_same_text_is_shown(look: Look, host: QWidget) -> None:
    line = Line(look, "Name")
    line.setParent(host)
    line.setText("Calf stretch")
    line.setCursorPosition(4)
    line.show_text("Calf stretch")
    assert line.cursorPosition() == 4


def test_taking_back_is_left_to_the_form(look: Look, host: QWidget, qtbot: QtBot) -> None:
    column = QVBoxLayout(host)
    line = Line(look, "Name")
    column.addWidget(line)
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), host)
    shortcut.activated.connect(lambda: undone.append(True))
    with qtbot.waitActive(host):
        host.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert line.text() == "abc"


def test_a_long_line_is_read_from_its_beginning(look: Look, host: QWidget, qtbot: QtBot) -> None:
    column = QVBoxLayout(host)
    line, other = Line(look, "Name"), Line(look, "Other")
    column.addWidget(line)
    column.addWidget(other)
    line.show()
    other.show()
    with qtbot.waitActive(host):
        host.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "x" * 300)
    other.setFocus()
    assert line.cursorPosition() == 0


def test_the_side_goes_where_the_cursor_was(look: Look, host: QWidget, qtbot: QtBot) -> None:
    column = QVBoxLayout(host)
    line = SideLine(look, "Step 1")
    column.addWidget(line)
    with qtbot.waitActive(host):
        host.activateWindow()
    told: list[str] = []
    line.typed.connect(told.append)
    line.line.setFocus()
    line.show_text("Your foot.")
    line.line.setCursorPosition(5)
    line.side.setFocus(Qt.FocusReason.TabFocusReason)
    line.side.click()
    assert told == ["Your {side}foot."]
    assert line.line.hasFocus()
    assert line.line.cursorPosition() == len("Your {side}")


def test_there_is_no_word_for_a_side_where_both_work(look: Look, host: QWidget) -> None:
    line = SideLine(look, "Step 1")
    line.setParent(host)
    line.set_sided(False)
    assert line.side.isHidden()


@pytest.mark.parametrize(("check", "token"), [(STOP, "shield-alert"), (ADVICE, "info")])
def test_a_check_is_told_in_words_and_by_a_mark(
    look: Look, host: QWidget, check: Check, token: str
) -> None:
    line = CheckLine(look)
    line.setParent(host)
    assert line.isHidden()
    line.show_check(check)
    assert not line.isHidden()
    assert line.check == check
    assert line.button.isHidden() != bool(check.fix)
    line.show_check(None)
    assert line.isHidden()


def test_its_button_asks_for_the_check_to_be_mended(look: Look, host: QWidget) -> None:
    line = CheckLine(look)
    line.setParent(host)
    line.show_check(ADVICE)
    asked: list[object] = []
    line.fix_asked.connect(asked.append)
    line.button.click()
    assert asked == [ADVICE]


def test_a_screen_reader_hears_the_check_and_the_hint(look: Look, host: QWidget) -> None:
    line = Line(look, "Name")
    field = Field(look, "Name", line, "What people read.")
    field.setParent(host)
    assert line.accessibleDescription() == "What people read."
    field.show_checks([STOP])
    assert line.accessibleDescription() == "Give it a name. What people read."
    field.show_checks([])
    assert line.accessibleDescription() == "What people read."
