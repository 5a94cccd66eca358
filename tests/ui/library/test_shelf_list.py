from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from supple.core import shelf
from supple.core.shelf import Item
from supple.ui.library.shelf_list import ROW, ShelfList, ShelfModel, faintness, spoken
from supple.ui.look import Look
from supple.ui.picture import Pictures


def items(content: Any) -> tuple[Item, ...]:
    return shelf.stretches(content.catalogue, content.durations)


def shown(qtbot: QtBot, look: Look, pictures: Pictures, content: Any) -> ShelfList:
    made = ShelfList(look, pictures)
    qtbot.addWidget(made)
    made.resize(460, 400)
    made.show_items(items(content))
    made.show()
    return made


def test_the_first_row_is_current(
    qtbot: QtBot, look: Look, pictures: Pictures, content: Any
) -> None:
    view = shown(qtbot, look, pictures, content)
    assert view.current() == items(content)[0]


def test_arrow_keys_pick_and_enter_wants(
    qtbot: QtBot, look: Look, pictures: Pictures, content: Any
) -> None:
    view = shown(qtbot, look, pictures, content)
    with qtbot.waitSignal(view.picked) as got:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert got.args == [items(content)[1]]
    with qtbot.waitSignal(view.entered):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_click_picks(qtbot: QtBot, look: Look, pictures: Pictures, content: Any) -> None:
    view = shown(qtbot, look, pictures, content)
    spot = QPoint(100, 2 * ROW + 20)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.current() == items(content)[2]


def test_the_current_row_is_kept_where_it_still_is(
    qtbot: QtBot, look: Look, pictures: Pictures, content: Any
) -> None:
    view = shown(qtbot, look, pictures, content)
    rows = items(content)
    assert view.choose(rows[4].id)
    view.show_items(rows[3:6], rows[4].id)
    assert view.current() == rows[4]
    view.show_items(rows[:2], rows[4].id)
    assert view.current() == rows[0]
    assert not view.choose("gone")


def test_an_empty_list_picks_nothing(
    qtbot: QtBot, look: Look, pictures: Pictures, content: Any
) -> None:
    view = shown(qtbot, look, pictures, content)
    with qtbot.waitSignal(view.picked) as got:
        view.show_items(())
    assert got.args == [None]
    assert view.current() is None


def test_rows_are_spoken(qtbot: QtBot, look: Look, content: Any) -> None:
    row = next(item for item in items(content) if item.read_first)
    words = spoken(row)
    assert words.startswith(row.name)
    assert words.endswith("read first")
    model = ShelfModel(ShelfList(look, None))  # type: ignore[arg-type]
    model.show_items([row])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0), role) == words
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None


def test_rows_are_drawn_and_grow_with_the_text(
    qtbot: QtBot, look: Look, pictures: Pictures, content: Any, figures: Any
) -> None:
    view = shown(qtbot, look, pictures, content)
    view.grab()
    drawn = {painted.figure for painted in figures.painted}
    assert items(content)[0].figure in drawn
    look.set_text_scale(1.3)
    assert view.sizeHintForRow(0) == round(ROW * 1.3)


def test_what_is_left_out_is_faint_but_not_in_high_contrast(look: Look) -> None:
    assert 0 < faintness(look) < 0.6
    look.set_contrast("high")
    assert faintness(look) == 1
