from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.stretch_draft import Check
from supple.ui.look import Look
from supple.ui.stretch.line_list import LineList


@pytest.fixture
def steps(look: Look, host: QWidget, qtbot: QtBot) -> LineList:
    made = LineList(look, "Step", 4, add="Add a step")
    QVBoxLayout(host).addWidget(made)
    with qtbot.waitActive(host):
        host.activateWindow()
    made.show_lines(("one", "two", "three"))
    return made


def lines_of(steps: LineList) -> list[str]:
    return [row.line.line.text() for row in steps.rows]


def told(steps: LineList) -> list[object]:
    kept: list[object] = []
    steps.changed.connect(kept.append)
    return kept


def test_enter_makes_a_further_line_and_goes_there(steps: LineList, qtbot: QtBot) -> None:
    kept = told(steps)
    steps.take_focus(0)
    qtbot.keyClick(steps.rows[0].line.line, Qt.Key.Key_Return)
    assert kept == [("one", "", "two", "three")]
    assert steps.rows[1].line.line.hasFocus()


def test_no_more_lines_than_there_may_be(steps: LineList, qtbot: QtBot) -> None:
    steps.more.click()
    assert lines_of(steps) == ["one", "two", "three", ""]
    assert steps.more.isHidden()
    kept = told(steps)
    qtbot.keyClick(steps.rows[3].line.line, Qt.Key.Key_Return)
    assert kept == []


@pytest.mark.parametrize(
    ("place", "key", "after"),
    [
        (1, Qt.Key.Key_Up, ("two", "one", "three")),
        (1, Qt.Key.Key_Down, ("one", "three", "two")),
    ],
)
def test_alt_with_an_arrow_moves_a_line(
    steps: LineList, qtbot: QtBot, place: int, key: Qt.Key, after: tuple[str, ...]
) -> None:
    kept = told(steps)
    steps.take_focus(place)
    qtbot.keyClick(steps.rows[place].line.line, key, Qt.KeyboardModifier.AltModifier)
    assert kept == [after]
    moved_to = after.index("two")
    assert steps.rows[moved_to].line.line.hasFocus()


def test_the_ends_move_no_further(steps: LineList) -> None:
    assert not steps.rows[0].up.isEnabled()
    assert not steps.rows[2].down.isEnabled()
    assert steps.rows[1].up.isEnabled()
    kept = told(steps)
    steps.rows[0].move_asked.emit(-1)
    assert kept == []


def test_buttons_do_the_same(steps: LineList) -> None:
    kept = told(steps)
    steps.rows[1].up.click()
    steps.rows[0].out.click()
    assert kept == [("two", "one", "three"), ("one", "three")]


def test_backspace_takes_an_empty_line_out(steps: LineList, qtbot: QtBot) -> None:
    steps.show_lines(("one", "", "three"))
    kept = told(steps)
    steps.take_focus(1)
    qtbot.keyClick(steps.rows[1].line.line, Qt.Key.Key_Backspace)
    assert kept == [("one", "three")]
    assert steps.rows[0].line.line.hasFocus()


def test_typing_tells_of_the_one_line(steps: LineList, qtbot: QtBot) -> None:
    kept: list[tuple[int, str]] = []
    steps.typed.connect(lambda place, text: kept.append((place, text)))
    steps.take_focus(1)
    qtbot.keyClicks(steps.rows[1].line.line, "!")
    assert kept == [(1, "two!")]


def test_without_any_line_the_button_has_the_focus(steps: LineList) -> None:
    steps.show_lines(("one",))
    steps.rows[0].out.click()
    assert lines_of(steps) == []
    assert steps.more.hasFocus()


def test_each_check_stands_below_its_line(steps: LineList) -> None:
    steps.show_checks([Check("setup.1", "Too long.")])
    assert [row.check.check is not None for row in steps.rows] == [False, True, False]


def test_every_control_has_a_name_of_its_own(steps: LineList) -> None:
    names = [
        control.accessibleName()
        for row in steps.rows
        for control in (row.line.line, row.line.side, row.up, row.down, row.out)
    ]
    assert len(set(names)) == len(names) == 15
    assert all(names)
