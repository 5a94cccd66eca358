"""A stretch that was being written when the program ended, through the real window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.shell.writing import Writing, paint_picture

from supple.core.stretch_draft import blank
from supple.shell.farewell import keep_all
from supple.shell.going_on import NOT_KEPT
from supple.shell.unfinished import KEEP_AFTER_MS
from supple.store.stretch_drafts import StretchDrafts
from supple.ui.pages import Place
from supple.ui.stretch.clash import ClashDialog
from supple.ui.stretch.page import COPY, EDIT, NEW
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button

MakeBench = Callable[..., Any]


class Desk(Writing):
    """With what is kept and offered."""

    def __init__(self, bench: Any) -> None:
        super().__init__(bench)
        self.folder: Path = bench.deps.paths.stretch_drafts_dir

    def make(self) -> str:
        self.own.stretch_new_asked.emit()
        self.write_calf()
        self.page.save.click()
        return "calf-at-the-step"

    def kept(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("*/*"))

    def offers(self) -> list[str]:
        banners = self.window.findChildren(Banner)
        told = [b.accessibleName() for b in banners if b.isVisibleTo(self.window)]
        return [text for text in told if "writing" in text]

    def press(self, text: str) -> None:
        (button,) = [
            b
            for b in self.window.findChildren(Button)
            if b.text() == text and b.isVisibleTo(self.window)
        ]
        button.click()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return paint_picture(tmp_path)


def begun(bench: MakeBench, **fields: object) -> Desk:
    """The first start, killed while a new stretch is written."""
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(**(fields or {"name": "Calf"}))
    one.desk.keep_now()
    return one


def test_it_is_kept_a_moment_after_it_is_written(bench: MakeBench, qtbot: QtBot) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="C")
    one.write(name="Calf")
    assert one.kept() == []
    qtbot.waitUntil(lambda: one.kept() == ["draft.json"], timeout=KEEP_AFTER_MS + 5000)
    one.write(name="")
    assert not one.folder.exists()


def test_it_is_offered_at_the_next_start_and_gone_on_with(bench: MakeBench) -> None:
    begun(bench, name="Calf", setup=("", "Stand "), hold_cue="Let {si")
    two = Desk(bench())
    assert two.offers() == ["You were writing “Calf”. What you wrote is kept."]
    two.press("Go on writing")
    assert two.window.pages.place is Place.ROUTINES
    draft = two.page.draft
    assert (draft.name, draft.setup, draft.hold_cue) == ("Calf", ("", "Stand "), "Let {si")
    assert two.page.title.text() == NEW
    assert two.page.is_changed
    assert two.offers() == []
    two.write(setup=("Stand.",), hold_cue="")
    two.page.save.click()
    assert two.stretches["calf"].setup == ("Stand.",)
    assert not two.folder.parent.exists()


def test_a_new_form_brings_it_back_as_well(bench: MakeBench) -> None:
    begun(bench)
    two = Desk(bench())
    two.own.stretch_new_asked.emit()
    assert two.page.draft.name == "Calf"
    assert two.offers() == []
    two.window.pages.notices._on_acted()
    assert two.page.draft == blank()
    assert not two.folder.exists()
    two.page.undo()
    assert two.page.draft.name == "Calf"


def test_what_is_offered_can_be_let_go_and_that_taken_back(bench: MakeBench) -> None:
    begun(bench)
    two = Desk(bench())
    two.press("Discard")
    assert not two.folder.exists()
    two.window.pages.notices._on_acted()
    assert two.kept() == ["draft.json"]
    assert two.offers()


def test_taking_it_back_leaves_what_was_begun_since(bench: MakeBench) -> None:
    begun(bench)
    two = Desk(bench())
    two.press("Discard")
    two.own.stretch_new_asked.emit()
    two.write(name="Another")
    two.desk.keep_now()
    two.window.pages.notices._on_acted()
    assert two.page.draft.name == "Another"
    found = [two.desk._unfinished.drafts.read(key) for key in keys(two)]
    names = {one[0].draft.name for one in found if one is not None}
    assert names == {"Calf", "Another"}


def keys(desk: Desk) -> list[str]:
    return desk.desk._unfinished.drafts.listed()


def test_a_change_of_an_entry_comes_back_to_that_entry(bench: MakeBench) -> None:
    one = Desk(bench())
    id_ = one.make()
    one.own.stretch_edit_asked.emit(id_)
    one.write(name="Calf, slowly")
    one.desk.keep_now()
    two = Desk(bench())
    two.own.stretch_edit_asked.emit(id_)
    assert (two.page.title.text(), two.page.draft.name) == (EDIT, "Calf, slowly")
    two.page.save.click()
    assert two.stretches[id_].name == "Calf, slowly"
    assert not two.folder.exists()


def test_an_entry_changed_since_is_not_written_over(bench: MakeBench) -> None:
    one = Desk(bench())
    id_ = one.make()
    one.own.stretch_edit_asked.emit(id_)
    one.write(name="Mine")
    one.desk.keep_now()
    path = one.bench.deps.paths.routines_dir / f"{id_}.json"
    path.write_text(path.read_text("utf-8").replace("on the step", "on the stair"), "utf-8")
    two = Desk(bench())
    two.press("Go on writing")
    two.page.save.click()
    assert isinstance(two.overlays[-1], ClashDialog)
    assert two.stretches[id_].setup == ("Stand on the stair.",)


def test_a_change_of_an_entry_that_is_gone_becomes_a_new_one(bench: MakeBench) -> None:
    one = Desk(bench())
    id_ = one.make()
    one.own.stretch_edit_asked.emit(id_)
    one.write(name="Mine")
    one.desk.keep_now()
    (one.bench.deps.paths.routines_dir / f"{id_}.json").unlink()
    two = Desk(bench())
    two.press("Go on writing")
    assert keys(two) == ["new"]
    two.page.save.click()
    assert two.stretches["mine"].setup == ("Stand on the step.",)
    assert not two.folder.exists()


def test_what_cannot_be_kept_as_a_new_one_stays_kept_as_it_was(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Desk(bench())
    id_ = one.make()
    one.own.stretch_edit_asked.emit(id_)
    one.write(name="Mine")
    one.desk.keep_now()
    before = keys(one)
    (one.bench.deps.paths.routines_dir / f"{id_}.json").unlink()
    two = Desk(bench())
    monkeypatch.setattr(StretchDrafts, "keep", lambda *_: False)
    two.press("Go on writing")
    assert two.page.draft.name == "Mine"
    assert keys(two) == before


def test_a_copy_does_not_take_the_place_of_what_was_begun(bench: MakeBench) -> None:
    begun(bench)
    two = Desk(bench())
    two.own.stretch_copy_asked.emit("leg-swing")
    assert (two.page.title.text(), two.page.is_changed) == (COPY, False)
    two.write(name="Swings")
    two.desk.keep_now()
    assert sorted(keys(two)) == ["new", "new-2"]
    three = Desk(bench())
    three.desk.take_up("new-2")
    assert (three.page.title.text(), three.page.draft.name) == (COPY, "Swings")


def test_a_picture_that_is_not_saved_comes_back_with_it(
    bench: MakeBench, picture: Path, qtbot: QtBot
) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="Calf", setup=("Stand.",))
    figure = one.take_picture(picture, qtbot)
    one.desk.keep_now()
    assert one.kept() == ["draft.json", f"{figure}.png"]
    two = Desk(bench())
    two.press("Go on writing")
    assert two.page.draft.figure == figure
    assert two.figures.image(figure).width() == 80
    two.page.save.click()
    folder = two.bench.deps.paths.routines_dir / "figures"
    assert [path.name for path in folder.iterdir()] == [f"{figure}.png"]
    assert not two.folder.exists()


def test_a_pose_that_is_not_saved_comes_back_with_it(bench: MakeBench) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="Calf", figure="leg-swing")
    one.page.picture.pose.click()
    one.overlays[-1].keep.click()
    figure = one.page.draft.figure
    one.desk.keep_now()
    assert one.kept() == ["draft.json", f"{figure}.json"]
    two = Desk(bench())
    two.press("Go on writing")
    assert two.page.draft.figure == figure
    assert two.figures.drawing(figure) == one.figures.drawing(figure)


def posed(bench: MakeBench, **fields: object) -> tuple[Desk, Any]:
    """A start of the program in the middle of a pose."""
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(**fields)
    one.page.picture.pose.click()
    editor = one.overlays[-1]
    editor.panel.thing_chosen.emit("wall", "yes")
    return one, editor


def test_a_pose_is_kept_while_it_is_made(bench: MakeBench, qtbot: QtBot) -> None:
    one, editor = posed(bench)
    qtbot.waitUntil(lambda: one.kept() == ["draft.json"], timeout=KEEP_AFTER_MS + 5000)
    two = Desk(bench())
    assert two.offers() == ["You were writing a new stretch. What you wrote is kept."]
    two.press("Go on writing")
    assert two.overlays[-1].draft == editor.draft
    assert two.overlays[-1].is_changed
    two.overlays[-1].undo.click()
    assert not two.overlays[-1].is_changed


def test_a_pose_that_was_used_is_not_made_again(bench: MakeBench) -> None:
    one, editor = posed(bench, name="Calf")
    one.desk.keep_now()
    editor.keep.click()
    one.desk.keep_now()
    two = Desk(bench())
    two.press("Go on writing")
    assert two.overlays == []
    assert two.page.draft.figure == one.page.draft.figure


def test_a_pose_that_was_given_up_is_not_kept(bench: MakeBench) -> None:
    one, editor = posed(bench)
    one.desk.keep_now()
    assert one.kept() == ["draft.json"]
    editor.dismiss()
    assert not one.folder.exists()


def test_a_pose_is_given_up_and_the_rest_is_kept(bench: MakeBench) -> None:
    one, editor = posed(bench, name="Calf")
    one.desk.keep_now()
    editor.dismiss()
    one.desk.keep_now()
    two = Desk(bench())
    two.press("Go on writing")
    assert two.overlays == []
    assert two.page.draft.name == "Calf"


def test_a_pose_that_cannot_be_read_is_left_out(bench: MakeBench) -> None:
    one, _ = posed(bench, name="Calf")
    one.desk.keep_now()
    path = one.folder / "new" / "draft.json"
    kept = json.loads(path.read_bytes())
    path.write_text(json.dumps({**kept, "pose": "{}"}))
    two = Desk(bench())
    two.press("Go on writing")
    assert two.overlays == []
    assert two.page.draft.name == "Calf"


def test_a_picture_whose_name_is_taken_by_now_gets_another(
    bench: MakeBench, picture: Path, qtbot: QtBot
) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="Calf", setup=("Stand.",))
    figure = one.take_picture(picture, qtbot)
    one.desk.keep_now()
    other = QImage(30, 20, QImage.Format.Format_RGB32)
    other.fill(QColor("#ff0000"))
    folder = one.bench.deps.paths.routines_dir / "figures"
    folder.mkdir(parents=True)
    assert other.save(str(folder / f"{figure}.png"))
    two = Desk(bench())
    two.press("Go on writing")
    assert two.page.draft.figure == f"{figure}-2"
    assert two.figures.image(f"{figure}-2").width() == 80
    assert two.figures.image(figure).width() == 30


def test_a_spoiled_picture_is_left_out(bench: MakeBench, picture: Path, qtbot: QtBot) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    figure = one.take_picture(picture, qtbot)
    one.desk.keep_now()
    (one.folder / "new" / f"{figure}.png").write_bytes(b"spoiled")
    two = Desk(bench())
    two.own.stretch_new_asked.emit()
    assert two.page.draft == blank()


def test_a_picture_that_is_gone_is_left_out(bench: MakeBench) -> None:
    begun(bench, name="Calf", figure="own-gone")
    two = Desk(bench())
    two.press("Go on writing")
    assert (two.page.draft.name, two.page.draft.figure) == ("Calf", "")


def test_log_out_asks_nothing_and_keeps_it(bench: MakeBench, picture: Path, qtbot: QtBot) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="Calf")
    one.take_picture(picture, qtbot)
    one.page.picture._words.setText("A heel below")
    keep_all(one.bench.guidance)
    two = Desk(bench())
    two.press("Go on writing")
    assert two.page.draft.name == "Calf"
    assert two.figures.description(two.page.draft.figure) == "A heel below"


def test_what_is_discarded_on_leaving_is_not_kept(bench: MakeBench, qapp: QApplication) -> None:
    one = begun(bench)
    one.window.pages.turn(Place.HISTORY)
    one.overlays[-1].discard_asked.emit()
    assert not one.folder.exists()
    one.desk.keep_now()
    assert not one.folder.exists()


def test_what_cannot_be_saved_yet_can_be_kept_for_later(bench: MakeBench) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="Calf")
    one.window.pages.turn(Place.HISTORY)
    one.overlays[-1].later_asked.emit()
    assert one.window.pages.place is Place.HISTORY
    assert one.offers() == ["You were writing “Calf”. What you wrote is kept."]
    two = Desk(bench())
    two.press("Go on writing")
    assert two.page.draft.name == "Calf"


def test_that_it_is_back_is_not_told_once_it_is_left(bench: MakeBench) -> None:
    begun(bench)
    two = Desk(bench())
    two.press("Go on writing")
    toast = two.window.pages.notices._toast
    assert toast is not None
    assert not toast.isHidden()
    two.window.pages.turn(Place.HISTORY)
    two.overlays[-1].later_asked.emit()
    assert toast.isHidden()
    two.press("Go on writing")
    two.write_calf()
    two.page.save.click()
    assert not toast.isHidden(), "that it is saved is told"


def test_nobody_leaves_what_could_not_be_kept_for_later(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Desk(bench())
    one.own.stretch_new_asked.emit()
    one.write(name="Calf")
    one.window.pages.turn(Place.HISTORY)
    told: list[str] = []
    one.window.notice = lambda key, text, *rest: told.append(text)
    monkeypatch.setattr(StretchDrafts, "keep", lambda *_: False)
    one.overlays[-1].later_asked.emit()
    assert told == [NOT_KEPT]
    assert one.page.draft.name == "Calf"


def test_a_spoiled_file_is_put_aside(bench: MakeBench) -> None:
    one = begun(bench)
    (one.folder / "new" / "draft.json").write_bytes(b"{")
    two = Desk(bench())
    assert two.offers() == []
    assert [path.name for path in two.folder.iterdir()] == ["new.unreadable"]


def test_it_is_not_opened_over_what_is_written_now(bench: MakeBench) -> None:
    begun(bench)
    two = Desk(bench())
    two.own.stretch_copy_asked.emit("leg-swing")
    two.write(name="Swings")
    two.press("Go on writing")
    assert two.page.draft.name == "Swings"
    two.overlays[-1].discard_asked.emit()
    assert two.page.draft.name == "Calf"
