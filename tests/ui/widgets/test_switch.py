from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.switch import Switch


def test_a_click_anywhere_on_it_switches(look: Look, qtbot: QtBot) -> None:
    switch = Switch(look, "Voice")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    with qtbot.waitSignal(switch.toggled) as told:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
    assert told.args == [True]


def test_on_and_off_differ_in_colour(look: Look, qtbot: QtBot) -> None:
    switch = Switch(look, "Voice", on=True)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    assert switch.grab().toImage().pixelColor(10, 12) == look.theme.color("primary")
    switch.setChecked(False)
    assert switch.grab().toImage().pixelColor(34, 12) == look.theme.color("control")


def test_a_screen_reader_knows_a_check_box(look: Look, qtbot: QtBot) -> None:
    switch = Switch(look, "Voice", on=True)
    qtbot.addWidget(switch)
    told = QAccessible.queryAccessibleInterface(switch)
    assert told.role() == QAccessible.Role.CheckBox
    assert told.text(QAccessible.Text.Name) == "Voice"
    assert told.state().checked
