from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.event import PauseReason
from supple.core.history_ask import EditableSession
from supple.core.session_keys import refusal
from supple.core.settings import Settings
from supple.core.snapshot import Snapshot
from supple.core.today import TodayView
from supple.ui.dialog import Overlay
from supple.ui.keys_dialog import KeyList
from supple.ui.look import Look
from supple.ui.page import Page
from supple.ui.pages import TOP, Place
from supple.ui.session.keys import Mode
from supple.ui.session.page import SessionPage
from supple.ui.widgets.keycap import KeyCap
from supple.ui.window import MainWindow

Make = Callable[..., Snapshot]


@pytest.fixture
def window(
    qtbot: QtBot, look: Look, figures: Any, content: Any, today_view: TodayView
) -> MainWindow:
    made = MainWindow(look, figures)
    qtbot.addWidget(made, before_close_func=lambda w: w.force_close())
    made.show_today(today_view)
    made.show_library(content.catalogue, content.durations)
    made.show_routines(content.catalogue, content.durations, [], [], "/home/me")
    made.set_session_page(SessionPage(look, figures))
    made.finish()
    made.show()
    made.activateWindow()
    return made


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, control: bool = True) -> None:
    none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, key, ctrl if control else none)


def overlay(window: MainWindow) -> Overlay | None:
    found = [o for o in window.findChildren(Overlay) if o.isVisible()]
    return found[0] if found else None


def answer(qtbot: QtBot, window: MainWindow, text: str) -> None:
    shown = overlay(window)
    assert shown is not None
    button = next(b for b in shown.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_opens_with_the_focus_on_start_and_enter_starts(
    qtbot: QtBot, window: MainWindow
) -> None:
    focus = QApplication.focusWidget()
    assert focus is window.pages.today.get().hero.start
    with qtbot.waitSignal(window.start_asked) as got:
        qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert got.args == ["desk-break"]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_2, Place.LIBRARY),
        (Qt.Key.Key_3, Place.ROUTINES),
        (Qt.Key.Key_Comma, Place.SETTINGS),
        (Qt.Key.Key_F, Place.LIBRARY),
    ],
)
def test_keys_turn_the_pages(qtbot: QtBot, window: MainWindow, key: Qt.Key, place: Place) -> None:
    press(qtbot, window, key)
    assert window.pages.place is place
    press(qtbot, window, Qt.Key.Key_1)
    assert window.pages.place is Place.TODAY


def test_f1_lists_the_keys_and_escape_closes_the_list(qtbot: QtBot, window: MainWindow) -> None:
    before = QApplication.focusWidget()
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    shown = overlay(window)
    assert shown is not None
    press(qtbot, window, Qt.Key.Key_2)
    assert window.pages.place is Place.TODAY
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert overlay(window) is None
    assert QApplication.focusWidget() is before
    press(qtbot, window, Qt.Key.Key_2)
    assert window.pages.place is Place.LIBRARY


def test_f1_lists_the_keys_that_were_taught(qtbot: QtBot, window: MainWindow) -> None:
    mine = Settings(session_keys=("next PgDown",), break_keys=("start Ctrl+Alt+N",))
    window.show_settings(mine)
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    shown = overlay(window)
    assert shown is not None
    names = {cap.accessibleName() for cap in shown.findChildren(KeyCap)}
    assert {"Page Down key", "\N{RIGHTWARDS ARROW} key", "Ctrl Alt N key"} <= names
    shown.dismiss()


def test_f11_fills_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F11, control=False)
    assert window.isFullScreen()
    press(qtbot, window, Qt.Key.Key_F11, control=False)
    assert not window.isFullScreen()


def test_a_session_takes_the_whole_window(window: MainWindow) -> None:
    window.show_session(True)
    assert window.in_session
    assert window.isFullScreen()
    assert not window.pages.isVisible()
    window.show_session(False)
    assert not window.isFullScreen()
    assert window.pages.isVisible()
    assert QApplication.focusWidget() is window.pages.today.get().hero.start


def test_a_session_stays_in_the_window_if_wanted(window: MainWindow) -> None:
    window.show_settings(Settings(full_screen=False))
    window.show_session(True)
    assert not window.isFullScreen()


def test_page_keys_rest_during_a_session(qtbot: QtBot, window: MainWindow) -> None:
    window.show_session(True)
    press(qtbot, window, Qt.Key.Key_2)
    press(qtbot, window, Qt.Key.Key_F)
    assert window.in_session
    assert window.pages.place is Place.TODAY


def test_a_session_waits_while_its_keys_are_read(qtbot: QtBot, window: MainWindow) -> None:
    asked: list[object] = []
    window.session_asked.connect(asked.append)
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    answer(qtbot, window, "Close")
    assert asked == []
    window.show_session(True)
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    assert asked == [Command.WAIT]
    answer(qtbot, window, "Close")
    assert asked == [Command.WAIT, Command.GO_BACK]
    assert window.in_session


def test_no_key_of_the_window_can_be_taught_to_a_session(window: MainWindow) -> None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    keys = window.findChildren(QShortcut, options=direct)
    own = {key.key().toString() for key in keys} - {"F11"}
    assert len(own) >= 9
    assert [key for key in sorted(own) if not refusal(key)] == []


class Running:
    """A session that does what it is asked, as the player would."""

    def __init__(self, window: MainWindow, moving: Make, still: Make) -> None:
        self.asked: list[object] = []
        self._window = window
        self._moving, self._still = moving, still
        page = window.findChild(SessionPage)
        assert page is not None
        self.page = page
        window.session_asked.connect(self.on_asked)
        page.asked.connect(self.on_asked)
        window.show_session(True)
        self.page.show_snapshot(moving())

    def pause(self, reason: PauseReason) -> None:
        self.page.show_snapshot(self._still(reason))

    def on_asked(self, command: object) -> None:
        self.asked.append(command)
        if command is Command.ASK_STOP:
            self.pause(PauseReason.STOP_ASKED)
        elif command is Command.RESUME:
            self.page.show_snapshot(self._moving())
        elif command is Command.STOP:
            self._window.session_over()


@pytest.fixture
def session(window: MainWindow, snapshot: Make, pause: Make) -> Running:
    return Running(window, snapshot, pause)


def test_closing_during_a_session_asks_in_the_sessions_own_way(
    qtbot: QtBot, window: MainWindow, session: Running
) -> None:
    window.close()
    assert window.isVisible()
    assert session.page.mode is Mode.STOP_ASKED
    qtbot.keyClick(session.page, Qt.Key.Key_Space)
    assert session.asked == [Command.ASK_STOP, Command.RESUME]
    session.on_asked(Command.STOP)
    QApplication.processEvents()
    assert window.isVisible()


def test_stopping_then_closes_the_window(
    qtbot: QtBot, window: MainWindow, session: Running
) -> None:
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    window.close()
    qtbot.keyClick(session.page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert session.asked == [Command.ASK_STOP, Command.STOP]
    assert closed == [True]


@pytest.mark.parametrize("reason", [PauseReason.STOP_ASKED, PauseReason.HURTS])
def test_nobody_is_asked_twice_or_in_pain(
    qtbot: QtBot, window: MainWindow, session: Running, reason: PauseReason
) -> None:
    session.pause(reason)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert session.asked == [Command.STOP]


def test_a_key_closes_the_window_and_asks_in_a_session(
    qtbot: QtBot, window: MainWindow, session: Running
) -> None:
    press(qtbot, window, Qt.Key.Key_Q)
    assert session.asked == [Command.ASK_STOP]
    window.session_over()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_at_the_summary_asks_nothing(window: MainWindow) -> None:
    window.show_session(True)
    window.session_over()
    window.close()
    assert overlay(window) is None
    assert not window.isVisible()


def test_closing_tells_where_the_window_stood_once(window: MainWindow) -> None:
    told: list[object] = []
    window.window_moved.connect(told.append)
    window.resize(900, 700)
    window.close()
    window.force_close()
    assert len(told) == 1
    place = told[0]
    assert isinstance(place, tuple)
    assert place[2:] == (900, 700)


@pytest.mark.parametrize("number", range(1, len(TOP) + 1))
def test_control_and_a_number_turn_to_the_page_that_stands_there(
    qtbot: QtBot, window: MainWindow, number: int
) -> None:
    window.show_place(Place.SETTINGS)
    press(qtbot, window, Qt.Key(Qt.Key.Key_0 + number))
    assert window.pages.place == TOP[number - 1].key


def test_the_history_asks_when_it_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.history.history_shown):
        window.show_place(Place.HISTORY)
    with qtbot.waitSignal(window.history.history_shown):
        window.history.reload()


def test_a_session_is_corrected_over_the_whole_window(qtbot: QtBot, window: MainWindow) -> None:
    at = datetime(2026, 10, 20, 20, 10, tzinfo=UTC)
    window.show_place(Place.HISTORY)
    window.history.edit(EditableSession("s1", "Lying down", at, 540.0, 4, 2, "", at))
    shown = overlay(window)
    assert shown is not None
    assert shown.size() == window.size()
    press(qtbot, window, Qt.Key.Key_1)
    assert window.pages.place is Place.HISTORY
    answer(qtbot, window, "Cancel")
    press(qtbot, window, Qt.Key.Key_1)
    assert window.pages.place is Place.TODAY


def test_a_cover_fills_the_window_and_pages_are_not_turned_behind_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    cover = QPushButton("On top")
    window.cover(cover)
    assert QApplication.focusWidget() is cover
    assert cover.size() == window.size()
    assert not window.pages.isVisible()
    press(qtbot, window, Qt.Key.Key_2)
    assert window.pages.place is Place.TODAY
    window.show_place(Place.TODAY)
    assert QApplication.focusWidget() is cover
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    assert overlay(window) is not None
    qtbot.keyClick(overlay(window), Qt.Key.Key_Escape)
    window.uncover()
    assert window.pages.isVisible()
    assert QApplication.focusWidget() is window.pages.today.get().hero.start
    press(qtbot, window, Qt.Key.Key_2)
    assert window.pages.place is Place.LIBRARY


def test_a_second_cover_takes_the_place_of_the_first(qtbot: QtBot, window: MainWindow) -> None:
    first, second = QPushButton("One"), QPushButton("Two")
    window.cover(first)
    with qtbot.waitSignal(first.destroyed):
        window.cover(second)
    assert second.isVisible()
    window.uncover()
    window.uncover()
    assert window.pages.isVisible()


def test_a_session_stands_over_a_cover_and_gives_the_window_back_to_it(
    window: MainWindow,
) -> None:
    window.show_session(True)
    cover = QPushButton("Later")
    window.cover(cover)
    assert not cover.isVisible()
    window.session_over()
    window.show_session(False)
    assert cover.isVisible()
    assert QApplication.focusWidget() is cover


def test_closing_asks_the_page_that_was_entered(window: MainWindow) -> None:
    class Unsaved(Page):
        kept: Callable[[], None] | None = None

        def may_leave(self, then: Callable[[], None]) -> bool:
            self.kept = then
            return False

    page = Unsaved(window.look, "Unsaved")
    window.show()
    window.pages.enter(page)
    window.close()
    assert window.isVisible()
    window.pages.go_out()
    assert page.kept is not None
    page.kept()
    assert not window.isVisible()


def test_f1_lists_the_editors_keys_where_something_is_edited(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show()
    window.pages.enter(Page(window.look, "Editor"))
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    shown = overlay(window)
    assert shown is not None
    names = [part.accessibleName() for part in shown.findChildren(KeyList)]
    assert names[0] == "In the routine editor"
    assert names[3] == "Anywhere else"
    assert "In a session" in names
    shown.dismiss()


def test_who_goes_on_editing_does_not_end_the_program(window: MainWindow) -> None:
    class Unsaved(Page):
        asked = 0

        def may_leave(self, then: Callable[[], object]) -> bool:
            self.asked += 1
            return self.asked > 1

    ended: list[str] = []
    window.ends = lambda: ended.append("ended")
    window.show()
    window.pages.enter(Unsaved(window.look, "Unsaved"))
    window.quit()
    assert ended == []
    window.quit()
    assert ended == ["ended"]
    window.ends = None
    window.pages.go_out()


class Unsaved(Page):
    """One with changes in it: it asks in a dialog."""

    asked = 0

    def may_leave(self, then: Callable[[], object]) -> bool:
        self.asked += 1
        return False


def test_closing_asks_the_dialog_that_is_open_and_then_the_page(window: MainWindow) -> None:
    class Drawing(Overlay):
        loses = True
        then: Callable[[], object] | None = None

        def may_leave(self, then: Callable[[], object]) -> bool:
            self.then = then
            return not self.loses

    page = Unsaved(window.look, "Unsaved")
    window.pages.enter(page)
    drawing = Drawing(window.look, window, "A pose")
    drawing.add_button("Close", "ghost", accepts=False)
    window.pages.overlay_asked.emit(drawing)
    window.close()
    assert (page.asked, overlay(window)) == (0, drawing)
    drawing.loses = False
    assert drawing.then is not None
    drawing.then()
    assert page.asked == 1
    assert window.isVisible()
    # The question of the page has its place.
    assert not window.asks


def test_a_dialog_that_comes_while_one_is_open_waits_for_it(window: MainWindow) -> None:
    first, second, third = (Overlay(window.look, window, f"Dialog {n}") for n in range(3))
    for one in (first, second, third):
        one.add_button("Close", "ghost", accepts=False)
        window.pages.overlay_asked.emit(one)
    assert overlay(window) is first
    first.accept()
    assert overlay(window) is second
    assert window.asks
    second.dismiss()
    assert overlay(window) is third
    third.dismiss()
    assert overlay(window) is None
    assert not window.asks


def test_a_dialog_that_comes_in_a_session_waits_for_its_end(window: MainWindow) -> None:
    window.show_session(True)
    came = Overlay(window.look, window, "Dialog")
    window.pages.overlay_asked.emit(came)
    assert overlay(window) is None
    assert not window.asks
    window.show_session(False)
    assert overlay(window) is came
    assert window.asks
    came.dismiss()


def test_a_page_asks_over_a_summary_as_the_window_is_closed(window: MainWindow) -> None:
    page = Unsaved(window.look, "Unsaved")
    window.pages.enter(page)
    window.show_session(True)
    window.session_over()
    question = Overlay(window.look, window, "Save your changes?")
    window.close()
    assert page.asked == 1
    window.pages.overlay_asked.emit(question)
    assert overlay(window) is question


def test_closing_waits_for_no_dialog(window: MainWindow) -> None:
    for n in range(2):
        window.pages.overlay_asked.emit(Overlay(window.look, window, f"Dialog {n}"))
    assert window.make_way(window.close)
    assert overlay(window) is None


def test_quitting_asks_the_dialog_that_is_open(window: MainWindow) -> None:
    class Drawing(Overlay):
        def may_leave(self, then: Callable[[], object]) -> bool:
            return False

    ended: list[bool] = []
    window.ends = lambda: ended.append(True)
    window.pages.overlay_asked.emit(Drawing(window.look, window, "A pose"))
    window.quit()
    assert ended == []
    assert window.asks


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_large_window_comes_forward_as_large_as_it_was(
    window: MainWindow, state: Qt.WindowState
) -> None:
    window.setWindowState(state | Qt.WindowState.WindowMinimized)
    window.come_forward()
    assert not window.isMinimized()
    assert window.windowState() & state


def test_who_quits_out_of_sight_sees_what_is_asked(window: MainWindow) -> None:
    window.pages.enter(Unsaved(window.look, "Unsaved"))
    window.setWindowState(Qt.WindowState.WindowMinimized)
    window.quit()
    assert not window.isMinimized()


def test_the_key_taught_for_start_begins_a_session_where_one_is_offered(
    qtbot: QtBot, window: MainWindow
) -> None:
    hero = window.pages.today.get().hero
    # Whoever taught nothing waits for nothing of it as the window opens.
    window.show_settings(Settings(session_keys=("next PgDown",)))
    assert window.pages.start_key is None
    window.show_settings(Settings(session_keys=("confirm F5",)))
    assert hero.start.accessibleDescription() == "Key: F5"
    with qtbot.waitSignal(window.start_asked) as got:
        press(qtbot, window, Qt.Key.Key_F5, control=False)
    assert got.args == ["desk-break"]
    window.pages.turn_to_routine("gentle-ladder")
    start = window.pages.library.get().detail.start
    assert start.accessibleDescription() == "Key: F5"
    with qtbot.waitSignal(window.start_asked) as got:
        press(qtbot, window, Qt.Key.Key_F5, control=False)
    assert got.args == ["gentle-ladder"]
    asked: list[str] = []
    window.start_asked.connect(asked.append)
    for place in (Place.HISTORY, Place.SETTINGS):
        window.show_place(place)
        press(qtbot, window, Qt.Key.Key_F5, control=False)
    window.show_place(Place.TODAY)
    window.show_session(True)
    press(qtbot, window, Qt.Key.Key_F5, control=False)
    window.show_session(False)
    window.show_settings(Settings())
    assert not start.shows_key
    assert hero.start.accessibleDescription() == "Key: Enter"
    press(qtbot, window, Qt.Key.Key_F5, control=False)
    assert asked == []
