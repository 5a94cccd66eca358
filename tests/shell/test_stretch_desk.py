"""Making, changing and keeping stretches of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.problem import UserError
from supple.core.routine import Sides, Stretch
from supple.core.shelf import Kind
from supple.shell.stretch_desk import StretchDesk
from supple.ui.pages import Place
from supple.ui.stretch.chooser import FigureChooser
from supple.ui.stretch.clash import ClashDialog
from supple.ui.stretch.page import COPY, EDIT, NEW, StretchPage
from supple.ui.unsaved import UnsavedDialog


class Room:
    """The program with what its window told."""

    def __init__(self, one: Any, picture: Path) -> None:
        self.one = one
        self.picture = picture
        self.window = one.program.window
        self.own = self.window.own
        self.figures = one.program.figures
        self.toasts: list[str] = []
        self.notices: list[str] = []
        self.asked: list[Any] = []
        self.window.toast = lambda text, action="", then=None: self.toasts.append(text)
        self.window.notice = lambda key, text, *rest: self.notices.append(text)
        self.window.pages.overlay_asked.disconnect()
        self.window.pages.overlay_asked.connect(self.asked.append)

    @property
    def desk(self) -> StretchDesk:
        desk: StretchDesk = self.one.guidance.stretches
        return desk

    @property
    def page(self) -> StretchPage:
        page = self.desk.page
        assert page is not None
        assert self.window.pages.inside is page
        return page

    @property
    def stretches(self) -> dict[str, Stretch]:
        return dict(self.one.deps.library.catalogue.stretches)

    def write(self, **fields: object) -> None:
        """Fill fields of the form."""
        for key, value in fields.items():
            self.page._change(key.replace("__", "."), value)

    def write_calf(self) -> None:
        self.write(name="Calf at the step", setup=("Stand on the step.",))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    path = tmp_path / "calf.jpg"
    assert image.save(str(path), "JPEG")  # type: ignore[call-overload]
    return path


@pytest.fixture
def room(bench: Callable[..., Any], picture: Path) -> Room:
    return Room(bench(), picture)


def take_picture(room: Room, qtbot: QtBot) -> str:
    before = room.page.draft.figure
    room.page.picture_dropped.emit(str(room.picture))
    qtbot.waitUntil(lambda: room.page.draft.figure != before)
    return room.page.draft.figure


def test_a_stretch_is_made_and_stands_in_the_library(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    assert room.page.title.text() == NEW
    room.write_calf()
    room.page.save.click()
    made = room.stretches["calf-at-the-step"]
    assert made.setup == ("Stand on the step.",)
    assert made.id in room.one.deps.library.own
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


def test_a_picture_is_lent_until_it_is_saved(room: Room, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    figure = take_picture(room, qtbot)
    assert figure == "own-calf-at-the-step"
    assert room.figures.image(figure).width() == 80
    folder = room.one.deps.paths.routines_dir / "figures"
    assert not folder.exists()
    room.page.save.click()
    assert [p.name for p in folder.iterdir()] == [f"{figure}.png"]
    assert room.stretches["calf-at-the-step"].figure == figure
    assert room.figures.own.saved_ids() == (figure,)
    assert room.figures.description(figure) == "Calf at the step"


def test_another_picture_is_another_figure(room: Room, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    first = take_picture(room, qtbot)
    second = take_picture(room, qtbot)
    assert (first, second) == ("own-calf-at-the-step", "own-calf-at-the-step-2")
    room.page.undo()
    assert room.page.draft.figure == first


def test_what_a_picture_shows_is_kept_with_it(room: Room, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    take_picture(room, qtbot)
    room.page.picture._words.setText("A heel below the edge of a step")
    room.page.picture._words.editingFinished.emit()
    room.page.save.click()
    made = room.stretches["calf-at-the-step"]
    assert room.figures.description(made.figure) == "A heel below the edge of a step"


@pytest.mark.parametrize("leaves", [False, True])
def test_words_that_are_still_being_written_are_not_lost(
    room: Room, qtbot: QtBot, leaves: bool
) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    take_picture(room, qtbot)
    room.page.picture._words.setText("A heel below")
    if leaves:
        room.window.pages.turn(Place.HISTORY)
        room.asked[0].save_asked.emit()
    else:
        room.page._on_save()
    made = room.stretches["calf-at-the-step"]
    assert room.figures.description(made.figure) == "A heel below"


def test_a_picture_that_cannot_be_read_any_more_is_told_of_beside_it(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    figure = take_picture(room, qtbot)

    def gone(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(room.figures.own, "read", gone)
    room.page.described.emit(figure, "A heel")
    assert "Permission denied" in room.page.picture.problem.label.text()
    assert room.page.draft.figure == figure


def test_a_file_that_is_no_picture_is_told_of_beside_it(room: Room, qtbot: QtBot) -> None:
    room.picture.write_bytes(b"no picture")
    room.own.stretch_new_asked.emit()
    room.page.picture_dropped.emit(str(room.picture))
    problem = room.page.picture.problem
    qtbot.waitUntil(lambda: not problem.isHidden())
    assert "not a picture" in problem.label.text()
    assert room.page.draft.figure == ""


def test_a_page_that_was_left_takes_no_picture(room: Room, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    page = room.page
    page.picture_dropped.emit(str(room.picture))
    page.back.click()
    room.desk._errands.close()
    qtbot.waitUntil(lambda: room.desk.page is None)
    assert room.figures.own.ids() == ()


def test_a_figure_is_chosen_among_all_with_their_names(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.page.picture.choose.click()
    chooser = room.asked[0]
    assert isinstance(chooser, FigureChooser)
    names = dict(room.desk._choices())
    assert names["leg-swing"] == "Leg swings"
    assert "leg-angle" not in names
    chooser.chosen.emit("leg-swing")
    assert room.page.draft.figure == "leg-swing"


def test_a_pose_is_made_and_saved(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.write(figure="leg-swing")
    room.page.picture.pose.click()
    editor = room.asked[0]
    editor.keep.click()
    figure = room.page.draft.figure
    assert figure == "own-calf-at-the-step"
    assert room.page.picture.pose.text() == "Change the pose"
    room.page.save.click()
    path = room.one.deps.paths.routines_dir / "figures" / f"{figure}.json"
    assert json.loads(path.read_bytes())["id"] == figure


def test_a_file_changed_by_somebody_else_is_not_overwritten(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page.save.click()
    room.own.stretch_edit_asked.emit("calf-at-the-step")
    path = room.one.deps.paths.routines_dir / "calf-at-the-step.json"
    text = path.read_text("utf-8").replace("Stand on the step.", "Stand on the stair.")
    path.write_text(text, "utf-8")
    room.write(name="Mine")
    room.page.save.click()
    clash = room.asked[0]
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

    monkeypatch.setattr(room.one.guidance.library, "put", refuse)
    room.page.save.click()
    assert room.notices == ["The disk is full."]
    assert room.page.draft.name == "Calf at the step"


def test_leaving_with_changes_asks_and_can_save(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.window.pages.turn(Place.HISTORY)
    leave = room.asked[0]
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
    room.asked[0].discard_asked.emit()
    assert room.page.draft.name == "Leg swings (copy)"
    assert "calf-at-the-step" not in room.stretches


def test_it_is_tried_without_being_kept(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.page._try.click()
    parts = room.one.guidance.parts
    assert parts.player.active
    assert room.window.in_session
    assert "calf-at-the-step" not in room.stretches


def test_it_is_heard_until_that_is_enough(room: Room) -> None:
    said: list[str] = []
    room.one.guidance.parts.voice.say = lambda text, priority: said.append(text)
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
    one = room.one
    one.guidance.conductor.start("calf-at-the-step")
    one.play(90)
    one.guidance.parts.player.command(Command.STOP)
    one.guidance.library.remove("calf-at-the-step")
    assert "calf-at-the-step" not in room.stretches
    assert [s.routine_name for s in one.deps.history.sessions(limit=9)] == ["Calf at the step"]
