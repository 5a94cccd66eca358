from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.firstrun.tickrow import TickRow
from supple.ui.look import Look
from supple.ui.theme import LIGHT

LONG = "Numbness between your legs, or new trouble with bladder or bowel, and more of the same"


def test_a_click_anywhere_ticks_and_the_name_is_the_sentence(
    qtbot: QtBot, look: Look, widget: Any
) -> None:
    row = TickRow(look, "Knee pain")
    widget(row)
    row.resize(600, 40)
    spot = QPoint(590, 20)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert row.isChecked()
    assert row.accessibleName() == "Knee pain"


def test_long_words_wrap_and_the_row_grows(qtbot: QtBot, look: Look, host: QWidget) -> None:
    column = QVBoxLayout(host)
    row = TickRow(look, LONG)
    column.addWidget(row)
    column.addStretch(1)
    host.resize(900, 300)
    qtbot.waitUntil(lambda: row.height() == 40)
    host.resize(360, 300)
    qtbot.waitUntil(lambda: row.height() > 60)


def test_the_box_is_filled_when_ticked(look: Look, widget: Any, color_at: Any) -> None:
    row = TickRow(look, "Knee pain")
    widget(row)
    row.resize(300, 40)
    inside = (3 / 300, 0.5)
    assert color_at(row, *inside) == LIGHT.hex("surface").lower()
    row.setChecked(True)
    assert color_at(row, *inside) == LIGHT.hex("primary").lower()
