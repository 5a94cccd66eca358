"""What the window is given is shown on its pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.core.settings import Settings, Theme
from supple.core.snapshot import Snapshot
from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.nav import NavItem
from supple.ui.page import Page
from supple.ui.pages import Place
from supple.ui.pages_window import SMALLEST, PagesWindow
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.combo import Combo

Make = Callable[..., Snapshot]


@pytest.fixture
def window(
    qtbot: QtBot, look: Look, figures: Any, content: Any, today_view: TodayView
) -> PagesWindow:
    made = PagesWindow(look, figures, Settings(), None)
    qtbot.addWidget(made)
    made.show_today(today_view)
    made.show_library(content.catalogue, content.durations)
    made.show()
    made.activateWindow()
    return made


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
    made = PagesWindow(look, figures, Settings(window=kept), None)
    qtbot.addWidget(made)
    screen = made.screen().availableGeometry()
    if size is None:
        assert made.width() <= max(screen.width(), SMALLEST[0])
        assert made.height() <= max(screen.height(), SMALLEST[1])
    else:
        assert (made.width(), made.height()) == size
    assert screen.intersects(made.geometry())


def test_a_place_where_the_mouse_cannot_take_the_window_is_not_gone_back_to(
    qtbot: QtBot, look: Look, figures: Any
) -> None:
    for y, there in ((40, True), (3, False)):
        made = PagesWindow(look, figures, Settings(window=(200, y, 780, 570)), None)
        qtbot.addWidget(made)
        assert (made.pos().toTuple() == (200, y)) is there


def test_settings_are_told_and_shown_later(window: PagesWindow) -> None:
    told: list[Settings] = []
    window.settings_changed.connect(told.append)
    window.show_settings(Settings(theme=Theme.DARK))
    window.pages.turn(Place.SETTINGS)
    page = window.pages.settings.get()
    page.changed.emit(Settings(theme=Theme.LIGHT))
    assert told == [Settings(theme=Theme.LIGHT)]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_list_that_has_the_ring(
    qtbot: QtBot, window: PagesWindow, key: Qt.Key
) -> None:
    window.pages.turn(Place.SETTINGS)
    combo = next(c for c in window.findChildren(Combo) if c.isVisible() and c.count() > 1)
    combo.setFocus()
    chosen = combo.currentIndex()
    qtbot.keyClick(combo, key)
    assert combo.view().isVisible()
    qtbot.keyClick(combo.view(), Qt.Key.Key_Escape)
    assert not combo.view().isVisible()
    assert combo.currentIndex() == chosen


class Entered(Page):
    """A page that hears its own keys."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Entered")
        self.heard: list[Qt.Key] = []
        self.field = QPushButton("Field", self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S:
            self.heard.append(Qt.Key.Key_S)


def test_what_is_entered_has_its_keys_while_the_side_bar_has_the_ring(
    qtbot: QtBot, look: Look, window: PagesWindow
) -> None:
    page = Entered(look)
    window.pages.enter(page)
    control = Qt.KeyboardModifier.ControlModifier
    item = window.pages.bar.findChildren(NavItem)[0]
    for focus in (page.field, item):
        focus.setFocus()
        qtbot.keyClick(focus, Qt.Key.Key_S, control)
    assert page.heard == [Qt.Key.Key_S] * 2
    window.pages.turn(Place.TODAY)
    qtbot.keyClick(item, Qt.Key.Key_S, control)
    assert page.heard == [Qt.Key.Key_S] * 2


def test_who_shows_the_stretches_changes_at_once(
    qtbot: QtBot, window: PagesWindow, figures: Any
) -> None:
    def people() -> set[tuple[int, int]]:
        return {(view.skin, view.hair) for view in figures.painted}

    qtbot.waitUntil(lambda: people() == {(0, 0)})
    window.show_settings(Settings(skin=1, hair=2))
    qtbot.waitUntil(lambda: (1, 2) in people())
    window.pages.turn(Place.SETTINGS)
    window.pages.settings.get().changed.emit(Settings(skin=2, hair=0))
    window.pages.turn(Place.TODAY)
    qtbot.waitUntil(lambda: (2, 0) in people())


def test_a_notice_stands_above_the_page(window: PagesWindow) -> None:
    window.notice("voice", "No voice is available right now.", "care")
    assert window.pages.notices.column.isVisible()


def test_the_window_folds_below_its_width(window: PagesWindow) -> None:
    window.resize(899, 700)
    assert window.pages.bar.narrow
    window.resize(900, 700)
    assert not window.pages.bar.narrow


def test_a_recovery_is_told_until_it_is_closed(qtbot: QtBot, window: PagesWindow) -> None:
    window.show_recovered("Damaged, and back.", "All sessions are there.")
    banner = window.findChild(Banner)
    assert isinstance(banner, Banner)
    assert banner.isVisible()
