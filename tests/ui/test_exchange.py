from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.data_view import Incoming
from supple.core.history_ask import Export
from supple.ui.exchange import FILES, READABLE, SAFE, Exchange, ImportDialog
from supple.ui.files import FileAsker, Then
from supple.ui.fit import clipped, unnamed
from supple.ui.lines import Lines
from supple.ui.look import Look
from supple.ui.text import Text


class Chosen(FileAsker):
    """Answers every question with the same path and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Any, ...]] = []

    def save(self, parent: QWidget, title: str, name: str, kinds: str, then: Then) -> None:
        self.asked.append((parent, title, name, kinds))
        then("/tmp/chosen")

    def open(self, parent: QWidget, title: str, kinds: str, then: Then) -> None:
        self.asked.append((parent, title, kinds))
        then("/tmp/chosen")


@pytest.mark.parametrize("kind", list(Export))
def test_every_kind_has_a_file_with_its_ending(kind: Export) -> None:
    _, name, kinds = FILES[kind]
    assert name.endswith(f".{kind.value}")
    assert f"*.{kind.value}" in kinds


def test_what_is_chosen_is_told(qtbot: QtBot, host: QWidget) -> None:
    part, files = QWidget(host), Chosen()
    exchange = Exchange(part, files)
    with qtbot.waitSignal(exchange.export_asked) as got:
        exchange.choose_export(Export.ICS)
    assert got.args == [Export.ICS, "/tmp/chosen"]
    with qtbot.waitSignal(exchange.import_asked) as read:
        exchange.choose_import()
    assert read.args == ["/tmp/chosen"]
    assert files.asked == [(host, *FILES[Export.ICS]), (host, "Import", READABLE)]


def opened(look: Look, host: QWidget, incoming: Incoming) -> tuple[ImportDialog, list[bool]]:
    dialog = ImportDialog(look, host, incoming)
    answers: list[bool] = []
    dialog.accepted.connect(lambda: answers.append(True))
    dialog.dismissed.connect(lambda: answers.append(False))
    host.activateWindow()
    dialog.open(QWidget(host))
    host.grab()
    return dialog, answers


def press(qtbot: QtBot, dialog: ImportDialog, words: str) -> None:
    button = next(b for b in dialog.findChildren(QAbstractButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("words", "wanted"), [("Add", True), ("Cancel", False)])
def test_what_is_new_is_added_only_when_wanted(
    qtbot: QtBot, look: Look, host: QWidget, words: str, wanted: bool
) -> None:
    dialog, answers = opened(look, host, Incoming("12 new sessions", ("400 are equal.",)))
    said = [text.text() for text in dialog.findChildren(Text)]
    assert said == ["12 new sessions", "400 are equal.", SAFE]
    press(qtbot, dialog, words)
    assert answers == [wanted]


def test_nothing_new_can_only_be_closed(qtbot: QtBot, look: Look, host: QWidget) -> None:
    dialog, answers = opened(look, host, Incoming("Nothing new", adds=False))
    assert [b.text() for b in dialog.findChildren(QAbstractButton)] == ["Close"]
    press(qtbot, dialog, "Close")
    assert answers == [False]


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_many_lines_fit_a_small_window(look: Look, host: QWidget, scale: float) -> None:
    look.set_text_scale(scale)
    host.resize(760, 560)
    lines = tuple(f"Line {n} cannot be read: the date is missing." for n in range(60))
    dialog, _ = opened(look, host, Incoming("12 new sessions", lines))
    assert host.rect().contains(dialog.card.geometry())
    assert [*clipped(host), *unnamed(host)] == []


def test_what_is_wrong_with_a_file_can_be_copied(qtbot: QtBot, look: Look, host: QWidget) -> None:
    lines = ("Nothing of it was added.", "a.json:1:28: sessions[0]: ...")
    dialog, _ = opened(look, host, Incoming("This file", lines, adds=False, problem=True))
    press(qtbot, dialog, "Copy details")
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    assert dialog.isVisible()


def test_it_takes_the_size_of_a_window_that_is_made_smaller(look: Look, host: QWidget) -> None:
    lines = tuple(f"Session {number}" for number in range(80))
    dialog = ImportDialog(look, host, Incoming(headline="Many", lines=lines, adds=True))
    shown = dialog.findChild(Lines)
    assert shown is not None
    assert shown.height() == 760 // 2
    host.resize(760, 560)
    assert shown.height() == 560 // 2
