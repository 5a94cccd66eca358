"""A routine that was being edited when the program ended, through the real window."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.shell.editing import Editing

from supple.core.routine_draft import Part, RoutineDraft
from supple.shell.going_on import NOT_KEPT
from supple.store.draft_files import DraftFiles
from supple.ui.pages import Place
from supple.ui.unsaved import UnsavedDialog
from supple.ui.widgets.banner import Banner

MakeBench = Callable[..., Any]


@pytest.fixture
def editing(bench: MakeBench) -> Editing:
    return Editing(bench())


def test_a_draft_survives_a_crash_and_is_offered_back(bench: MakeBench) -> None:
    one = Editing(bench())
    id_ = one.make()
    one.page._on_part(0, Part.SETS, 4)
    one.desk.keep_now()
    two = Editing(bench())
    assert two.window.findChildren(Banner)
    two.press("Go on editing")
    assert two.desk._id == id_
    assert two.page.draft.rows[0].change.sets == 4
    assert two.page.has_changes
    two.page.save()
    assert two.text(id_)["steps"][0]["sets"] == 4
    assert not two.drafts.exists()


def test_a_new_routine_survives_a_crash_too(bench: MakeBench) -> None:
    one = Editing(bench())
    one.window.own.new_asked.emit()
    one.page._on_name("Half done")
    one.desk.keep_now()
    two = Editing(bench())
    two.window.own.new_asked.emit()
    assert two.page.draft.name == "Half done"
    two.page.discard()
    assert two.page is None
    two.window.pages.notices._on_acted()
    assert two.page.draft.name == "Half done"
    two.page.discard()
    two.window.own.new_asked.emit()
    assert two.page.draft == RoutineDraft()


def test_what_is_offered_back_can_be_let_go_and_that_taken_back(bench: MakeBench) -> None:
    one = Editing(bench())
    id_ = one.make()
    one.page._on_part(0, Part.SETS, 4)
    one.desk.keep_now()
    two = Editing(bench())
    two.press("Discard")
    assert not two.drafts.exists()
    two.window.pages.notices._on_acted()
    assert (two.drafts / f"routine-{id_}.json").exists()


def begin_another_and_undo(editing: Editing) -> UnsavedDialog:
    """Begin a new routine while a toast can still bring the one before it back, and do so."""
    editing.window.own.new_asked.emit()
    editing.page._on_name("Second")
    editing.page.add(("one",))
    editing.desk.keep_now()
    editing.window.pages.notices._on_acted()
    assert editing.page.draft.name == "Second"
    kept = json.loads((editing.drafts / "new.json").read_text())
    assert kept["draft"]["name"] == "Second"
    (dialog,) = editing.window.findChildren(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    return dialog


def test_undo_asks_what_becomes_of_a_new_routine_begun_since(editing: Editing) -> None:
    editing.window.own.new_asked.emit()
    editing.page._on_name("First")
    editing.page.discard()
    dialog = begin_another_and_undo(editing)
    dialog.save.click()
    assert "second" in editing.bench.deps.library.own
    assert editing.page.draft.name == "First"


def test_undo_of_letting_go_asks_it_too(bench: MakeBench) -> None:
    one = Editing(bench())
    one.window.own.new_asked.emit()
    one.page._on_name("First")
    one.desk.keep_now()
    two = Editing(bench())
    two.press("Discard")
    dialog = begin_another_and_undo(two)
    dialog.save.click()
    assert "second" in two.bench.deps.library.own
    two.press("Go on editing")
    assert two.page.draft.name == "First"


def leave_unfinished(editing: Editing) -> UnsavedDialog:
    """A routine without a stretch, on the way to another page."""
    editing.window.own.new_asked.emit()
    editing.page._on_name("Half done")
    editing.window.pages.turn(Place.HISTORY)
    (dialog,) = editing.window.findChildren(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    return dialog


def test_what_cannot_be_saved_yet_can_be_kept_for_later(bench: MakeBench) -> None:
    one = Editing(bench())
    leave_unfinished(one).save.click()
    assert one.page is None
    assert one.window.pages.place is Place.HISTORY
    one.press("Go on editing")
    assert one.page.draft.name == "Half done"
    toast = one.window.pages.notices._toast
    assert not toast.isHidden()
    # It is kept on, though nothing more was typed.
    one.window.pages.turn(Place.HISTORY)
    one.window.findChildren(UnsavedDialog)[-1].save.click()
    assert toast.isHidden(), "it is not told any more that it is back"
    two = Editing(bench())
    two.press("Go on editing")
    assert two.page.draft.name == "Half done"


def test_what_was_taken_up_survives_another_crash(bench: MakeBench) -> None:
    one = Editing(bench())
    one.window.own.new_asked.emit()
    one.page._on_name("Half done")
    one.desk.keep_now()
    for _ in range(2):
        again = Editing(bench())
        again.press("Go on editing")
        assert again.page.draft.name == "Half done"


def test_nobody_leaves_what_could_not_be_kept_for_later(
    editing: Editing, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    editing.window.notice = lambda key, text, *rest: told.append(text)
    dialog = leave_unfinished(editing)
    monkeypatch.setattr(DraftFiles, "keep", lambda *_: False)
    dialog.save.click()
    assert told == [NOT_KEPT]
    assert editing.page.draft.name == "Half done"


@pytest.mark.parametrize("full", [False, True])
def test_a_draft_whose_file_is_gone_is_kept_as_a_new_one(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    one = Editing(bench())
    id_ = one.make()
    one.page._on_name("Half done")
    one.desk.keep_now()
    (one.folder / f"{id_}.json").unlink()
    two = Editing(bench())
    if full:
        monkeypatch.setattr(DraftFiles, "keep", lambda *_: False)
    two.press("Go on editing")
    assert two.page.draft.name == "Half done"
    assert two.desk._id == ""
    kept = [path.name for path in two.drafts.iterdir()]
    assert kept == [f"routine-{id_}.json" if full else "new.json"]
