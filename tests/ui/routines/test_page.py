from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.broken import BrokenFile
from supple.core.problem import Problem
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.routines.broken_card import BrokenCard
from supple.ui.routines.page import OwnRow, RoutinesPage
from supple.ui.text import Text
from supple.ui.widgets.button import Button

FOLDER = "/home/me/.local/share/supple/routines"
BROKEN = BrokenFile(f"{FOLDER}/evening.json", (Problem("", "It is empty.", "Fill it."),))


@pytest.fixture
def page(qtbot: QtBot, look: Look, pictures: Pictures) -> RoutinesPage:
    made = RoutinesPage(look, pictures)
    qtbot.addWidget(made)
    made.resize(904, 760)
    made.show()
    made.activateWindow()
    return made


def test_own_routines_can_be_started(qtbot: QtBot, page: RoutinesPage, content: Any) -> None:
    own = ["lying-down", "not-there-any-more", "desk-break"]
    page.show_own(content.catalogue, content.durations, own, (), FOLDER)
    rows = page.findChildren(OwnRow)
    assert [row.accessibleName().split(",")[0] for row in rows] == ["Lying down", "Desk break"]
    assert page.main_widget() is rows[0].start
    with qtbot.waitSignal(page.start_asked) as got:
        rows[1].start.click()
    assert got.args == ["desk-break"]


def test_a_broken_file_does_not_hide_the_rest(page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, ["desk-break"], (BROKEN,), FOLDER)
    assert len(page.findChildren(BrokenCard)) == 1
    assert len(page.findChildren(OwnRow)) == 1


def test_the_empty_page_says_where_files_go(qtbot: QtBot, page: RoutinesPage, content: Any) -> None:
    page.show_own(content.catalogue, content.durations, [], (), FOLDER)
    assert FOLDER in [text.text() for text in page.findChildren(Text)]
    main = page.main_widget()
    assert isinstance(main, Button)
    with qtbot.waitSignal(page.open_folder_asked):
        main.click()


def test_the_focus_stays_on_the_page_when_a_file_is_mended(
    page: RoutinesPage, content: Any
) -> None:
    page.show_own(content.catalogue, content.durations, ["desk-break"], (BROKEN,), FOLDER)
    main = page.main_widget()
    assert main is not None
    main.setFocus()
    page.show_own(content.catalogue, content.durations, ["desk-break"], (), FOLDER)
    assert QApplication.focusWidget() is page.main_widget()


@pytest.mark.parametrize(
    ("text", "signal"), [("Open the folder", "open_folder_asked"), ("Check", "check_again_asked")]
)
def test_what_is_asked_is_passed_on(
    qtbot: QtBot, page: RoutinesPage, content: Any, text: str, signal: str
) -> None:
    page.show_own(content.catalogue, content.durations, [], (BROKEN,), FOLDER)
    button = next(b for b in page.findChildren(Button) if b.text().startswith(text))
    with qtbot.waitSignal(getattr(page, signal)):
        button.click()
