from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.tabs import Tabs


@pytest.fixture
def tabs(look: Look, host: QWidget) -> Tabs:
    made = Tabs(look, [("a", "Overview"), ("b", "Sessions"), ("c", "More")], "What to show")
    made.setParent(host)
    made.resize(400, made.sizeHint().height())
    made.show()
    return made


def tab(tabs: Tabs, text: str) -> QAbstractButton:
    return next(b for b in tabs.findChildren(QAbstractButton) if b.text() == text)


def test_a_click_chooses(qtbot: QtBot, tabs: Tabs) -> None:
    assert tabs.current == "a"
    with qtbot.waitSignal(tabs.chosen) as got:
        qtbot.mouseClick(tab(tabs, "Sessions"), Qt.MouseButton.LeftButton)
    assert got.args == ["b"]
    assert tabs.current == "b"
    assert tabs.focus_target() is tab(tabs, "Sessions")


def test_left_and_right_go_round(qtbot: QtBot, tabs: Tabs) -> None:
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(tabs.focus_target(), key)
    assert chosen == ["c", "a", "b"]


def test_choosing_by_the_program_is_silent(qtbot: QtBot, tabs: Tabs) -> None:
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.choose("c")
    assert tabs.current == "c"
    with pytest.raises(KeyError):
        tabs.choose("d")


def test_the_chosen_one_is_underlined(tabs: Tabs, look: Look) -> None:
    def line() -> list[bool]:
        image = tabs.grab().toImage()
        y = image.height() - 1
        return [image.pixelColor(x, y) == look.theme.color("primary") for x in range(400)]

    first = tab(tabs, "Overview")
    assert line() == [first.x() <= x < first.x() + first.width() for x in range(400)]
    tabs.choose("b")
    second = tab(tabs, "Sessions")
    assert line() == [second.x() <= x < second.x() + second.width() for x in range(400)]


def test_a_screen_reader_knows_that_one_of_them_is_chosen(tabs: Tabs) -> None:
    reader = QAccessible.queryAccessibleInterface(tab(tabs, "Overview"))
    assert reader.role() == QAccessible.Role.RadioButton
    assert reader.state().checked
