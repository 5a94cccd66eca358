from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.handout import Handout
from supple.core.paper import Paper
from supple.ui.handout.dialog import PLAIN, PLAN, HandoutDialog
from supple.ui.handout.preview import Preview
from supple.ui.handout.sheet import Sheet
from supple.ui.look import Look

SheetMaker = Callable[[Handout, Paper], Sheet]
Make = Callable[..., HandoutDialog]


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    return window


@pytest.fixture
def opened(
    over: QWidget, look: Look, on_paper: SheetMaker, sheet_of: Callable[[str], Handout]
) -> Make:
    content = sheet_of("lying-down")

    def make(paper: Paper, plain: bool) -> Sheet:
        return on_paper(replace(content, note="" if plain else "Of my plan."), paper)

    def open_(*doses: str, printer: bool = False, note: str = "") -> HandoutDialog:
        dialog = HandoutDialog(
            look, over, make, Paper.A4, doses=doses or (PLAN,), printer=printer, note=note
        )
        below = QWidget(over)
        dialog.open(below)
        return dialog

    return open_


def button(dialog: HandoutDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def press(qtbot: QtBot, dialog: HandoutDialog, words: str) -> None:
    qtbot.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)


def test_enter_saves_the_sheet_as_it_was_chosen(qtbot: QtBot, opened: Make) -> None:
    dialog = opened(PLAN, PLAIN)
    assert dialog.sheet.content.note == "Of my plan."
    dialog.papers.chosen.emit("letter")
    dialog.doses.chosen.emit(PLAIN)
    assert (dialog.sheet.paper, dialog.sheet.content.note) == (Paper.LETTER, "")
    first = dialog.first()
    assert isinstance(first, QPushButton)
    assert first.text() == "Save as PDF..."
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(first, Qt.Key.Key_Return)


def test_with_a_printer_printing_comes_first(qtbot: QtBot, opened: Make) -> None:
    dialog = opened(printer=True)
    told: list[str] = []
    dialog.accepted.connect(lambda: told.append("save"))
    dialog.dismissed.connect(lambda: told.append("closed"))
    dialog.print_asked.connect(lambda: told.append("print"))
    assert dialog.first() is button(dialog, "Print...")
    assert dialog.accessibleName() == f"Print “{dialog.sheet.content.title}”"
    press(qtbot, dialog, "Print...")
    assert told == ["closed", "print"]
    assert dialog.isHidden()


def test_without_one_nothing_is_offered_that_cannot_be(opened: Make) -> None:
    dialog = opened()
    words = [b.text() for b in dialog.findChildren(QPushButton)]
    assert "Print..." not in words
    assert dialog.accessibleName() == f"Save “{dialog.sheet.content.title}” as PDF"


def test_there_is_a_choice_of_doses_only_where_they_differ(opened: Make) -> None:
    assert not hasattr(opened(PLAN), "doses")
    only = opened(PLAIN)
    assert not hasattr(only, "doses")
    assert only.sheet.content.note == ""


def test_one_can_turn_the_pages_and_not_beyond(qtbot: QtBot, opened: Make) -> None:
    dialog = opened()
    assert len(dialog.sheet.pages) == 2
    back, on = button(dialog, "Back"), button(dialog, "Next")
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    press(qtbot, dialog, "Next")
    assert (back.isEnabled(), on.isEnabled()) == (True, False)
    press(qtbot, dialog, "Back")
    assert (back.isEnabled(), on.isEnabled()) == (False, True)


def test_the_keys_stay_with_the_pages_at_the_first_and_the_last(qtbot: QtBot, opened: Make) -> None:
    dialog = opened()
    back, on = button(dialog, "Back"), button(dialog, "Next")
    on.setFocus(Qt.FocusReason.TabFocusReason)
    for going, then in ((on, back), (back, on)):
        qtbot.keyClick(going, Qt.Key.Key_Return)
        assert dialog.window().focusWidget() is then


def test_escape_closes_it(qtbot: QtBot, opened: Make) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.dismissed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_page_takes_the_size_of_a_window_that_is_made_smaller(
    qtbot: QtBot, over: QWidget, opened: Make
) -> None:
    dialog = opened()
    page = dialog.findChild(Preview)
    assert page is not None
    before = page.height()
    over.resize(760, 560)
    assert page.height() < before
    qtbot.waitUntil(lambda: dialog.rect().contains(dialog.card.geometry()))
