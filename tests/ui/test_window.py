from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.core.settings import Settings, Theme
from supple.core.today import TodayView
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.pages import Place
from supple.ui.window import SMALLEST, MainWindow


@pytest.fixture
def window(
    qtbot: QtBot, look: Look, figures: Any, content: Any, today_view: TodayView
) -> MainWindow:
    made = MainWindow(look, figures)
    qtbot.addWidget(made, before_close_func=lambda w: w.force_close())
    made.show_today(today_view)
    made.show_library(content.catalogue, content.durations)
    made.show_routines(content.catalogue, content.durations, [], [], "/home/me")
    session = QWidget()
    session.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.set_session_page(session)
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


def test_a_session_pauses_while_its_keys_are_read(qtbot: QtBot, window: MainWindow) -> None:
    asked: list[object] = []
    window.session_asked.connect(asked.append)
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    answer(qtbot, window, "Close")
    assert asked == []
    window.show_session(True)
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    assert asked == [Command.PAUSE]
    answer(qtbot, window, "Close")
    assert window.in_session


def test_closing_during_a_session_asks(qtbot: QtBot, window: MainWindow) -> None:
    asked: list[object] = []
    window.session_asked.connect(asked.append)
    window.show_session(True)
    window.close()
    window.close()
    assert window.isVisible()
    assert asked == [Command.PAUSE]
    answer(qtbot, window, "Go on")
    assert asked == [Command.PAUSE, Command.RESUME]
    assert window.isVisible()


def test_the_window_has_its_icon(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.windowIcon().isNull())


def test_a_key_closes_the_window_and_asks_in_a_session(qtbot: QtBot, window: MainWindow) -> None:
    window.show_session(True)
    press(qtbot, window, Qt.Key.Key_Q)
    assert overlay(window) is not None
    answer(qtbot, window, "Go on")
    window.show_session(False)
    press(qtbot, window, Qt.Key.Key_Q)
    assert not window.isVisible()


def test_stop_and_close_does_both(qtbot: QtBot, window: MainWindow) -> None:
    asked: list[object] = []
    closed: list[bool] = []
    window.session_asked.connect(asked.append)
    window.closed.connect(lambda: closed.append(True))
    window.show_session(True)
    window.close()
    answer(qtbot, window, "Stop and close")
    assert asked == [Command.PAUSE, Command.STOP]
    assert not window.isVisible()
    assert closed == [True]


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


@pytest.mark.parametrize(
    ("kept", "size"),
    [
        ((10, 10, 790, 580), (790, 580)),
        ((10, 10, 90_000, 90_000), None),
        ((-5000, -5000, 780, 570), (780, 570)),
    ],
)
def test_it_opens_where_it_was_but_always_on_the_screen(
    qtbot: QtBot,
    look: Look,
    figures: Any,
    kept: tuple[int, int, int, int],
    size: tuple[int, int] | None,
) -> None:
    made = MainWindow(look, figures, Settings(window=kept))
    qtbot.addWidget(made)
    screen = made.screen().availableGeometry()
    if size is None:
        assert made.width() <= max(screen.width(), SMALLEST[0])
        assert made.height() <= max(screen.height(), SMALLEST[1])
    else:
        assert (made.width(), made.height()) == size
    assert screen.intersects(made.geometry())


def test_settings_are_told_and_shown_later(window: MainWindow) -> None:
    told: list[Settings] = []
    window.settings_changed.connect(told.append)
    window.show_settings(Settings(theme=Theme.DARK))
    window.show_place(Place.SETTINGS)
    page = window.pages.settings.get()
    page.changed.emit(Settings(theme=Theme.LIGHT))
    assert told == [Settings(theme=Theme.LIGHT)]


def test_a_notice_stands_above_the_page(window: MainWindow) -> None:
    window.notice("voice", "No voice is available right now.", "care")
    assert window.pages.notices.column.isVisible()


def test_the_window_folds_below_its_width(window: MainWindow) -> None:
    window.resize(899, 700)
    assert window.pages.bar.narrow
    window.resize(900, 700)
    assert not window.pages.bar.narrow
