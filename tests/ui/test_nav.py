from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.nav import RAIL, WIDE, Entry, SideBar

TOP = [Entry("today", "Today", "house"), Entry("library", "Library", "library-big")]
BOTTOM = [Entry("settings", "Settings", "settings")]


def bar(qtbot: QtBot, look: Look) -> SideBar:
    made = SideBar(look, TOP, BOTTOM)
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    made.show()
    return made


def test_a_click_says_which_page(qtbot: QtBot, look: Look) -> None:
    side = bar(qtbot, look)
    with qtbot.waitSignal(side.chosen) as got:
        qtbot.mouseClick(side.items[1], Qt.MouseButton.LeftButton)
    assert got.args == ["library"]


def test_one_page_is_marked_at_a_time(qtbot: QtBot, look: Look) -> None:
    side = bar(qtbot, look)
    side.choose("today")
    side.choose("settings")
    assert [item.isChecked() for item in side.items] == [False, False, True]


def test_the_rail_has_names_and_tool_tips(qtbot: QtBot, look: Look) -> None:
    side = bar(qtbot, look)
    assert side.width() == WIDE
    assert side.items[0].toolTip() == ""
    side.set_narrow(True)
    assert side.width() == RAIL
    assert [item.toolTip() for item in side.items] == [
        "Today (Ctrl 1)",
        "Library (Ctrl 2)",
        "Settings (Ctrl ,)",
    ]
    assert all(item.accessibleName() for item in side.items)


def test_large_text_widens_the_bar_as_far_as_it_needs(qtbot: QtBot, look: Look) -> None:
    side = bar(qtbot, look)
    look.set_text_scale(1.3)
    widest = max(item.sizeHint().width() for item in side.items)
    assert side.width() >= widest + 24


def test_it_draws_wide_and_narrow(qtbot: QtBot, look: Look) -> None:
    side = bar(qtbot, look)
    side.choose("today")
    wide = side.grab().toImage()
    assert wide.pixelColor(20, 80) == look.theme.color("primary-soft")
    side.set_narrow(True)
    assert side.grab().toImage().size() != wide.size()
