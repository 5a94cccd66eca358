"""What each page wishes for comes to the pages."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from supple.core.session_keys import SessionKey
from supple.core.settings import Settings
from supple.ui.pages import Pages, Place
from supple.ui.settings.session_key_card import SessionKeyCard
from supple.ui.widgets.button import Button
from supple.ui.widgets.toast import Toast

THURSDAY = date(2026, 10, 22)


def test_only_today_is_built_at_once(pages: Pages) -> None:
    assert pages.today.built is not None
    assert pages.library.built is None
    assert pages.routines.built is None
    assert pages.flexibility_page.built is None
    assert pages.history_page.built is None
    assert pages.settings.built is None
    assert pages.sources.built is None


def test_look_first_shows_the_routine_in_the_library(pages: Pages) -> None:
    pages.today.get().look_asked.emit("lying-down")
    assert pages.place is Place.LIBRARY
    assert pages.library.get().detail.start.accessibleName() == "Start Lying down"


def test_a_check_without_answers_leads_to_the_questions(qtbot: QtBot, pages: Pages) -> None:
    with qtbot.waitSignal(pages.answers_asked):
        pages.flexibility_page.get().answers_asked.emit()
    with qtbot.waitSignal(pages.answers_asked):
        pages.library.get().detail.answers_asked.emit()


def test_pages_are_not_even_loaded_before_they_are_visited() -> None:
    rooms = "('supple.ui.history.', 'supple.ui.library.', 'supple.ui.settings.')"
    code = (
        "import sys, supple.ui.window;"
        f"print([name for name in sys.modules if name.startswith({rooms})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_who_is_through_with_the_check_is_back_at_the_day(pages: Pages) -> None:
    pages.turn(Place.FLEXIBILITY)
    pages.flexibility_page.get().get_set.later.click()
    assert pages.place is Place.TODAY


def test_the_sources_open_from_the_offer_at_its_document(qtbot: QtBot, pages: Pages) -> None:
    page = pages.today.get()
    link = next(b for b in page.findChildren(Button) if b.text().startswith("From: "))
    qtbot.keyClick(link, Qt.Key.Key_Return)
    card = QApplication.focusWidget()
    assert card is not None
    assert card.accessibleName().startswith(link.text().removeprefix("From: "))


def test_the_sources_open_from_the_settings(qtbot: QtBot, pages: Pages) -> None:
    pages.turn(Place.SETTINGS)
    settings = pages.settings.get()
    settings.choose("goal")
    button = next(
        b
        for b in settings.findChildren(Button)
        if b.accessibleName() == "Read: Where the numbers come from"
    )
    qtbot.keyClick(button, Qt.Key.Key_Return)
    page = pages.sources.get()
    assert page.isVisible()
    assert QApplication.focusWidget() is page.back
    # The side bar leads on as from any page.
    pages.bar.items[0].click()
    assert pages.today.get().isVisible()


def test_a_key_that_was_taught_is_told_and_can_be_undone(qtbot: QtBot, pages: Pages) -> None:
    pages.turn(Place.SETTINGS)
    settings = pages.settings.get()
    settings.choose("shortcuts")
    kept: list[Settings] = []
    pages.settings_changed.connect(kept.append)
    (card,) = settings.findChildren(SessionKeyCard)
    button = card.rows[SessionKey.NEXT].button
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_PageDown)
    toast = pages.findChild(Toast)
    assert toast is not None
    assert toast.isVisible()
    assert kept[-1].session_keys == ("next PgDown",)
    toast.acted.emit()
    assert kept[-1].session_keys == ()
    assert button.text() == "\N{RIGHTWARDS ARROW}"


def test_a_link_that_was_copied_is_told(qtbot: QtBot, pages: Pages) -> None:
    pages.show_sources()
    with qtbot.waitSignal(pages.copy_asked) as got:
        pages.sources.get().copy_asked.emit("https://doi.org/10.1")
    assert got.args == ["https://doi.org/10.1"]
    said = [label.text() for label in pages.findChildren(QLabel) if label.isVisible()]
    assert "The link is copied." in said
