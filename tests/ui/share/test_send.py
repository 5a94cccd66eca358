from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.share_head import NOTE_LENGTH, NOTE_LINES, TITLE_LENGTH
from supple.ui.look import Look
from supple.ui.share.send import NONE, SendDialog

ENTRIES = [("evening", "Evening"), ("morning", "Morning"), ("calf", "Calf")]


class Opened:
    """A dialog and what it sent."""

    def __init__(self, look: Look, window: QWidget, below: QWidget, *chosen: str) -> None:
        self.dialog = SendDialog(look, window, ENTRIES, chosen)
        self.sent: list[tuple[object, str, str]] = []
        self.dialog.wished.connect(lambda *all_: self.sent.append(all_))
        self.dialog.open(below)

    @property
    def problem(self) -> str:
        return self.dialog._problem.text()


def test_what_was_asked_for_is_ticked_and_sent(look: Look, window: QWidget, below: QWidget) -> None:
    opened = Opened(look, window, below, "evening")
    assert opened.dialog.first() is opened.dialog.title
    opened.dialog.ticks["calf"].setChecked(True)
    opened.dialog.title.setText("  For Ada ")
    opened.dialog.note.setPlainText("Slowly.\tPlease\nTwice a day.\n")
    opened.dialog.save.click()
    assert opened.sent == [(("evening", "calf"), "For Ada", "Slowly. Please\nTwice a day.")]


def test_a_title_is_proposed(look: Look, window: QWidget, below: QWidget) -> None:
    opened = Opened(look, window, below, "evening")
    assert opened.dialog.title.placeholderText() == "Evening"
    opened.dialog.ticks["calf"].setChecked(True)
    assert opened.dialog.title.placeholderText() == "Evening and 1 more"
    assert opened.dialog.title.maxLength() == TITLE_LENGTH


def test_nothing_is_not_sent(look: Look, window: QWidget, below: QWidget) -> None:
    opened = Opened(look, window, below)
    assert opened.problem == NONE
    assert not opened.dialog.save.isEnabled()
    opened.dialog.accept()
    assert opened.sent == []
    opened.dialog.ticks["calf"].setChecked(True)
    assert opened.problem == ""
    assert opened.dialog.save.isEnabled()


def test_a_note_that_is_too_long_is_told(look: Look, window: QWidget, below: QWidget) -> None:
    opened = Opened(look, window, below, "evening")
    opened.dialog.note.setPlainText("x" * (NOTE_LENGTH + 1))
    assert opened.problem == "The note is too long by 1 character."
    opened.dialog.note.setPlainText("x\n" * (NOTE_LINES + 1))
    assert opened.problem == f"The note may have {NOTE_LINES} lines."
    assert not opened.dialog.save.isEnabled()


def test_enter_in_the_title_sends_it(
    look: Look, window: QWidget, below: QWidget, qtbot: QtBot
) -> None:
    opened = Opened(look, window, below, "evening")
    qtbot.keyClicks(opened.dialog.title, "For Ada")
    qtbot.keyClick(opened.dialog.title, Qt.Key.Key_Return)
    assert opened.sent == [(("evening",), "For Ada", "")]


def test_enter_in_the_title_sends_nothing_that_is_not_whole(
    look: Look, window: QWidget, below: QWidget, qtbot: QtBot
) -> None:
    opened = Opened(look, window, below)
    qtbot.keyClick(opened.dialog.title, Qt.Key.Key_Return)
    assert opened.sent == []
    assert opened.dialog.isVisibleTo(window)


def test_what_goes_in_is_seen_at_once_in_a_low_window(
    look: Look, window: QWidget, below: QWidget, qtbot: QtBot
) -> None:
    window.resize(760, 560)
    look.set_text_scale(1.3)
    dialog = Opened(look, window, below, "evening").dialog
    tick = dialog.ticks["evening"]
    qtbot.waitUntil(lambda: tick.visibleRegion().boundingRect() == tick.rect())
    low = dialog.note.height()
    dialog.note.setPlainText("Slowly.\nPlease.")
    qtbot.waitUntil(lambda: dialog.note.height() > low)
    dialog.note.setPlainText("x\n" * 8)
    window.grab()
    seen = dialog.note.viewport().height()
    assert 3 * look.line("body") <= seen < 4 * look.line("body")


def test_it_takes_the_size_of_a_window_that_is_made_smaller(
    look: Look, window: QWidget, below: QWidget, qtbot: QtBot
) -> None:
    window.resize(1100, 760)
    dialog = Opened(look, window, below, "evening").dialog
    window.grab()
    three = dialog.note.height()
    assert three >= 3 * look.line("body")
    window.resize(760, 500)
    qtbot.waitUntil(lambda: dialog.rect().contains(dialog.card.geometry()))
    assert dialog.note.height() < three, "a line and no more, what goes in is seen"
    window.resize(1100, 760)
    qtbot.waitUntil(lambda: dialog.note.height() == three)


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_note_keeps_its_height_as_the_first_line_is_written(
    look: Look, window: QWidget, below: QWidget, qtbot: QtBot, scale: float
) -> None:
    look.set_text_scale(scale)
    window.resize(760, 500)
    dialog = Opened(look, window, below, "evening").dialog
    note = dialog.note
    window.grab()
    qtbot.waitUntil(lambda: note.minimumHeight() == note.maximumHeight() == note.height())
    place = note.geometry()
    qtbot.keyClicks(note, "Slowly")
    window.grab()
    assert note.geometry() == place
    assert note.verticalScrollBar().maximum() == 0, "a line is seen whole"
