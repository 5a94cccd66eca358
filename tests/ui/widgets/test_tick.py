from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.tick import Tick


def test_a_click_anywhere_on_the_words_ticks_it(qtbot: QtBot, look: Look) -> None:
    tick = Tick(look, "Half way")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    place = QPoint(tick.width() - 4, tick.height() // 2)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=place)
    assert tick.isChecked()


def test_the_box_is_filled_when_ticked_and_pale_when_it_cannot_be(
    qtbot: QtBot, look: Look, color_at: Callable[[QWidget, float, float], str]
) -> None:
    tick = Tick(look, "")
    qtbot.addWidget(tick)
    tick.resize(20, 20)
    empty = color_at(tick, 0.1, 0.5)
    tick.setChecked(True)
    full = color_at(tick, 0.1, 0.5)
    tick.setEnabled(False)
    pale = color_at(tick, 0.1, 0.5)
    assert full == look.theme.color("primary").name()
    assert len({empty, full, pale}) == 3


def test_it_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    tick = Tick(look, "Half way")
    qtbot.addWidget(tick)
    before = tick.sizeHint()
    look.set_text_scale(1.3)
    assert tick.sizeHint().width() > before.width()
    look.set_text_scale(1.0)
