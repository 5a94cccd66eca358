"""A handle listens to the arrow keys and shows how it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.pose.handle import SIZE, Handle


@pytest.fixture
def handle(qtbot: QtBot, look: Look) -> Handle:
    home = QWidget()
    qtbot.addWidget(home)
    made = Handle(look, "near.knee", home)
    made.home = home  # type: ignore[attr-defined]
    return made


def picture(handle: Handle) -> QImage:
    return handle.grab().toImage()


@pytest.mark.parametrize(
    ("key", "way", "by"),
    [
        (Qt.Key.Key_Up, 0, 1),
        (Qt.Key.Key_Down, 0, -1),
        (Qt.Key.Key_Right, 1, 1),
        (Qt.Key.Key_Left, 1, -1),
    ],
)
def test_arrows_step(handle: Handle, key: Qt.Key, way: int, by: int) -> None:
    told: list[tuple[str, int, int]] = []
    handle.stepped.connect(lambda *given: told.append(given))
    QTest.keyClick(handle, key)
    QTest.keyClick(handle, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert told == [("near.knee", way, by), ("near.knee", way, 5 * by)]


def test_it_is_large_enough_for_a_finger(handle: Handle) -> None:
    assert handle.width() == handle.height() == SIZE == 44


def test_it_says_what_it_is(handle: Handle) -> None:
    handle.tell("Near knee, 35 degrees", 35.2)
    assert handle.accessibleName() == "Near knee, 35 degrees"
    assert handle.value() == 35


def test_its_middle_is_put_on_the_joint(handle: Handle) -> None:
    handle.middle_at(QPointF(100, 60))
    assert (handle.x(), handle.y()) == (100 - SIZE // 2, 60 - SIZE // 2)


def test_it_shows_being_pointed_at_and_holding(handle: Handle) -> None:
    plain = picture(handle)
    handle.show_hot(True)
    hot = picture(handle)
    handle.show_hot(False)
    handle.held = True
    held = picture(handle)
    assert plain != hot != held != plain


def test_the_focus_is_seen(qtbot: QtBot, handle: Handle) -> None:
    before = picture(handle)
    home = handle.parentWidget()
    assert home is not None
    home.show()
    handle.setFocus()
    qtbot.waitUntil(handle.hasFocus)
    assert picture(handle) != before
