from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.routine import Catalogue
from supple.core.routine_draft import Part, RoutineDraft
from supple.ui.editor.foot import Foot

Open = Callable[..., Any]


def test_the_total_follows_every_change(open_editor: Open) -> None:
    desk = open_editor()
    total = desk.page.bar._total
    before = total.text()
    desk.page._on_part(0, Part.SETS, 9.0)
    assert total.text() != before
    assert total._token == "ink"
    desk.page._on_part(0, Part.HOLD, 600.0)
    assert total._token == "accent-ink"


def test_what_is_typed_is_told_to_be_kept(open_editor: Open) -> None:
    desk = open_editor()
    desk.page._on_part(0, Part.SETS, 9.0)
    assert desk.kept[-1] == desk.page.draft
    desk.page.undo()
    assert desk.kept[-1] is None


def test_a_row_taken_out_comes_back_by_the_toast_once(open_editor: Open) -> None:
    desk = open_editor()
    before = desk.order()
    desk.page.remove(1)
    text, action, undo = desk.toasts[-1]
    assert text.endswith("is taken out")
    assert action == "Undo"
    undo()
    assert desk.order() == before
    undo()
    assert desk.order() == before


def test_several_stretches_are_added_in_the_order_chosen(open_editor: Open) -> None:
    desk = open_editor()
    before = desk.order()
    desk.page.open_picker()
    picker = desk.overlay
    for id_ in ("march", "wall-supine"):
        picker.list.choose(id_)
        picker.toggle()
    picker.take()
    assert desk.order() == [*before, "march", "wall-supine"]
    assert desk.page.list.rows[3].first_part is Part.REPS


def test_play_begins_with_the_chosen_row(open_editor: Open) -> None:
    desk = open_editor()
    desk.page.preview.play.click()
    desk.page.choose(1)
    desk.page.preview.play.click()
    desk.page._on_wish(2, "preview")
    assert [key for _, key in desk.previews] == [0, 1, 2]


def test_a_click_in_the_timeline_chooses_its_row(open_editor: Open, qtbot: QtBot) -> None:
    desk = open_editor()
    bar = desk.page.preview.bar
    last = bar.rect().center()
    last.setX(bar.width() - 3)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=last)
    assert [row.chosen for row in desk.page.list.rows] == [False, False, True]


def test_a_narrow_window_leaves_rest_and_pictures_out(open_editor: Open) -> None:
    desk = open_editor(width=696)
    row = desk.page.list.rows[0]
    assert row.narrow
    assert not row.rest.isVisible()
    row.toggle_extras()
    assert row.extras is not None
    names = [field.accessibleName() for field in row.extras.fields()]
    assert any(name.startswith("Rest") for name in names)


def test_a_stretch_that_is_gone_is_to_be_taken_out(open_editor: Open, content: Any) -> None:
    desk = open_editor()
    gone = desk.order()[1]
    left = {i: s for i, s in content.catalogue.stretches.items() if i != gone}
    desk.page.show_catalogue(Catalogue(left, content.catalogue.routines), content.durations)
    row = desk.page.list.rows[1]
    assert row.view.missing
    assert "no longer in the library" in row.view.note
    assert not row.hold.isVisible()
    desk.page.remove(row.view.key)
    assert not any(r.view.missing for r in desk.page.list.rows)


def test_a_hold_the_source_does_not_speak_of_is_said(open_editor: Open) -> None:
    desk = open_editor()
    desk.page._on_part(0, Part.HOLD, 300.0)
    row = desk.page.list.rows[0]
    assert "Outside what the source speaks of" in row.view.note
    assert desk.page.foot.save.isEnabled()


def test_theirs_is_taken_and_undo_leads_back_to_mine(open_editor: Open) -> None:
    desk = open_editor()
    desk.page._on_part(0, Part.SETS, 9.0)
    mine = desk.page.draft
    theirs = RoutineDraft.of(replace(mine.build(), name="Theirs"))
    desk.page.take(theirs)
    assert not desk.page.has_changes
    desk.page.undo()
    assert desk.page.draft == mine
    assert desk.page.has_changes


def test_rows_and_numbers_are_named_for_who_cannot_see(open_editor: Open) -> None:
    page = open_editor().page
    row = page.list.rows[0]
    name = row.view.name
    assert row.grip.accessibleName().startswith(name)
    assert "Row 1 of 3" in row.grip.accessibleDescription()
    assert row.hold.field.accessibleName() == f"Hold, {name}"
    assert row.cross.accessibleName() == f"Take out {name}"
    assert page.preview.bar.accessibleName().startswith("Timeline, ")
    assert name in page.preview.bar.accessibleDescription()
    assert isinstance(page.foot, Foot)
