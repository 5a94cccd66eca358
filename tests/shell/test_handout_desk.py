from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from supple.core.paper import Paper
from supple.shell import handout_desk
from supple.shell.handout_desk import FOR_OTHERS, HandoutDesk
from supple.ui.handout.dialog import HandoutDialog
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button

MakeBench = Callable[..., object]


class Files:
    """Answers every question about a file with the same path."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.asked: list[tuple[str, str, str]] = []

    def save(
        self, parent: object, title: str, name: str, kinds: str, then: Callable[..., None]
    ) -> None:
        self.asked.append((title, name, kinds))
        then(str(self.path))


class Room:
    """The desk with a window, a place to write and what was shown."""

    def __init__(self, bench: MakeBench, path: Path) -> None:
        self.bench = bench()
        self.window = self.bench.program.window  # type: ignore[attr-defined]
        self.deps = self.bench.deps  # type: ignore[attr-defined]
        self.deps.settings = replace(self.deps.settings, safety_on="2026-11-01")
        self.files = Files(path)
        self.folders: list[str] = []
        self.desk = HandoutDesk(
            self.deps,
            self.window,
            self.bench.program.figures,
            self.folders.append,
            self.files,  # type: ignore[attr-defined, arg-type]
        )

    def told(self) -> str:
        """What the window says above its pages."""
        labels = [b.findChildren(QLabel) for b in self.window.findChildren(Banner)]
        return " ".join(label.text() for found in labels for label in found)

    def ask(self, id_: str) -> HandoutDialog:
        self.desk.ask(id_)
        assert self.desk.dialog is not None
        return self.desk.dialog


@pytest.fixture
def room(bench: MakeBench, tmp_path: Path) -> Room:
    return Room(bench, tmp_path / "sheet.pdf")


def test_the_wish_of_a_page_opens_the_dialog(room: Room) -> None:
    room.window.own.print_asked.emit("lying-down")
    assert room.window.findChild(HandoutDialog) is not None


def test_the_sheet_is_saved_where_one_wants_it(room: Room, qtbot: QtBot) -> None:
    room.ask("lying-down").accept()
    assert room.files.asked == [("Save as PDF", "lying-down.pdf", "PDF (*.pdf)")]
    assert room.files.path.read_bytes().startswith(b"%PDF-")


def test_the_plan_and_the_written_doses_are_there_to_choose_from(room: Room) -> None:
    dialog = room.ask("lying-down")
    assert dialog.sheet.content.entries[0].dose.startswith("Hold 15 seconds")
    dialog.doses.chosen.emit("plain")
    assert dialog.sheet.content.entries[0].dose.startswith("Hold 30 seconds")


def test_what_the_answers_rule_out_is_made_for_others_and_says_why(room: Room) -> None:
    room.deps.settings = replace(room.deps.settings, safety_ticked=("spine",))
    dialog = room.ask("lying-down")
    assert not hasattr(dialog, "doses")
    assert len(dialog.sheet.content.entries) == 3
    assert any(FOR_OTHERS in text.text() for text in dialog.findChildren(Text))


def test_the_paper_chosen_is_the_one_offered_next_time(room: Room) -> None:
    dialog = room.ask("three-short")
    other = Paper.LETTER if dialog.sheet.paper is Paper.A4 else Paper.A4
    dialog.papers.chosen.emit(other.value)
    dialog.accept()
    assert room.ask("one").sheet.paper is other


def test_a_disk_that_refuses_is_told(room: Room) -> None:
    room.files.path = room.files.path.parent / "none" / "sheet.pdf"
    room.ask("lying-down").accept()
    assert "none" in room.told()


def test_what_is_not_there_is_told(room: Room) -> None:
    room.desk.ask("gone")
    assert room.desk.dialog is None
    assert "gone" in room.told()


def test_paper_comes_from_the_systems_printers(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    monkeypatch.setattr(
        "supple.ui.handout.printer.ask_and_print", lambda _window, sheet, _done: sent.append(sheet)
    )
    dialog = room.ask("lying-down")
    dialog.print_asked.emit()
    assert sent == [dialog.sheet]


def test_a_printer_that_takes_nothing_is_told_and_forgotten_once_it_does(
    room: Room, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    takes = iter((False, True))
    monkeypatch.setattr(
        "supple.ui.handout.printer.ask_and_print",
        lambda _window, _sheet, done: done("Office", next(takes)),
    )
    room.ask("lying-down").print_asked.emit()
    assert "Office took nothing." in room.told()
    room.ask("lying-down").print_asked.emit()
    qtbot.waitUntil(lambda: "Office took nothing." not in room.told())


def begin_long(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout_desk, "AT_ONCE", 0)
    room.ask("lying-down").accept()
    assert "Making sheet.pdf" in room.told()
    assert not room.files.path.exists()


def test_a_long_one_is_made_page_by_page(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_long(room, monkeypatch)
    qtbot.waitUntil(room.files.path.exists)
    content = room.files.path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert "Making" not in " ".join(shown(room))


def test_a_long_one_can_be_stopped(
    room: Room, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_long(room, monkeypatch)
    (stop,) = [b for b in room.window.findChildren(Button) if b.text() == "Stop"]
    stop.click()
    qapp.processEvents()
    assert not room.files.path.exists()
    assert shown(room) == []


def test_closing_makes_the_rest_at_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_long(room, monkeypatch)
    room.desk.finish_now()
    assert room.files.path.read_bytes().startswith(b"%PDF-")
    assert shown(room) == []


def shown(room: Room) -> list[str]:
    banners = room.window.findChildren(Banner)
    return [b.accessibleName() for b in banners if b.isVisibleTo(room.window)]
