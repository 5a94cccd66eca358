"""Changing the library of the running program, and hearing of changes made by others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import DoseChange, Routine, RoutineStep
from supple.store.own_library import Changed
from supple.store.paths import Paths
from supple.ui.own_delete import DeleteStretch
from supple.ui.pages import Place

MakeBench = Callable[..., Any]
WAIT_MS = 10_000


class Room:
    """The program with what its window told."""

    def __init__(self, one: Any) -> None:
        self.one = one
        self.desk = one.guidance.library
        self.toasts: list[tuple[str, Callable[[], None] | None]] = []
        self.notices: list[str] = []
        self.asked: list[DeleteStretch] = []
        self.shown: list[Any] = []
        window = one.program.window
        window.toast = lambda text, action="", then=None: self.toasts.append((text, then))
        window.notice = lambda key, text, *rest: self.notices.append(text)
        window.show_library = lambda *values: self.shown.append(values)
        window.pages.overlay_asked.disconnect()
        window.pages.overlay_asked.connect(self.asked.append)

    @property
    def library(self) -> Any:
        return self.one.deps.library

    def find(self, id_: str) -> Any:
        return self.desk.find(id_)


@pytest.fixture
def room(bench: MakeBench) -> Room:
    return Room(bench())


def mine(*steps: str, name: str = "Mine", id_: str = "mine") -> Routine:
    return Routine(id_, name, tuple(RoutineStep(s) for s in steps or ("wall-supine",)))


def files(paths: Paths) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in paths.routines_dir.rglob("*.*")}


# Changes of ours


def test_what_is_put_is_in_the_library_and_on_the_pages(room: Room) -> None:
    changed: list[bool] = []
    room.desk.changed.connect(lambda: changed.append(True))
    room.desk.put(mine())
    assert room.library.catalogue.routines["mine"] == mine()
    catalogue, durations, own, *_ = room.shown[-1]
    assert "mine" in catalogue.routines
    assert durations["mine"] > 60
    assert "mine" in own
    assert changed == [True]
    assert room.toasts == []


def test_it_can_be_done_at_once(room: Room) -> None:
    room.desk.put(mine("wall-supine"))
    room.one.guidance.conductor.start("mine")
    assert room.one.guidance.parts.player.active


def test_what_is_changed_needs_what_it_was(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    was = room.find("mine")
    room.desk.put(replace(was, name="Other"), was)
    assert room.find("mine").name == "Other"
    before = files(paths)
    with pytest.raises(Changed):
        room.desk.put(replace(was, name="Third"), was)
    assert files(paths) == before


def test_after_a_clash_the_library_is_what_the_disk_has(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    was = room.find("mine")
    path = paths.routines_dir / "mine.json"
    path.write_text(path.read_text("utf-8").replace("Mine", "Theirs"), "utf-8")
    with pytest.raises(Changed):
        room.desk.put(replace(was, name="Ours"), was)
    assert room.find("mine").name == "Theirs"
    kept = room.desk.keep_both(replace(was, name="Ours"))
    assert (kept.id, kept.name) == ("ours-copy", "Ours (copy)")
    assert room.find("mine").name == "Theirs"


def test_what_is_gone_meanwhile_is_kept_under_its_own_name(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    was = room.find("mine")
    (paths.routines_dir / "mine.json").unlink()
    with pytest.raises(Changed):
        room.desk.put(replace(was, name="Ours"), was)
    assert room.desk.keep_both(replace(was, name="Ours")) == replace(was, name="Ours")
    assert room.find("mine").name == "Ours"


def test_what_is_not_valid_is_not_written(room: Room, paths: Paths) -> None:
    with pytest.raises(ProblemsFound):
        room.desk.put(mine("nowhere"))
    assert not paths.routines_dir.exists()


def test_several_come_together_and_go_together(room: Room, paths: Paths) -> None:
    stretch = replace(room.find("wall-supine"), id="mine-2", name="My wall", figure="own-wall")
    png = b"\x89PNG\r\n\x1a\n"
    undo = room.desk.put_all([stretch], [mine("mine-2")], {"own-wall.png": png})
    assert {"mine", "mine-2"} <= room.library.own
    room.desk.restore(undo)
    assert not {"mine", "mine-2"} & room.library.own
    assert files(paths) == {}


def test_a_figure_is_told_of_though_the_library_stays(room: Room) -> None:
    changed: list[bool] = []
    room.desk.changed.connect(lambda: changed.append(True))
    shown = len(room.shown)
    room.desk.put_figure("own-wall.png", b"\x89PNG\r\n\x1a\n")
    assert changed == [True]
    assert len(room.shown) == shown


def test_a_copy_is_ones_own_and_has_its_own_doses(room: Room) -> None:
    made = room.desk.copy("desk-break")
    assert (made.id, made.name) == ("desk-break-copy", "Desk break (copy)")
    assert made.id in room.library.own
    assert made.steps == room.find("desk-break").steps
    assert room.desk.copy("desk-break").name == "Desk break (copy 2)"
    assert room.desk.copy("wall-supine").figure == room.find("wall-supine").figure
    with pytest.raises(UserError):
        room.desk.copy("nothing")


# Deleting


def test_deleting_is_instant_and_can_be_taken_back(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    before = files(paths)
    room.one.program.window.own.delete_asked.emit("mine")
    assert "mine" not in room.library.catalogue.routines
    ((text, undo),) = room.toasts
    assert text == "“Mine” is deleted."
    assert undo is not None
    undo()
    assert room.library.catalogue.routines["mine"] == mine()
    assert files(paths) == before
    assert room.notices == []


def test_a_stretch_nothing_uses_goes_at_once(room: Room) -> None:
    made = room.desk.copy("wall-supine")
    room.one.program.window.own.stretch_delete_asked.emit(made.id)
    assert room.asked == []
    assert made.id not in room.library.catalogue.stretches


def test_a_stretch_in_use_is_asked_about(room: Room, paths: Paths) -> None:
    made = room.desk.copy("wall-supine")
    room.desk.put(mine(made.id, "wall-supine", name="Evening"))
    room.desk.put(mine(made.id, name="Only that", id_="only"))
    before = files(paths)
    room.desk.delete(made.id)
    (dialog,) = room.asked
    assert files(paths) == before
    dialog.accept()
    assert made.id not in room.library.catalogue.stretches
    assert room.find("mine").steps == (RoutineStep("wall-supine"),)
    assert "only" not in room.library.own
    assert room.library.broken == ()
    undo = room.toasts[-1][1]
    assert undo is not None
    undo()
    assert files(paths) == before


def test_a_stretch_that_is_kept_is_kept(room: Room) -> None:
    made = room.desk.copy("wall-supine")
    room.desk.put(mine(made.id))
    room.desk.delete(made.id)
    room.asked[0].dismiss()
    assert made.id in room.library.own


def test_what_is_gone_already_is_told(room: Room) -> None:
    room.desk.delete("mine")
    assert len(room.notices) == 1
    assert room.toasts == []


def test_an_undo_that_cannot_be_is_told_and_overwrites_nothing(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    room.desk.delete("mine")
    path = paths.routines_dir / "mine.json"
    path.write_text('{"format": 1, "routines": []}', "utf-8")
    room.desk.put(mine(name="Newer"))
    before = files(paths)
    undo = room.toasts[-1][1]
    assert undo is not None
    undo()
    assert files(paths) == before
    assert "Nothing was overwritten" in room.notices[-1]


# Changes of others


def test_a_file_saved_elsewhere_shows_by_itself(
    room: Room, paths: Paths, short_file: Path, qtbot: QtBot
) -> None:
    paths.routines_dir.mkdir(parents=True, exist_ok=True)
    document = json.loads(short_file.read_bytes())
    routine = {"id": "theirs", "name": "Theirs", "steps": [{"stretch": "wall-supine"}]}
    with qtbot.waitSignal(room.desk.changed, timeout=WAIT_MS):
        path = paths.routines_dir / "theirs.json"
        path.write_text(json.dumps({"format": 1, "routines": [routine]}), "utf-8")
    assert "theirs" in room.library.own
    assert room.toasts == [("Your routine files changed. They are read anew.", None)]
    document["routines"][0]["name"] = "Renamed"
    with qtbot.waitSignal(room.desk.changed, timeout=WAIT_MS):
        short_file.write_text(json.dumps(document), "utf-8")
    assert room.find("three-short").name == "Renamed"


def test_a_broken_file_is_told(room: Room, paths: Paths) -> None:
    paths.routines_dir.mkdir(parents=True)
    (paths.routines_dir / "theirs.json").write_text("{", "utf-8")
    room.desk.watch.look()
    assert room.library.broken
    text, show = room.toasts[-1]
    assert "needs mending" in text
    assert show is not None
    show()
    assert room.one.program.window.pages.place is Place.ROUTINES


def test_our_own_writes_are_not_told(room: Room) -> None:
    room.desk.put(mine())
    room.desk.delete("mine")
    told = len(room.toasts)
    room.desk.watch.look()
    assert len(room.toasts) == told


def test_a_file_that_only_looks_different_is_not_told(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    path = paths.routines_dir / "mine.json"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    room.desk.watch.look()
    assert room.toasts == []


def test_coming_back_to_the_window_looks(room: Room, paths: Paths) -> None:
    room.desk.put(mine())
    (paths.routines_dir / "mine.json").unlink()
    room.desk.on_state(Qt.ApplicationState.ApplicationInactive)
    assert "mine" in room.library.own
    room.desk.on_state(Qt.ApplicationState.ApplicationActive)
    assert "mine" not in room.library.own


def test_a_session_is_not_disturbed(room: Room, paths: Paths) -> None:
    room.desk.put(mine("wall-supine"))
    conductor, player = room.one.guidance.conductor, room.one.guidance.parts.player
    conductor.start("mine")
    shown = len(room.shown)
    (paths.routines_dir / "mine.json").unlink()
    room.desk.watch.look()
    assert "mine" in room.library.own
    assert len(room.shown) == shown
    room.one.play_to_the_end()
    assert not player.active
    assert "mine" not in room.library.own
    assert [row.routine for row in room.one.rows()] == ["mine"]


def test_a_damaged_installation_keeps_what_there_was(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise UserError("Supple's own routines are damaged.")

    monkeypatch.setattr(room.one.deps, "read_library", damaged)
    before = room.library
    assert not room.desk.reload()
    assert room.library is before
    assert len(room.notices) == 1


# Who else holds the library


def test_the_voice_makes_the_new_words_ready(room: Room) -> None:
    pages, voice = room.one.program.pages, room.one.voice
    voice.prepared = []
    room.desk.put(mine())
    room.desk.reload()
    assert pages.up_next
    assert voice.prepared


def test_ones_own_doses_are_left_alone_by_the_plan(room: Room) -> None:
    steps = (RoutineStep("wall-supine", DoseChange(hold_s=75.0)),)
    room.desk.put(replace(mine(), steps=steps))
    offered = room.one.deps.coach.routine("mine", room.one.deps.now())
    assert offered.steps == steps
