from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.history_ask import Period
from supple.ui.history.session_delegate import HIGH
from supple.ui.history.sessions import SessionsTab, TableCard
from supple.ui.look import Look
from supple.ui.text import Text


class Desk:
    """Answers as the program does, from a number of sessions."""

    def __init__(self, tab: SessionsTab, sessions_page: Any, total: int) -> None:
        self.total = total
        self.asked: list[tuple[str, str, int, int]] = []
        self._tab = tab
        self._page = sessions_page
        tab.asked.connect(self.answer)

    def answer(self, routine: str, period: str, limit: int, offset: int) -> None:
        self.asked.append((routine, period, limit, offset))
        found = 0 if period == Period.WEEK else self.total
        view = self._page(found, offset, limit, any_session=self.total > 0)
        self._tab.show_sessions(view, offset)


@pytest.fixture
def tab(look: Look, put: Any) -> SessionsTab:
    made = SessionsTab(look)
    put(made, 840, 600)
    return made


@pytest.fixture
def desk(tab: SessionsTab, sessions_page: Any) -> Desk:
    made = Desk(tab, sessions_page, 8)
    tab.reload()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def pick(qtbot: QtBot, combo: Any, steps: int) -> None:
    combo.setFocus()
    for _ in range(steps):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def test_it_asks_for_all_at_first_and_shows_the_sum(tab: SessionsTab, desk: Desk) -> None:
    assert desk.asked == [("", "all", 100, 0)]
    assert tab.model.total == 8
    assert "8 sessions" in [text.text() for text in tab.findChildren(Text)]


def test_filters_ask_anew_and_stand_out(qtbot: QtBot, tab: SessionsTab, desk: Desk) -> None:
    pick(qtbot, tab.routines, 1)
    assert desk.asked[-1] == ("a", "all", 100, 0)
    assert tab.routines.property("active")
    tab.choose_period(Period.MONTH)
    assert desk.asked[-1] == ("a", "month", 100, 0)
    assert tab.periods.property("active")
    # The answer names the routines again: the choice stays.
    assert tab.routines.currentData() == "a"


def test_filters_that_leave_nothing_can_be_taken_away(
    qtbot: QtBot, tab: SessionsTab, desk: Desk
) -> None:
    tab.choose_period(Period.WEEK)
    nothing = tab._nothing
    assert nothing.isVisible()
    assert not tab.table.isVisible()
    qtbot.mouseClick(nothing.every, Qt.MouseButton.LeftButton)
    assert tab.table.isVisible()
    assert not nothing.isVisible()
    assert desk.asked[-1] == ("", "all", 100, 0)
    assert not tab.periods.property("active")


def test_a_routine_whose_last_session_went_stays_the_filter(
    tab: SessionsTab, sessions_page: Any
) -> None:
    both = (("a", "Desk break"), ("b", "Lying down"))
    asked: list[str] = []
    tab.asked.connect(lambda routine, *_: asked.append(routine))
    tab.show_sessions(sessions_page(1, routines=both), 0)
    tab.routines.setCurrentIndex(2)
    tab.show_sessions(sessions_page(0, routines=both[:1], any_session=True), 0)
    # No session of "All routines" would not be true.
    assert (tab.routines.currentText(), tab.routines.currentData()) == ("Lying down", "b")
    tab.show_every()
    assert asked[-1] == ""
    tab.show_sessions(sessions_page(3, routines=both[:1]), 0)
    assert tab.routines.count() == 2


def test_without_any_session_there_is_only_import(
    qtbot: QtBot, tab: SessionsTab, sessions_page: Any
) -> None:
    tab.show_sessions(sessions_page(0, any_session=False, routines=()), 0)
    assert not tab._nothing.every.isVisible()
    assert not tab.routines.isEnabled()
    with qtbot.waitSignal(tab.import_asked):
        qtbot.mouseClick(tab._nothing.bring, Qt.MouseButton.LeftButton)


def test_scrolling_down_reads_on(qtbot: QtBot, tab: SessionsTab, desk: Desk) -> None:
    desk.total = 100_000
    tab.reload()
    tab.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(tab.table, Qt.Key.Key_End)
    tab.table.viewport().grab()
    qtbot.waitUntil(lambda: desk.asked[-1][3] >= 99_900)
    assert tab.table.current() == "s99999"
    assert tab.model.session(50_000) is None


def test_a_row_that_is_deleted_gives_the_choice_to_the_next(tab: SessionsTab, desk: Desk) -> None:
    tab.table.choose(3)
    tab.take_out("s3")
    assert tab.model.total == 7
    assert tab.table.current() == "s4"
    tab.table.choose(6)
    tab.take_out("s7")
    assert tab.table.current() == "s6"


def test_a_row_that_comes_back_is_chosen(tab: SessionsTab, desk: Desk) -> None:
    tab.table.choose(3)
    tab.take_out("s3")
    tab.expect("s3")
    tab.reload()
    assert tab.model.total == 8
    assert tab.table.current() == "s3"


def test_the_last_row_that_goes_hands_the_focus_on_and_takes_it_back(
    tab: SessionsTab, desk: Desk
) -> None:
    desk.total = 1
    tab.reload()
    tab.table.setFocus(Qt.FocusReason.TabFocusReason)
    tab.take_out("s0")
    desk.total = 0
    tab.reload()
    settle()
    assert tab.window().focusWidget() is tab._nothing.bring
    tab.expect("s0")
    desk.total = 1
    tab.reload()
    settle()
    assert tab.window().focusWidget() is tab.table
    assert tab.table.current() == "s0"


def test_the_focus_stays_where_somebody_else_is(tab: SessionsTab, desk: Desk) -> None:
    tab.periods.setFocus(Qt.FocusReason.TabFocusReason)
    for period, found in ((Period.WEEK, 0), (Period.ALL, 8)):
        tab.choose_period(period)
        settle()
        assert tab.model.total == found
        assert tab.window().focusWidget() is tab.periods


def test_a_reload_keeps_choice_and_place(tab: SessionsTab, desk: Desk) -> None:
    desk.total = 250
    tab.reload()
    settle()
    bar = tab.table.verticalScrollBar()
    tab.table.choose(60)
    settle()
    place = bar.value()
    assert place > 0
    desk.total = 251
    tab.reload()
    settle()
    assert tab.table.current() == "s60"
    assert bar.value() == place


def test_the_card_is_as_high_as_its_rows_and_cuts_their_corners(
    tab: SessionsTab, desk: Desk, look: Look
) -> None:
    settle()
    card = tab.findChild(TableCard)
    assert isinstance(card, TableCard)
    assert card.height() == 41 + 8 * HIGH + 2
    tab.table.choose(7)
    image = card.grab().toImage()
    corner = image.pixelColor(1, card.height() - 2).name().upper()
    assert corner == look.theme.hex("bg")
    tab.resize(840, 300)
    settle()
    assert card.height() < 300
