from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from supple.ui.history.session_delegate import (
    ACTIONS,
    DELETE,
    EDIT,
    HIGH,
    NOTE,
    ROUTINE,
    TIME,
)
from supple.ui.history.session_model import SessionModel
from supple.ui.history.session_table import SessionTable
from supple.ui.look import Look


@pytest.fixture
def table(look: Look, put: Any, sessions_page: Any) -> SessionTable:
    model = SessionModel()
    made = SessionTable(look, model)
    model.setParent(made)
    page = sessions_page(8)
    model.take(page.rows, page.total, 0)
    put(made, 838, 520)
    return made


def action_spot(table: SessionTable, row: int, action: int) -> QPoint:
    cell = table.visualRect(table.model().index(row, ACTIONS))
    return table._cells.action_rect(cell, action).center().toPoint()


def test_the_keys_choose_edit_and_delete(qtbot: QtBot, table: SessionTable) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.current() == "s0"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.edit_asked) as edited:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert edited.args == ["s1"]
    with qtbot.waitSignal(table.delete_asked) as deleted:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert deleted.args == ["s1"]
    with qtbot.waitSignal(table.undo_asked):
        qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current() == "s7"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current() == "s0"


def test_a_key_held_down_deletes_one(qtbot: QtBot, table: SessionTable) -> None:
    table.choose(0)
    gone: list[str] = []
    table.delete_asked.connect(gone.append)
    for again in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Delete,
            Qt.KeyboardModifier.NoModifier,
            "",
            again,
        )
        QApplication.sendEvent(table, event)
    assert gone == ["s0"]


def test_right_goes_to_the_bin_and_another_row_back_to_the_pencil(
    qtbot: QtBot, table: SessionTable
) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.delete_asked):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.action == EDIT
    qtbot.keyClick(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.edit_asked):
        qtbot.keyClick(table, Qt.Key.Key_F2)


def test_the_icons_are_pressed_where_they_are_drawn(qtbot: QtBot, table: SessionTable) -> None:
    port = table.viewport()
    with qtbot.waitSignal(table.edit_asked) as edited:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=action_spot(table, 3, EDIT))
    assert edited.args == ["s3"]
    with qtbot.waitSignal(table.delete_asked) as deleted:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=action_spot(table, 5, DELETE))
    assert deleted.args == ["s5"]


def test_a_double_click_on_delete_deletes_one(qtbot: QtBot, table: SessionTable) -> None:
    gone: list[str] = []

    def delete(session: str) -> None:
        gone.append(session)
        table._sessions.take_out(session)

    table.delete_asked.connect(delete)
    edited: list[str] = []
    table.edit_asked.connect(edited.append)
    port, spot, left = table.viewport(), action_spot(table, 2, DELETE), Qt.MouseButton.LeftButton
    # As a system sends it: press, release, double press, release.
    qtbot.mouseClick(port, left, pos=spot)
    qtbot.mouseDClick(port, left, pos=spot)
    qtbot.mouseRelease(port, left, pos=spot)
    assert (gone, edited) == (["s2"], [])
    qtbot.mouseClick(port, left, pos=spot)
    assert gone == ["s2", "s3"]


def test_only_what_was_pressed_and_let_go_on_is_done(qtbot: QtBot, table: SessionTable) -> None:
    asked: list[str] = []
    for signal in (table.delete_asked, table.edit_asked):
        signal.connect(asked.append)
    port, left = table.viewport(), Qt.MouseButton.LeftButton
    other = action_spot(table, 4, DELETE)
    for pressed in (QPoint(20, other.y()), action_spot(table, 1, DELETE)):
        qtbot.mousePress(port, left, pos=pressed)
        qtbot.mouseRelease(port, left, pos=other)
    assert asked == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F2])
def test_a_key_held_down_opens_one_dialog(table: SessionTable, key: Qt.Key) -> None:
    table.choose(0)
    opened: list[str] = []
    table.edit_asked.connect(opened.append)
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", again)
        QApplication.sendEvent(table, event)
    assert opened == ["s0"]


def test_a_click_elsewhere_only_chooses_and_two_edit(qtbot: QtBot, table: SessionTable) -> None:
    port, spot = table.viewport(), QPoint(300, 2 * HIGH + 20)
    with qtbot.assertNotEmitted(table.edit_asked), qtbot.assertNotEmitted(table.delete_asked):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=spot)
    assert table.current() == "s2"
    with qtbot.waitSignal(table.edit_asked) as got:
        qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=spot)
    assert got.args == ["s2"]


def test_the_icons_show_on_the_row_under_the_pointer(qtbot: QtBot, table: SessionTable) -> None:
    before = table.grab().toImage()
    spot = action_spot(table, 4, EDIT)
    qtbot.mouseMove(table.viewport(), QPoint(200, 4 * HIGH + 20))
    assert table.hovered == 4
    after = table.grab().toImage()
    area = [(spot.x() + x, spot.y() + y + 41) for x in range(-9, 10) for y in range(-9, 10)]
    assert any(before.pixel(x, y) != after.pixel(x, y) for x, y in area)
    qtbot.mouseMove(table.viewport(), spot)
    assert table.hovered_action == (4, EDIT)
    assert table.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert table.hovered == -1


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_tips_name_the_actions_and_texts_that_may_be_cut(table: SessionTable) -> None:
    port = table.viewport()
    for spot, tip in (
        (action_spot(table, 1, EDIT), "Edit (Enter)"),
        (action_spot(table, 1, DELETE), "Delete (Del)"),
        (table.visualRect(table.model().index(1, NOTE)).center(), "Left side tighter"),
        (table.visualRect(table.model().index(1, ROUTINE)).center(), "Routine 1"),
    ):
        event = QHelpEvent(QEvent.Type.ToolTip, spot, port.mapToGlobal(spot))
        QApplication.sendEvent(port, event)
        assert QToolTip.text() == tip
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_row_has_a_menu(qtbot: QtBot, table: SessionTable) -> None:
    menu = table._menu("s2")
    assert [action.text() for action in menu.actions()] == ["Edit", "Delete"]
    with qtbot.waitSignal(table.delete_asked) as got:
        menu.actions()[1].trigger()
    assert got.args == ["s2"]
    assert isinstance(menu, QMenu)


def test_columns_fill_the_width_and_the_icons_are_always_in_it(
    table: SessionTable, look: Look
) -> None:
    for width, narrow, scale in (
        (838, False, 1.0),
        (1038, False, 1.0),
        (646, True, 1.0),
        (640, True, 1.3),
    ):
        look.set_text_scale(scale)
        table.set_narrow(narrow)
        table.resize(width, 520)
        table.grab()
        shown = [n for n in range(7) if not table.isColumnHidden(n)]
        assert sum(table.columnWidth(n) for n in shown) == table.viewport().width()
        assert table.isColumnHidden(NOTE) == narrow
    assert table.isColumnHidden(TIME)
    assert table.tight


def test_dates_with_their_year_get_more_room(table: SessionTable, sessions_page: Any) -> None:
    before = table.columnWidth(0)
    rows = [type(row)(row.id, "Wed 17 Dec 2025", *("",) * 5) for row in sessions_page(2).rows]
    table.make_room(rows)
    assert table.columnWidth(0) > before


def test_it_knows_how_high_it_would_like_to_be(table: SessionTable, look: Look) -> None:
    assert table.wanted_height() == 41 + 8 * HIGH
    look.set_text_scale(1.3)
    assert table.rowHeight(0) == round(HIGH * 1.3)


def test_with_no_rows_the_keys_do_nothing(qtbot: QtBot, look: Look, put: Any) -> None:
    model = SessionModel()
    table = SessionTable(look, model)
    model.setParent(table)
    put(table, 838, 300)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(table.edit_asked), qtbot.assertNotEmitted(table.delete_asked):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_End):
            qtbot.keyClick(table, key)
