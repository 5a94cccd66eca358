from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRect

from supple.ui.history.session_delegate import ACTIONS, DELETE, EDIT, PAIN, ROUTINE, SessionDelegate
from supple.ui.history.session_model import SessionModel
from supple.ui.history.session_table import SessionTable
from supple.ui.look import Look


def table_of(look: Look, put: Any, sessions_page: Any, total: int = 4) -> SessionTable:
    model = SessionModel()
    table = SessionTable(look, model)
    model.setParent(table)
    page = sessions_page(total)
    model.take(page.rows[:2], page.total, 0)
    put(table, 838, 300)
    return table


def colors(table: SessionTable, row: int, column: int) -> set[str]:
    box = table.visualRect(table.model().index(row, column))
    image = table.viewport().grab(box).toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name().upper() for x, y in spots}


def test_icons_lie_side_by_side_inside_the_cell(look: Look, put: Any, sessions_page: Any) -> None:
    delegate = SessionDelegate(look, table_of(look, put, sessions_page))
    cell = QRect(700, 54, 92, 54)
    edit, delete = (delegate.action_rect(cell, action) for action in (EDIT, DELETE))
    assert edit.right() == delete.left()
    assert cell.contains(edit.toRect())
    assert cell.contains(delete.toRect())


def test_a_chosen_row_has_the_soft_ground(look: Look, put: Any, sessions_page: Any) -> None:
    table = table_of(look, put, sessions_page)
    table.choose(0)
    assert look.theme.hex("primary-soft") in colors(table, 0, ROUTINE)
    assert look.theme.hex("primary-soft") not in colors(table, 1, ROUTINE)


def test_a_row_that_is_not_read_yet_is_drawn_too(look: Look, put: Any, sessions_page: Any) -> None:
    table = table_of(look, put, sessions_page)
    assert len(colors(table, 3, ROUTINE)) > 2
    assert len(colors(table, 3, PAIN)) <= 2


def test_a_long_note_takes_the_room_of_buttons_that_are_not_shown(
    look: Look, put: Any, sessions_page: Any
) -> None:
    table = table_of(look, put, sessions_page)
    long = replace(sessions_page(1).rows[0], note="Stopped early. " + "stiff " * 40)
    table.model().take([long], table.model().total, 0)
    assert look.theme.hex("muted") in colors(table, 0, ACTIONS)
    table.choose(0)
    assert look.theme.hex("muted") not in colors(table, 0, ACTIONS)


def test_pain_without_a_number_is_soft(look: Look, put: Any, sessions_page: Any) -> None:
    table = table_of(look, put, sessions_page)
    rated, unrated = colors(table, 1, PAIN), colors(table, 0, PAIN)
    assert look.theme.hex("muted") in unrated
    assert look.theme.hex("ink") not in unrated
    assert rated != unrated


def test_a_narrow_table_has_the_note_below_the_name(
    look: Look, put: Any, sessions_page: Any
) -> None:
    table = table_of(look, put, sessions_page)
    before = colors(table, 1, ROUTINE)
    table.set_narrow(True)
    assert look.theme.hex("muted") not in before
    assert look.theme.hex("muted") in colors(table, 1, ROUTINE)
