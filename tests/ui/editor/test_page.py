from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine_draft import Part
from supple.ui.widgets.button import Button

Open = Callable[..., Any]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)


def test_the_keys_move_copy_remove_and_take_back(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    one, two, three = desk.order()
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert desk.order() == [two, one, three]
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert desk.order() == [one, two, three]
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert desk.order() == [one, one, two, three]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Delete)
    assert desk.order() == [one, one, three]
    press(qtbot, Qt.Key.Key_Z, CTRL)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert desk.order() == [one, two, three]
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.order() == [one, one, two, three]


def test_the_focus_goes_with_the_row(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert QApplication.focusWidget() is desk.page.list.rows[1].grip
    press(qtbot, Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is desk.page.list.rows[1].grip
    press(qtbot, Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is desk.page.list.rows[0].grip


def test_tab_goes_through_a_row_and_on_to_the_next(open_editor: Open) -> None:
    page = open_editor().page
    stops = page.tab_stops()
    row = page.list.rows[0]
    at = stops.index(row.grip)
    assert stops[at + 1] is row.hold.field
    after = stops.index(page.list.rows[1].grip)
    assert stops[after - 1] is row.cross
    assert stops[0] is page.bar.name
    assert stops[-1] is page.bar.back
    assert len(stops) == len(set(map(id, stops)))


def test_the_last_row_leaves_what_adds_one(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor("back-care-pair")
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Delete)
    assert desk.order() == []
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Add a stretch"
    assert not desk.page.preview.isVisible()


def test_undo_works_while_a_number_is_typed(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    field = desk.page.list.rows[0].hold.field
    before = field.value()
    field.setFocus()
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Up)
    assert field.value() == before + 15
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert field.value() == before
    assert not desk.page.has_changes


def test_leaving_a_number_ends_its_run(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    field = desk.page.list.rows[0].hold.field
    before = field.value()
    field.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    desk.page.bar.name.setFocus()
    field.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert field.value() == before + 5


def test_saving_waits_until_nothing_is_to_be_mended(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    name = desk.page.bar.name
    name.setFocus()
    name.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    assert not desk.page.foot.save.isEnabled()
    assert "Give it a name." in desk.page.foot.words.text()
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert desk.saved == []
    qtbot.keyClicks(name, "Mine")
    press(qtbot, Qt.Key.Key_S, CTRL)
    (draft,) = desk.saved
    assert draft.name == "Mine"
    desk.page.saved(draft)
    assert not desk.page.has_changes
    assert desk.page.foot.words.text() == "Saved."
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert desk.page.has_changes


def test_nothing_changed_is_nothing_to_save(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert desk.saved == []


def test_leaving_with_changes_asks_what_becomes_of_them(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    press(qtbot, Qt.Key.Key_Escape)
    assert desk.left == 1
    desk.page._on_part(0, Part.SETS, 9.0)
    went: list[str] = []
    assert not desk.page.may_leave(lambda: went.append("on"))
    desk.overlay.keep.click()
    assert (went, desk.left) == ([], 1)
    desk.page.may_leave(lambda: went.append("on"))
    desk.overlay.save.click()
    assert went == []
    desk.page.saved(desk.saved[-1])
    assert (went, desk.left) == (["on"], 2)


def test_discarding_leaves_with_nothing_kept(open_editor: Open) -> None:
    desk = open_editor()
    desk.page._on_part(0, Part.SETS, 9.0)
    went: list[str] = []
    desk.page.may_leave(lambda: went.append("on"))
    desk.overlay.discard.click()
    assert went == ["on"]
    assert desk.kept[-1] is None
    assert desk.saved == []


def test_what_cannot_be_saved_yet_is_said_when_it_is_left(open_editor: Open) -> None:
    desk = open_editor("none")
    desk.page._on_name("Mine")
    went: list[str] = []
    later: list[Callable[[], object]] = []
    desk.page.later_asked.connect(later.append)
    desk.page.may_leave(lambda: went.append("on"))
    desk.overlay.save.click()
    assert (desk.saved, went) == ([], [])
    draft = desk.kept[-1]
    desk.page.let_go(later[0])
    assert went == ["on"]
    assert desk.kept[-1] is draft, "what is kept stays"


def test_a_save_that_failed_leads_nowhere(open_editor: Open) -> None:
    desk = open_editor()
    desk.page._on_part(0, Part.SETS, 9.0)
    went: list[str] = []
    desk.page.may_leave(lambda: went.append("on"))
    desk.overlay.save.click()
    desk.page.not_saved()
    desk.page.saved(desk.saved[-1])
    assert went == []


def test_discard_goes_back_to_what_was_saved_and_can_be_taken_back(open_editor: Open) -> None:
    desk = open_editor()
    desk.page._on_part(0, Part.SETS, 9.0)
    mine = desk.page.draft
    desk.page.foot.discard.click()
    assert not desk.page.has_changes
    desk.toasts[-1][2]()
    assert desk.page.draft == mine


@pytest.mark.parametrize("width", [696, 904, 1100])
def test_nothing_stands_on_something_else(open_editor: Open, width: int) -> None:
    desk = open_editor("full-session", width)
    for row in desk.page.list.rows:
        parts: list[QWidget] = [row.grip, row.name, row.hold, row.sets, row.sides]
        parts += [row.total, row.menu_button, row.cross]
        parts += [] if row.narrow else [row.rest]
        for n, part in enumerate(parts):
            assert row.rect().contains(part.geometry()), part
            for other in parts[n + 1 :]:
                assert not part.geometry().intersects(other.geometry())


def test_what_happened_outside_is_told_above_and_goes(open_editor: Open) -> None:
    page = open_editor().page
    both = Button(page._look, "Keep both")
    page.tell_outside("It was changed.", (both,))
    assert both in page.tab_stops()
    page.tell_outside("", ())
    assert both not in page.tab_stops()
