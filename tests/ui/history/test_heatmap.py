from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from supple.core.day_off import Off
from supple.core.history_view import HistoryView
from supple.ui.history.chart import NONE
from supple.ui.history.heatmap import HeatMap
from supple.ui.look import Look


@pytest.fixture
def heat(look: Look, put: Any, history: HistoryView) -> HeatMap:
    made = HeatMap(look)
    made.show_days(history.cells, history.today, history.first_weekday, "A year.", "Day\n")
    put(made, 800, made.height())
    return made


def press(qtbot: QtBot, heat: HeatMap, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(heat, key)


def test_every_day_is_hit_where_it_is_drawn(heat: HeatMap, history: HistoryView) -> None:
    assert heat.weeks_shown == 53
    for index in range(len(history.cells)):
        assert heat.index_at(heat.cell_rect(index).center()) == index
    assert heat.index_at(QPointF(3, 60)) == NONE
    after_today = heat.cell_rect(len(history.cells)).center()
    assert heat.index_at(after_today) == NONE


def test_days_are_coloured_by_their_level(heat: HeatMap, history: HistoryView, look: Look) -> None:
    image = heat.grab().toImage()
    levels = set()
    for index, cell in enumerate(history.cells):
        if cell.off is None:
            spot = heat.cell_rect(index).center().toPoint()
            assert image.pixelColor(spot).name().upper() == look.theme.hex(f"h{cell.level}")
            levels.add(cell.level)
    assert len(levels) > 1


def test_today_has_an_outline_and_a_day_off_a_mark(heat: HeatMap, history: HistoryView) -> None:
    image = heat.grab().toImage()
    today = heat.cell_rect(len(history.cells) - 1)
    edge = QPoint(int(today.center().x()), int(today.top() - 1))
    assert image.pixelColor(edge).lightness() < 100
    off = next(n for n, cell in enumerate(history.cells) if cell.off is Off.REST)
    middle = image.pixelColor(heat.cell_rect(off).center().toPoint())
    assert middle.lightness() < 60 < image.pixelColor(3, 3).lightness()


def test_arrows_go_by_days_and_weeks(qtbot: QtBot, heat: HeatMap, history: HistoryView) -> None:
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    last = len(history.cells) - 1
    assert heat.at == last
    for key, days in (
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_Left, -7),
        (Qt.Key.Key_PageUp, -28),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Right, 7),
        (Qt.Key.Key_PageDown, 28),
    ):
        before = heat.at
        press(qtbot, heat, key)
        assert history.cells[heat.at].day - history.cells[before].day == timedelta(days=days)
    assert heat.accessibleDescription() == history.cells[heat.at].text


def test_at_the_ends_the_keys_stay(qtbot: QtBot, heat: HeatMap, history: HistoryView) -> None:
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    last = len(history.cells) - 1
    press(qtbot, heat, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert heat.at == last
    press(qtbot, heat, Qt.Key.Key_Home)
    assert heat.at == 0
    press(qtbot, heat, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert heat.at == 0
    press(qtbot, heat, Qt.Key.Key_End)
    assert heat.at == last


def test_a_narrow_map_shows_the_newest_and_follows_the_keys(
    qtbot: QtBot, heat: HeatMap, history: HistoryView
) -> None:
    heat.resize(400, heat.height())
    shown = heat.weeks_shown
    assert 20 < shown < 30
    last = len(history.cells) - 1
    assert heat.index_at(heat.cell_rect(last).center()) == last
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, heat, Qt.Key.Key_Home)
    assert heat.cell_rect(0).left() >= 0
    assert heat.index_at(heat.cell_rect(0).center()) == 0
    press(qtbot, heat, Qt.Key.Key_End)
    assert heat.cell_rect(last).right() <= heat.width()


def test_a_wide_map_draws_larger_days(heat: HeatMap) -> None:
    small = heat.cell_rect(0).width()
    heat.resize(1000, 300)
    assert heat.cell_rect(0).width() > small
    assert heat.cell_rect(370).right() <= 1000


def test_months_are_named_and_never_overlap(heat: HeatMap, look: Look) -> None:
    names = heat.month_names()
    assert [name for _, name in names][-3:] == ["Aug", "Sep", "Oct"]
    assert all(b[0] - a[0] > 20 for a, b in itertools.pairwise(names))
    look.set_text_scale(1.3)
    assert heat.month_names()


def menu_of(heat: HeatMap) -> QMenu:
    menu = QMenu(heat)
    heat.fill_menu(menu)
    return menu


def test_a_day_can_be_marked_as_off(qtbot: QtBot, heat: HeatMap, history: HistoryView) -> None:
    heat.point_to(10)
    labels = [action.text() for action in menu_of(heat).actions()]
    assert labels == [
        history.cells[10].text,
        "Rest day",
        "Ill",
        "Travelling",
        "",
        "Copy as table",
    ]
    with qtbot.waitSignal(heat.day_off_asked) as got:
        menu_of(heat).actions()[2].trigger()
    assert got.args == [history.cells[10].day, Off.ILL]


def test_a_day_off_can_become_an_ordinary_day(
    qtbot: QtBot, heat: HeatMap, history: HistoryView
) -> None:
    index = next(n for n, cell in enumerate(history.cells) if cell.off)
    heat.point_to(index)
    actions = {action.text(): action for action in menu_of(heat).actions()}
    assert actions["Rest day"].isChecked()
    assert not actions["Ill"].isChecked()
    with qtbot.waitSignal(heat.day_off_asked) as got:
        actions["An ordinary day"].trigger()
    assert got.args == [history.cells[index].day, None]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_and_the_right_button_open_the_menu(qtbot: QtBot, heat: HeatMap) -> None:
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, heat, Qt.Key.Key_Up, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    at = heat.at
    menu.close()
    heat.open_menu(heat.mapToGlobal(QPoint(10, 10)))
    again = QApplication.activePopupWidget()
    assert isinstance(again, QMenu)
    assert heat.at == at
    again.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_click_on_a_day_offers_the_same(qtbot: QtBot, heat: HeatMap) -> None:
    spot = heat.cell_rect(30).center().toPoint()
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=spot)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert heat.at == 30
    menu.close()
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert QApplication.activePopupWidget() is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_has_a_tool_tip(heat: HeatMap, history: HistoryView) -> None:
    spot = heat.cell_rect(len(history.cells) - 1).center().toPoint()
    QApplication.sendEvent(heat, QHelpEvent(QEvent.Type.ToolTip, spot, heat.mapToGlobal(spot)))
    assert QToolTip.text() == history.cells[-1].text
    QToolTip.hideText()


def test_weeks_may_begin_on_sunday(look: Look, put: Any, history: HistoryView) -> None:
    monday, sunday = HeatMap(look), HeatMap(look)
    for heat, first in ((monday, 0), (sunday, 6)):
        heat.show_days(history.cells, history.today, first, "", "")
        put(heat, 800, heat.height())
    left = [heat.grab().copy(0, 0, 30, heat.height()).toImage() for heat in (monday, sunday)]
    assert left[0] != left[1]


def test_no_days_are_no_trouble(qtbot: QtBot, look: Look, put: Any, history: HistoryView) -> None:
    heat = HeatMap(look)
    heat.show_days((), history.today, 0, "", "")
    put(heat, 400, heat.height())
    press(qtbot, heat, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert heat.at == NONE
    assert [a.text() for a in menu_of(heat).actions()] == ["Copy as table"]


def test_it_says_how_to_go_through_it(heat: HeatMap) -> None:
    assert heat.accessibleDescription().startswith("A year. Arrow keys")
