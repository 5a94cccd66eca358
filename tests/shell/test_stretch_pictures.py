"""The picture of a stretch that is being written, through the real window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.shell.writing import Room, paint_picture

from supple.ui.files import FileAsker
from supple.ui.pages import Place
from supple.ui.stretch.chooser import FigureChooser


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return paint_picture(tmp_path)


@pytest.fixture
def room(bench: Callable[..., Any]) -> Room:
    return Room(bench())


def test_a_picture_is_lent_until_it_is_saved(room: Room, picture: Path, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    figure = room.take_picture(picture, qtbot)
    assert figure == "own-calf-at-the-step"
    assert room.figures.image(figure).width() == 80
    folder = room.bench.deps.paths.routines_dir / "figures"
    assert not folder.exists()
    room.page.save.click()
    assert [p.name for p in folder.iterdir()] == [f"{figure}.png"]
    assert room.stretches["calf-at-the-step"].figure == figure
    assert room.figures.own.saved_ids() == (figure,)
    assert room.figures.description(figure) == "Calf at the step"


def test_another_picture_is_another_figure(room: Room, picture: Path, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    first = room.take_picture(picture, qtbot)
    second = room.take_picture(picture, qtbot)
    assert (first, second) == ("own-calf-at-the-step", "own-calf-at-the-step-2")
    room.page.undo()
    assert room.page.draft.figure == first


def test_what_a_picture_shows_is_kept_with_it(room: Room, picture: Path, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.take_picture(picture, qtbot)
    room.page.picture._words.setText("A heel below the edge of a step")
    room.page.picture._words.editingFinished.emit()
    room.page.save.click()
    made = room.stretches["calf-at-the-step"]
    assert room.figures.description(made.figure) == "A heel below the edge of a step"


@pytest.mark.parametrize("leaves", [False, True])
def test_words_that_are_still_being_written_are_not_lost(
    room: Room, picture: Path, qtbot: QtBot, leaves: bool
) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.take_picture(picture, qtbot)
    room.page.picture._words.setText("A heel below")
    if leaves:
        room.window.pages.turn(Place.HISTORY)
        room.overlays[0].save_asked.emit()
    else:
        room.page._on_save()
    made = room.stretches["calf-at-the-step"]
    assert room.figures.description(made.figure) == "A heel below"


def test_a_picture_that_cannot_be_read_any_more_is_told_of_beside_it(
    room: Room, picture: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    figure = room.take_picture(picture, qtbot)

    def gone(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(room.figures.own, "read", gone)
    room.page.described.emit(figure, "A heel")
    assert "Permission denied" in room.page.picture.problem.label.text()
    assert room.page.draft.figure == figure


def test_a_file_that_is_no_picture_is_told_of_beside_it(
    room: Room, picture: Path, qtbot: QtBot
) -> None:
    picture.write_bytes(b"no picture")
    room.own.stretch_new_asked.emit()
    room.page.picture_dropped.emit(str(picture))
    problem = room.page.picture.problem
    qtbot.waitUntil(lambda: not problem.isHidden())
    assert "not a picture" in problem.label.text()
    assert room.page.draft.figure == ""


def test_a_page_that_was_left_takes_no_picture(room: Room, picture: Path, qtbot: QtBot) -> None:
    room.own.stretch_new_asked.emit()
    page = room.page
    page.picture_dropped.emit(str(picture))
    page.back.click()
    room.desk._errands.close()
    qtbot.waitUntil(lambda: room.desk.page is None)
    assert room.figures.own.ids() == ()


def test_a_picture_chosen_for_a_page_that_is_gone_is_left(
    room: Room, picture: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    thens: list[Callable[[str], None]] = []
    monkeypatch.setattr(FileAsker, "open", lambda *asked: thens.append(asked[-1]))
    room.own.stretch_new_asked.emit()
    room.page.picture_asked.emit()
    room.page.back.click()
    qtbot.waitUntil(lambda: room.desk.page is None)
    thens[0](str(picture))
    room.desk.close()
    assert room.figures.own.ids() == ()


def test_a_figure_is_chosen_among_all_with_their_names(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.page.picture.choose.click()
    chooser = room.overlays[0]
    assert isinstance(chooser, FigureChooser)
    names = dict(room.desk._pictures._choices())
    assert names["leg-swing"] == "Leg swings"
    assert "leg-angle" not in names
    chooser.chosen.emit("leg-swing")
    assert room.page.draft.figure == "leg-swing"


def test_a_pose_is_made_and_saved(room: Room) -> None:
    room.own.stretch_new_asked.emit()
    room.write_calf()
    room.write(figure="leg-swing")
    room.page.picture.pose.click()
    editor = room.overlays[0]
    editor.keep.click()
    figure = room.page.draft.figure
    assert figure == "own-calf-at-the-step"
    assert room.page.picture.pose.text() == "Change the pose"
    room.page.save.click()
    path = room.bench.deps.paths.routines_dir / "figures" / f"{figure}.json"
    assert json.loads(path.read_bytes())["id"] == figure
