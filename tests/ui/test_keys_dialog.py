from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.session_keys import key_map
from supple.ui.keys_dialog import KeyList, KeysDialog
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.shortcuts import ANYWHERE, EVERY, GROUPS, all_from
from supple.ui.text import Text
from supple.ui.widgets.keycap import KeyCap


def test_home_and_end_go_through_all_of_them(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 760)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    dialog = KeysDialog(look, window, all_from(GROUPS))
    dialog.open(QWidget(window))
    QApplication.processEvents()
    scroller = dialog.findChild(Scroller)
    focus = window.focusWidget()
    assert scroller is not None
    assert focus is not None
    bar = scroller.verticalScrollBar()
    qtbot.keyClick(focus, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(focus, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
def test_the_list_ends_well_above_the_button(qtbot: QtBot, look: Look, scale: float) -> None:
    look.set_text_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 760)
    window.show()
    dialog = KeysDialog(look, window, all_from(GROUPS))
    dialog.open(QWidget(window))
    window.grab()
    scroller, close = dialog.findChild(Scroller), dialog.first()
    assert scroller is not None
    assert close is not None
    ends = scroller.mapTo(dialog, scroller.rect().bottomLeft()).y()
    assert close.mapTo(dialog, QPoint()).y() - ends > 12
    assert dialog.rect().contains(dialog.card.geometry())


def test_the_dialog_lists_every_key(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 560)
    window.show()
    dialog = KeysDialog(look, window)
    dialog.open(QWidget(window))
    assert len(dialog.findChildren(KeyCap)) == sum(len(group.keys) for group in GROUPS)
    assert dialog.card.height() <= 560


@pytest.mark.parametrize("scale", [0.9, 1.0])
def test_a_window_of_the_usual_size_shows_every_key(
    look: Look, host: QWidget, scale: float
) -> None:
    look.set_text_scale(scale)
    dialog = KeysDialog(look, host)
    dialog.open(QWidget(host))
    host.grab()
    scroller = dialog.findChild(Scroller)
    assert scroller is not None
    assert scroller.verticalScrollBar().maximum() == 0
    caps = scroller.findChildren(KeyCap)
    lowest = max(cap.mapTo(scroller, cap.rect().bottomLeft()).y() for cap in caps)
    assert lowest < scroller.height()
    assert host.rect().contains(dialog.card.geometry())


def test_rows_of_all_groups_stand_equally_far_apart(look: Look, host: QWidget) -> None:
    dialog = KeysDialog(look, host)
    dialog.open(QWidget(host))
    host.grab()
    apart = set()
    for listed in dialog.findChildren(KeyList):
        first, second = listed.findChildren(KeyCap)[:2]
        apart.add(second.y() - first.y())
    assert len(apart) == 1


def test_a_list_shows_words_beside_keys(qtbot: QtBot, look: Look) -> None:
    listed = KeyList(look, ANYWHERE)
    qtbot.addWidget(listed)
    words = [text.text() for text in listed.findChildren(Text)]
    assert words == ["Anywhere else", *(key.does for key in ANYWHERE.keys)]


def test_in_a_low_window_keys_scroll_the_list(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 400)
    window.show()
    window.activateWindow()
    dialog = KeysDialog(look, window)
    dialog.open(QWidget(window))
    QApplication.processEvents()
    scroller = dialog.findChild(Scroller)
    assert scroller is not None
    bar = scroller.verticalScrollBar()
    focus = window.focusWidget()
    assert focus is not None
    assert bar.maximum() > 0
    qtbot.keyClick(focus, Qt.Key.Key_Down)
    assert bar.value() > 0
    qtbot.keyClick(focus, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_key_caps_grow_with_the_text(qtbot: QtBot, look: Look) -> None:
    listed = KeyList(look, ANYWHERE)
    qtbot.addWidget(listed)
    cap = listed.findChild(KeyCap)
    assert cap is not None
    before = cap.sizeHint().height()
    look.set_text_scale(1.3)
    assert cap.sizeHint().height() > before


def test_a_taught_key_stands_beside_the_usual_one(qtbot: QtBot, look: Look) -> None:
    keys = key_map(["next PgDown", "confirm B", "pause Left", "previous Space"])
    shown = KeyList(look, all_from(GROUPS, keys)[0])
    qtbot.addWidget(shown)
    caps = [cap.accessibleName() for cap in shown.findChildren(KeyCap)]
    assert {"Page Down key", "\N{RIGHTWARDS ARROW} key"} <= set(caps)


def test_the_columns_of_all_groups_are_in_line(look: Look, host: QWidget) -> None:
    column = QVBoxLayout(host)
    lists = [KeyList(look, group) for group in EVERY]
    for listed in lists:
        column.addWidget(listed)
    host.resize(600, 2400)
    host.show()
    QApplication.processEvents()
    edges = set()
    for listed in lists:
        caps = listed.findChildren(KeyCap)
        edges |= {cap.mapTo(listed, QPoint(cap.width(), 0)).x() for cap in caps}
    assert len(edges) == 2


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_takes_the_size_of_a_window_that_is_made_smaller(
    qtbot: QtBot, look: Look, host: QWidget, scale: float
) -> None:
    look.set_text_scale(scale)
    dialog = KeysDialog(look, host)
    dialog.open(QWidget(host))
    host.grab()
    scroller, close = dialog.findChild(Scroller), dialog.first()
    assert scroller is not None
    assert close is not None
    wide, high = dialog.card.width(), dialog.card.height()
    host.resize(760, 560)
    qtbot.waitUntil(lambda: dialog.rect().contains(dialog.card.geometry()))
    bar = scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    ends = scroller.mapTo(dialog, scroller.rect().bottomLeft()).y()
    assert close.mapTo(dialog, QPoint()).y() - ends > 12
    host.resize(1100, 760)
    qtbot.waitUntil(lambda: (dialog.card.width(), dialog.card.height()) == (wide, high))


def test_a_page_of_keys_is_turned_less_a_line(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 560)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    dialog = KeysDialog(look, window)
    dialog.open(QWidget(window))
    QApplication.processEvents()
    scroller, focus = dialog.findChild(Scroller), window.focusWidget()
    assert scroller is not None
    assert focus is not None
    bar, seen = scroller.verticalScrollBar(), scroller.viewport().height()
    qtbot.keyClick(focus, Qt.Key.Key_PageDown)
    assert 0 < bar.value() == min(bar.maximum(), seen - look.px(48))
    qtbot.keyClick(focus, Qt.Key.Key_End)
    qtbot.keyClick(focus, Qt.Key.Key_PageUp)
    assert bar.value() == max(0, bar.maximum() - seen + look.px(48))
