from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.bar import BottomBar


def test_a_surface_under_a_line(
    look: Look, qtbot: QtBot, color_at: Callable[[QWidget, float, float], str]
) -> None:
    bar = BottomBar(look)
    qtbot.addWidget(bar)
    bar.resize(1100, 80)
    assert color_at(bar, 0.5, 0.0) == look.theme.color("line").name()
    assert color_at(bar, 0.5, 0.5) == look.theme.color("surface").name()


def test_its_margins_follow_the_page(look: Look, qtbot: QtBot) -> None:
    bar = BottomBar(look)
    qtbot.addWidget(bar)
    bar.set_scale(2.0, words=True)
    assert bar.row.contentsMargins().left() == 48
    bar.set_scale(0.7, words=False)
    assert bar.row.contentsMargins().left() == 12
