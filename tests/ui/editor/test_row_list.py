from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Dose, Reps
from supple.ui.editor.row_list import RowList
from supple.ui.editor.row_views import RowView
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.picture import Pictures


def views(keys: list[int]) -> list[RowView]:
    return [RowView(k, n, len(keys), f"Row {k}", dose=Dose(30)) for n, k in enumerate(keys)]


@pytest.fixture
def rows(look: Look, pictures: Pictures, put: Callable[..., QWidget]) -> RowList:
    made = RowList(look, pictures)
    made.show_rows(views([1, 2, 3, 4]))
    put(made, 840, made.heightForWidth(840))
    return made


def grip(rows: RowList, key: int) -> QPoint:
    """Press the row; where the mouse is then, in the list."""
    row = rows.row(key)
    assert row is not None
    at = QPoint(16, row.height() // 2)
    row.gripped.emit(key, at)
    return row.mapToParent(at)


def keys_from_above(rows: RowList) -> list[int]:
    return [row.view.key for row in sorted(rows.rows, key=lambda row: row.y())]


@pytest.mark.parametrize(("key", "by", "to"), [(4, -2.2, 1), (1, 1.2, 1), (1, 50, 3), (3, -50, 0)])
def test_a_row_is_put_down_where_it_is_carried(
    rows: RowList, qtbot: QtBot, key: int, by: float, to: int
) -> None:
    start = grip(rows, key)
    high = rows.rows[0].height()
    rows.pull(start + QPoint(0, 8 if by > 0 else -8))
    rows.pull(start + QPoint(0, round(by * high)))
    assert rows.carries
    with qtbot.waitSignal(rows.moved) as told:
        rows.drop()
    assert told.args == [key, to]
    assert not rows.carries


def test_the_others_make_room_while_it_is_carried(rows: RowList) -> None:
    start = grip(rows, 4)
    rows.pull(start - QPoint(0, 20))
    rows.pull(start - QPoint(0, rows.rows[0].height() * 3 + 5))
    others = [k for k in keys_from_above(rows) if k != 4]
    assert others == [1, 2, 3]
    first = rows.row(1)
    assert first is not None
    assert first.y() >= rows.rows[3].height()


def test_a_short_pull_is_only_a_press(rows: RowList, qtbot: QtBot) -> None:
    start = grip(rows, 2)
    with qtbot.assertNotEmitted(rows.moved):
        rows.pull(start + QPoint(1, 1))
        assert not rows.carries
        rows.drop()


def test_a_list_that_goes_lets_go_of_what_it_carries(rows: RowList) -> None:
    start = grip(rows, 4)
    rows.pull(start - QPoint(0, 100))
    assert QGuiApplication.overrideCursor() is not None
    rows.hide()
    assert not rows.carries
    assert QGuiApplication.overrideCursor() is None


def test_escape_puts_it_back(rows: RowList, qtbot: QtBot) -> None:
    start = grip(rows, 4)
    rows.pull(start - QPoint(0, 100))
    with qtbot.assertNotEmitted(rows.moved):
        qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert not rows.carries
    assert keys_from_above(rows) == [1, 2, 3, 4]


def test_rows_that_stay_are_the_same_widgets(rows: RowList) -> None:
    before = {row.view.key: row for row in rows.rows}
    rows.show_rows(views([3, 1, 9]))
    assert [row.view.key for row in rows.rows] == [3, 1, 9]
    assert rows.row(3) is before[3]
    assert keys_from_above(rows) == [3, 1, 9]
    assert rows.row(2) is None


def test_the_focus_in_a_row_chooses_it(rows: RowList, qtbot: QtBot) -> None:
    row = rows.row(3)
    assert row is not None
    with qtbot.waitSignal(rows.chosen) as told:
        row.sets.field.setFocus()
    assert told.args == [3]


def test_a_stretch_that_is_counted_by_now_has_a_row_of_its_own_kind(rows: RowList) -> None:
    before = rows.row(3)
    rows.show_rows([RowView(3, 0, 1, "Row 3", dose=Dose(reps=Reps(12, 3.0)))])
    row = rows.row(3)
    assert row is not None
    assert row is not before
    assert row.hold.field.text() == "12 reps"


def test_near_the_edge_it_scrolls_and_takes_the_row_along(
    look: Look, pictures: Pictures, put: Callable[..., QWidget], qtbot: QtBot
) -> None:
    scroller = Scroller(look)
    body = QVBoxLayout()
    rows = RowList(look, pictures)
    rows.show_rows(views(list(range(20))))
    body.addWidget(rows)
    scroller.set_body(body)
    put(scroller, 860, 400)
    bar = scroller.verticalScrollBar()
    start = grip(rows, 1)
    rows.pull(start + QPoint(0, 30))
    rows.pull(QPoint(start.x(), bar.value() + 390))
    lifted = rows.row(1)
    assert lifted is not None
    at, before = lifted.y(), bar.value()
    qtbot.waitUntil(lambda: bar.value() > before)
    assert lifted.y() - at == bar.value() - before
    rows.drop()
    assert not rows._scroll.runs
