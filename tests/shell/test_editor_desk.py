"""Routines made, changed and copied through the real window, on a real disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from tests.shell.editing import Editing

from supple.core.command import Command
from supple.core.routine_draft import Part, RoutineDraft
from supple.shell.editor_desk import GONE, OUTSIDE
from supple.ui.pages import Place
from supple.ui.unsaved import UnsavedDialog
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.toast import Toast

MakeBench = Callable[..., Any]


@pytest.fixture
def editing(bench: MakeBench) -> Editing:
    return Editing(bench())


def test_a_new_routine_becomes_a_file_and_stands_in_my_routines(editing: Editing) -> None:
    id_ = editing.make("Evening on the mat", "one", "two")
    assert id_ == "evening-on-the-mat"
    assert editing.text(id_)["steps"] == [{"stretch": "one"}, {"stretch": "two"}]
    assert id_ in editing.bench.deps.library.own
    assert not editing.drafts.exists()


def test_saving_again_changes_the_same_file(editing: Editing) -> None:
    id_ = editing.make()
    editing.page._on_part(0, Part.HOLD, 20.0)
    editing.page.save()
    assert [p.name for p in editing.folder.glob("*.json")] == [f"{id_}.json"]
    assert editing.text(id_)["steps"][0]["hold_s"] == 20


def test_two_of_one_name_are_two_files(editing: Editing) -> None:
    first = editing.make("Evening")
    editing.page.leave()
    second = editing.make("Evening")
    assert (first, second) == ("evening", "evening-2")


def test_leaving_shows_my_routines(editing: Editing) -> None:
    editing.make()
    editing.page.leave()
    assert editing.page is None
    assert editing.window.pages.place is Place.ROUTINES


def test_the_undo_of_a_row_goes_with_the_editor(editing: Editing) -> None:
    id_ = editing.make()
    editing.page.remove(editing.page.draft.rows[0].key)
    toast = next(t for t in editing.window.findChildren(Toast) if t.isVisibleTo(editing.window))
    editing.page.save()
    assert toast.isVisibleTo(editing.window)
    editing.page.leave()
    assert not toast.isVisibleTo(editing.window)
    editing.desk.edit(id_)
    editing.page.remove(editing.page.draft.rows[0].key)
    editing.window.toast("Something newer.")
    editing.page.save()
    editing.page.leave()
    assert toast.isVisibleTo(editing.window)


def test_coming_back_leads_to_the_row_that_was_edited(editing: Editing) -> None:
    editing.make("Evening")
    editing.page.leave()
    id_ = editing.make("Morning")
    editing.page.leave()
    row = editing.window.pages.routines.get()._routines.row(id_)
    assert editing.window.focusWidget() is row.edit


def test_a_copy_of_ours_is_the_persons_and_is_edited(editing: Editing) -> None:
    editing.window.own.copy_asked.emit("desk-break")
    assert editing.page.draft.name == "Desk break (copy)"
    assert editing.desk._id == "desk-break-copy"
    shipped = editing.bench.deps.library.catalogue.routines["desk-break"]
    assert [s["stretch"] for s in editing.text("desk-break-copy")["steps"]] == [
        step.stretch for step in shipped.steps
    ]
    # The times are those the plan shows it with.
    shown = editing.bench.deps.coach.shown(editing.bench.deps.now()).routines["desk-break"]
    assert [r.change for r in editing.page.draft.rows] == [s.change for s in shown.steps]


def test_a_draft_of_a_file_changed_since_says_so(bench: MakeBench) -> None:
    one = Editing(bench())
    id_ = one.make()
    one.page._on_part(0, Part.SETS, 4)
    one.desk.keep_now()
    one.change_outside(id_, name="Theirs")
    two = Editing(bench())
    two.window.own.edit_asked.emit(id_)
    assert OUTSIDE in two.told()


def test_a_change_outside_of_what_is_not_changed_here_is_taken_over(editing: Editing) -> None:
    id_ = editing.make()
    editing.change_outside(id_, name="Theirs")
    assert editing.page.draft.name == "Theirs"
    assert not editing.page.has_changes


def test_a_change_outside_is_never_written_over(editing: Editing) -> None:
    id_ = editing.make()
    editing.page._on_part(0, Part.SETS, 4)
    editing.change_outside(id_, name="Theirs")
    assert OUTSIDE in editing.told()
    editing.page.save()
    assert editing.text(id_)["name"] == "Theirs"
    assert "sets" not in editing.text(id_)["steps"][0]
    editing.press("Keep both")
    assert editing.text(id_)["name"] == "Theirs"
    other = editing.desk._id
    assert other != id_
    assert editing.text(other)["steps"][0]["sets"] == 4
    assert editing.told() == ""
    assert not editing.page.has_changes


def test_theirs_can_be_loaded_and_mine_taken_back(editing: Editing) -> None:
    id_ = editing.make()
    editing.page._on_part(0, Part.SETS, 4)
    editing.change_outside(id_, name="Theirs")
    editing.press("Load theirs")
    assert editing.page.draft.name == "Theirs"
    assert editing.told() == ""
    editing.page.undo()
    editing.page.save()
    assert editing.text(id_)["name"] == "Mine"


def test_a_file_that_is_gone_leaves_mine_to_be_kept(editing: Editing) -> None:
    id_ = editing.make()
    editing.page._on_part(0, Part.SETS, 4)
    (editing.folder / f"{id_}.json").unlink()
    editing.bench.guidance.library.reload()
    assert GONE in editing.told()
    editing.press("Keep mine as a new file")
    assert editing.text(editing.desk._id)["steps"][0]["sets"] == 4


def test_a_broken_file_is_never_written_over(editing: Editing) -> None:
    id_ = editing.make()
    editing.page._on_part(0, Part.SETS, 4)
    path = editing.folder / f"{id_}.json"
    path.write_text("{ broken")
    editing.bench.guidance.library.reload()
    editing.page.save()
    assert path.read_text() == "{ broken"
    assert editing.page.has_changes


def test_a_preview_plays_the_draft_from_a_row_and_comes_back(editing: Editing) -> None:
    editing.make("Mine", "one", "two", "three")
    editing.page._on_part(1, Part.HOLD, 7.0)
    draft, page = editing.page.draft, editing.page
    editing.page.play(draft.rows[1].key)
    parts = editing.bench.guidance.parts
    assert editing.window.in_session
    editing.bench.play(2)
    assert parts.page.top.name.text() == "Two"
    parts.player.command(Command.STOP)
    assert not editing.window.in_session
    assert editing.page is page
    assert page.isVisible()
    assert page.draft == draft
    assert editing.bench.rows() == []


def test_nothing_is_lost_to_another_wish(editing: Editing) -> None:
    editing.make()
    editing.page._on_part(0, Part.SETS, 4)
    editing.window.own.new_asked.emit()
    (dialog,) = editing.window.findChildren(UnsavedDialog)
    assert editing.page.draft.rows
    dialog.discard.click()
    assert editing.page.draft == RoutineDraft()
    assert editing.desk._id == ""


def test_saving_on_the_way_out_goes_on_to_what_was_wished(editing: Editing) -> None:
    id_ = editing.make()
    editing.page._on_part(0, Part.SETS, 4)
    editing.window.pages.bar.chosen.emit(Place.TODAY)
    (dialog,) = editing.window.findChildren(UnsavedDialog)
    dialog.save.click()
    assert editing.window.pages.place is Place.TODAY
    assert editing.page is None
    assert editing.text(id_)["steps"][0]["sets"] == 4


def test_what_is_not_there_any_more_is_told(editing: Editing) -> None:
    editing.window.own.edit_asked.emit("gone")
    editing.window.own.copy_asked.emit("gone")
    QApplication.processEvents()
    assert editing.page is None
    assert any("not in your library" in b.accessibleName() for b in banners(editing))


def banners(editing: Editing) -> list[Banner]:
    return [b for b in editing.window.findChildren(Banner) if not b.isHidden()]
