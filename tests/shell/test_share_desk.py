"""Shared files in the window: saved, looked into, taken in, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.shell.sharing_stand import FakeAsker, Stand
from tests.shell.test_sharing import calf, one_share

from supple.core.command import Command
from supple.core.meeting import Choice
from supple.core.share import Head
from supple.shell.share_desk import ASKS, LATER, OPENED, OTHER_KIND, WAITS
from supple.store.share_writing import write_share
from supple.ui.library.page import LibraryPage
from supple.ui.pages import Place
from supple.ui.share.preview import PreviewDialog
from supple.ui.share.refused import RefusedDialog

MakeBench = Callable[..., Any]


@pytest.fixture
def stand(bench: MakeBench, qtbot: QtBot, tmp_path: Path) -> Stand:
    file = tmp_path / "evening.supple"
    write_share(file, one_share())
    return Stand(bench(), file, qtbot)


def test_a_file_is_seen_before_it_is_taken_in(stand: Stand) -> None:
    assert stand.desk.open(str(stand.file)) == OPENED
    dialog = stand.dialog(PreviewDialog)
    assert dialog.accessibleName() == "For Ada"
    assert "evening" not in stand.library.own
    dialog.dismiss()
    assert "evening" not in stand.library.own
    assert not stand.one.deps.paths.routines_dir.exists()


def test_what_is_taken_in_can_be_shown_and_taken_back(stand: Stand) -> None:
    stand.take_in()
    assert {"evening", "calf", "back"} <= stand.library.own
    stand.press("Undo")
    assert not stand.library.own & {"evening", "calf", "back"}
    assert stand.toasts == ["Taken back. Everything is as it was before."]
    stand.take_in()
    stand.press("Show")
    assert stand.window.pages.place is Place.LIBRARY


def test_a_stretch_alone_is_shown_in_the_library(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(LibraryPage, "show_stretch", lambda _, id_: shown.append(id_))
    write_share(
        stand.file, replace(one_share(), routines=(), stretches=(calf(figure=""),), pictures=())
    )
    stand.take_in()
    stand.press("Show")
    assert shown == ["calf"]


def test_a_choice_replaces_mine_and_undo_brings_it_back(stand: Stand) -> None:
    stand.take_in()
    mine = stand.library.catalogue.stretches["calf"]
    other = replace(one_share(), stretches=(calf(feel="Another."), one_share().stretches[1]))
    write_share(stand.file, other)
    stand.take_in(calf=Choice.REPLACE, evening=Choice.KEEP)
    assert stand.library.catalogue.stretches["calf"].feel == "Another."
    stand.press("Undo")
    assert stand.library.catalogue.stretches["calf"] == mine


def test_what_changed_while_the_dialog_was_open_is_not_overwritten(stand: Stand) -> None:
    stand.desk.open(str(stand.file))
    dialog = stand.dialog(PreviewDialog)
    mine = calf(feel="Mine, made meanwhile.", figure="")
    stand.one.guidance.library.put(mine)
    dialog.accept()
    stand.wait()
    assert stand.library.catalogue.stretches["calf"] == mine
    assert stand.library.catalogue.stretches["calf-2"].feel == calf().feel


def test_a_disk_that_refuses_is_told(stand: Stand, tmp_path: Path) -> None:
    stand.desk.open(str(stand.file))
    dialog = stand.dialog(PreviewDialog)
    folder = stand.one.deps.paths.routines_dir
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    dialog.accept()
    stand.wait()
    assert "cannot be made" in stand.notices[-1]


def test_a_bad_file_is_refused_with_its_reasons(stand: Stand) -> None:
    stand.file.write_bytes(stand.file.read_bytes()[:-30])
    stand.desk.open(str(stand.file))
    dialog = stand.dialog(RefusedDialog)
    assert dialog.accessibleName() == "“evening.supple” cannot be taken in"
    (copy,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Copy details"]
    copy.click()
    assert "cut off" in QGuiApplication.clipboard().text()


def test_another_kind_of_file_gets_a_kind_word(stand: Stand, tmp_path: Path) -> None:
    stand.window.own.file_dropped.emit(str(tmp_path / "photo.png"))
    stand.qtbot.waitUntil(lambda: bool(stand.notices))
    assert stand.notices[0].startswith("This is a picture.")


def test_that_word_goes_once_a_stretch_is_begun(stand: Stand, tmp_path: Path) -> None:
    del stand.window.notice
    notices = stand.window.pages.notices
    stand.window.own.file_dropped.emit(str(tmp_path / "photo.png"))
    stand.qtbot.waitUntil(lambda: OTHER_KIND in notices._banners)
    stand.window.own.stretch_new_asked.emit()
    assert OTHER_KIND not in notices._banners


def test_ctrl_z_takes_back_what_was_taken_in(stand: Stand) -> None:
    del stand.window.toast
    stand.take_in()
    pages = stand.window.pages
    stand.window.activateWindow()
    assert "evening" in stand.library.own
    QTest.keyClick(pages.notices.stops()[0], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stand.wait()
    assert "evening" not in stand.library.own


def test_a_file_waits_for_the_end_of_a_session(stand: Stand) -> None:
    stand.one.guidance.conductor.start("three-short")
    assert stand.window.in_session
    assert stand.desk.open(str(stand.file)) == WAITS
    assert stand.desk._toast.accessibleName() == LATER
    stand.one.guidance.parts.player.command(Command.STOP)
    assert not stand.dialogs(PreviewDialog), "the summary is still to be read"
    stand.one.guidance.parts.page.discarded.emit()
    assert stand.dialog(PreviewDialog)


def test_a_file_waits_for_the_first_questions(
    bench: MakeBench, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "evening.supple"
    write_share(file, one_share())
    stand = Stand(bench(first_run=True), file, qtbot)
    assert stand.window.covered
    assert stand.desk.open(str(file)) == WAITS
    stand.window.uncover()
    assert stand.dialog(PreviewDialog)


def test_a_question_is_answered_first(stand: Stand) -> None:
    stand.desk.open(str(stand.file))
    stand.dialog(PreviewDialog)
    assert stand.desk.open(str(stand.file)) == ASKS
    assert stand.toasts == [ASKS]


def test_of_two_files_opened_at_once_the_one_that_is_seen_is_taken_in(
    stand: Stand, tmp_path: Path
) -> None:
    other = tmp_path / "other.supple"
    routines = tuple(replace(r, id="other", name="Other") for r in one_share().routines)
    write_share(other, replace(one_share(), head=Head("Other"), routines=routines))
    stand.desk.open(str(stand.file))
    stand.desk.open(str(other))
    stand.wait()
    (dialog,) = stand.dialogs(PreviewDialog)
    assert dialog.accessibleName() == "For Ada"
    assert stand.toasts == [ASKS]
    dialog.accept()
    stand.wait()
    assert "evening" in stand.library.own
    assert "other" not in stand.library.own


@pytest.mark.parametrize("cut", [0, 30])
def test_a_file_waits_where_a_session_begins_while_it_is_read(stand: Stand, cut: int) -> None:
    content = stand.file.read_bytes()
    stand.file.write_bytes(content[: len(content) - cut])
    stand.desk.open(str(stand.file))
    stand.one.guidance.conductor.start("three-short")
    stand.wait()
    kind = RefusedDialog if cut else PreviewDialog
    assert not stand.dialogs(kind)
    stand.one.guidance.parts.player.command(Command.STOP)
    stand.one.guidance.parts.page.discarded.emit()
    assert stand.dialog(kind)


def test_what_cannot_be_taken_back_is_told(stand: Stand) -> None:
    stand.take_in()
    file = stand.one.deps.paths.routines_dir / "evening.json"
    file.write_text(file.read_text().replace('"name": "', '"name": "Later '))
    stand.press("Undo")
    assert stand.toasts == []
    assert "was changed meanwhile" in stand.notices[-1]
    assert stand.library.catalogue.routines["evening"].name.startswith("Later")


def test_a_file_named_at_the_start_is_shown(bench: MakeBench, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "evening.supple"
    write_share(file, one_share())
    stand = Stand(bench(str(file)), file, qtbot)
    assert stand.dialog(PreviewDialog)


def test_a_file_is_chosen(stand: Stand) -> None:
    stand.desk._files = FakeAsker(stand.file)
    stand.window.own.take_in_asked.emit()
    assert stand.dialog(PreviewDialog)
