from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from supple.ui.history.chart import NONE, Chart
from supple.ui.look import Look


class Three(Chart):
    """Three points side by side, each a third of the width."""

    def spots(self) -> list[QRectF]:
        third = self.width() / 3
        return [QRectF(n * third, 0, third, self.height()) for n in range(3)]


@pytest.fixture
def chart(look: Look, put: Any) -> Three:
    made = Three(look, "Minutes a week")
    made.show_points(["One", "Two", "Three"], "Three weeks.", "Week\tMinutes\n1\t5\n")
    put(made, 300, 150)
    return made


def said(chart: Chart, what: QAccessible.Text) -> str:
    reader = QAccessible.queryAccessibleInterface(chart)
    return reader.text(what)


def test_a_screen_reader_meets_a_picture_with_name_and_words(chart: Three) -> None:
    reader = QAccessible.queryAccessibleInterface(chart)
    assert reader.role() == QAccessible.Role.Graphic
    assert said(chart, QAccessible.Text.Name) == "Minutes a week"
    assert said(chart, QAccessible.Text.Description) == "Three weeks."


def test_keys_go_from_point_to_point_and_stop_at_the_ends(qtbot: QtBot, chart: Three) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.at == 2
    for key, at in (
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Right, 2),
    ):
        qtbot.keyClick(chart, key)
        assert chart.at == at
    assert said(chart, QAccessible.Text.Description) == "Three"


def test_the_pointer_says_what_it_is_over_until_it_leaves(qtbot: QtBot, chart: Three) -> None:
    told: list[str] = []
    chart.pointed.connect(told.append)
    qtbot.mouseMove(chart, QPoint(150, 60))
    qtbot.mouseMove(chart, QPoint(20, 60))
    chart.point_to(NONE)
    assert told == ["Two", "One", ""]


def test_a_click_leaves_the_pointer_in_charge(qtbot: QtBot, chart: Three) -> None:
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    assert chart.hasFocus()
    assert chart.at in (0, NONE)


def test_losing_the_focus_looks_at_nothing(qtbot: QtBot, look: Look, put: Any) -> None:
    chart = Three(look, "Chart")
    chart.show_points(["One"], "", "")
    host = put(chart, 300, 200).parentWidget()
    other = QPushButton("Other", host)
    other.show()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.text_at(chart.at) == "One"
    other.setFocus()
    assert chart.at == NONE


def test_ctrl_c_and_the_menu_copy_the_table(qtbot: QtBot, chart: Three) -> None:
    with qtbot.waitSignal(chart.copy_asked) as got:
        qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert got.args == ["Week\tMinutes\n1\t5\n"]
    menu = QMenu(chart)
    chart.fill_menu(menu)
    with qtbot.waitSignal(chart.copy_asked):
        menu.actions()[-1].trigger()


def test_fewer_points_leave_none_beyond_the_last(qtbot: QtBot, chart: Three) -> None:
    chart.point_to(2)
    chart.show_points(["One"], "One week.", "")
    assert chart.at == 0
    chart.show_points([], "Nothing.", "")
    assert chart.at == NONE
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.at == NONE


def test_nothing_is_hit_outside(chart: Three) -> None:
    assert chart.index_at(QPointF(150, 400)) == NONE
