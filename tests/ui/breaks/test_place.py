from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication

from supple.ui.breaks.place import EDGE, corner, refusal, screen_in_use


@pytest.mark.parametrize(
    ("room", "place"),
    [
        (QRect(0, 0, 1920, 1080), QPoint(1420, 832)),
        (QRect(0, 0, 1920, 1040), QPoint(1420, 792)),
        (QRect(1920, 200, 1280, 1024), QPoint(2700, 976)),
        (QRect(-1280, 0, 1280, 1024), QPoint(-500, 776)),
    ],
)
def test_it_stands_at_the_bottom_right_of_the_room_that_panels_leave(
    room: QRect, place: QPoint
) -> None:
    size = QSize(480, 228)
    assert corner(room, size) == place
    box = QRect(place, size)
    assert room.right() - box.right() == EDGE
    assert room.bottom() - box.bottom() == EDGE


def test_in_a_room_too_small_its_beginning_stays_in_sight() -> None:
    assert corner(QRect(100, 50, 300, 200), QSize(480, 228)) == QPoint(100, 50)


def test_wayland_takes_neither_place_nor_order_and_others_do() -> None:
    assert "Wayland" in refusal("wayland")
    assert refusal("wayland-egl") == refusal("wayland")
    assert not refusal("xcb")
    assert not refusal("windows")


def test_the_platform_that_runs_is_asked_about_when_none_is_named(qapp: QApplication) -> None:
    assert refusal() == refusal(qapp.platformName())


def test_a_pointer_outside_every_screen_means_the_main_one(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtGui.QCursor.pos", lambda: QPoint(99_999, 99_999))
    assert screen_in_use() is qapp.primaryScreen()
