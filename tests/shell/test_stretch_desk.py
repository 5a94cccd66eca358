"""Making, changing and keeping stretches of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.shell.writing import Room

from supple.core.command import Command
from supple.core.problem import UserError
from supple.core.routine import Sides
from supple.core.shelf import Kind
from supple.ui.pages import Place
from supple.ui.stretch.clash import ClashDialog
from supple.ui.stretch.page import COPY, EDIT, NEW
from supple.ui.unsaved import UnsavedDialog


@pytest.fixture
def room(bench: Callable[..., Any]) -> Room:
    return Room(bench())


def test_a_stretch_is_made_and_stands_in_the_library(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    assert room.page.title.text() == NEW
    room.write_calf()
    room.page.save.click()
    made = room.stretches["calf-at-the-step"]
    assert made.setup == ("Stand on the step.",)
    assert made.id in room.bench.deps.library.own
    assert room.toasts == ["“Calf at the step” is saved."]
    library = room.window.pages.library.get()
    assert room.window.pages.place is Place.LIBRARY
    assert library.kinds.current == Kind.STRETCH
    assert library.list.current().id == made.id
    assert room.window.pages.inside is None


def test_an_own_one_is_changed_in_its_place(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.save.click()
    room.own.stretch_edit_asked.emit("calf-at-the-step")
    assert room.page.title.text() == EDIT
    room.write(name="Calf", sides=Sides.BOTH)
    room.page.save.click()
    assert room.stretches["calf-at-the-step"].name == "Calf"
    assert room.notices == []


def test_who_came_from_my_routines_is_back_there_at_its_row(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.save.click()
    room.window.pages.turn(Place.ROUTINES)
    row = room.window.pages.routines.get()._stretches.row("calf-at-the-step")
    row.edit.click()
    assert room.window.pages.place is Place.ROUTINES
    room.write(name="Calf")
    room.page.save.click()
    assert room.window.pages.inside is None
    assert room.window.focusWidget() is row.edit
    assert row.edit.accessibleName() == "Edit Calf"


def test_who_gives_up_a_new_one_is_back_at_its_button(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.save.click()
    room.window.pages.turn(Place.ROUTINES)
    page = room.window.pages.routines.get()
    page._new_stretch.click()
    room.page.left.emit()
    assert room.window.pages.inside is None
    assert room.window.focusWidget() is page._new_stretch
    # Once: who comes another time is where everybody begins.
    room.window.pages.turn(Place.LIBRARY)
    room.window.pages.turn(Place.ROUTINES)
    assert room.window.focusWidget() is page.main_widget()


def test_ours_is_copied_and_nothing_is_kept_before_it_is_saved(room: Room) -> None:
    before = room.stretches
    room.own.stretch_copy_asked.emit("leg-swing")
    assert room.page.title.text() == COPY
    assert room.page.draft.name == "Leg swings (copy)"
    assert room.stretches == before
    room.page.save.click()
    made = room.stretches["leg-swings-copy"]
    assert made == replace(before["leg-swing"], id=made.id, name=made.name)


def test_ours_is_never_changed_itself(room: Room) -> None:
    room.own.stretch_edit_asked.emit("leg-swing")
    assert room.page.title.text() == COPY


def test_a_stretch_that_is_gone_is_told_of(room: Room) -> None:
    room.own.stretch_edit_asked.emit("gone")
    assert room.notices == ["It is not in your library any more."]
    assert room.desk.page is None


def test_a_file_changed_by_somebody_else_is_not_overwritten(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.save.click()
    room.own.stretch_edit_asked.emit("calf-at-the-step")
    path = room.bench.deps.paths.routines_dir / "calf-at-the-step.json"
    text = path.read_text("utf-8").replace("Stand on the step.", "Stand on the stair.")
    path.write_text(text, "utf-8")
    room.write(name="Mine")
    room.page.save.click()
    clash = room.overlays[0]
    assert isinstance(clash, ClashDialog)
    assert path.read_text("utf-8") == text
    assert room.page.is_changed
    clash.accepted.emit()
    names = {s.name: s.setup for s in room.stretches.values()}
    assert names["Calf at the step"] == ("Stand on the stair.",)
    assert names["Mine (copy)"] == ("Stand on the step.",)


def test_what_the_disk_refuses_is_told_and_stays_on_the_page(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()

    def refuse(*_args: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(room.bench.guidance.library, "put", refuse)
    room.page.save.click()
    assert room.notices == ["The disk is full."]
    assert room.page.draft.name == "Calf at the step"


def test_leaving_with_changes_asks_and_can_save(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.window.pages.turn(Place.HISTORY)
    leave = room.overlays[0]
    assert isinstance(leave, UnsavedDialog)
    assert room.window.pages.place is Place.LIBRARY
    leave.save_asked.emit()
    assert "calf-at-the-step" in room.stretches
    assert room.window.pages.place is Place.HISTORY


def test_another_page_is_not_opened_over_changes(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.own.stretch_copy_asked.emit("leg-swing")
    assert room.page.draft.name == "Calf at the step"
    room.overlays[0].discard_asked.emit()
    assert room.page.draft.name == "Leg swings (copy)"
    assert "calf-at-the-step" not in room.stretches


def test_it_is_tried_without_being_kept(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page._try.click()
    parts = room.bench.guidance.parts
    assert parts.player.active
    assert room.window.in_session
    assert "calf-at-the-step" not in room.stretches


def test_it_is_heard_until_that_is_enough(room: Room) -> None:
    said: list[str] = []
    room.bench.guidance.parts.voice.say = lambda text, priority: said.append(text)
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.script.hear.click()
    assert said == ["Calf at the step."]
    assert room.page.script.hear.text() == "Stop"
    room.page.script.hear.click()
    assert room.page.script.hear.text() == "Hear it"


def test_a_deleted_stretch_keeps_its_name_in_the_history(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.save.click()
    one = room.bench
    one.guidance.conductor.start("calf-at-the-step")
    one.play(90)
    one.guidance.parts.player.command(Command.STOP)
    one.guidance.library.remove("calf-at-the-step")
    assert "calf-at-the-step" not in room.stretches
    assert [s.routine_name for s in one.deps.history.sessions(limit=9)] == ["Calf at the step"]
