"""Where the prompt stands, and where it cannot."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

EDGE = 20
"""Pixels between the prompt and the edges of the room that panels leave."""
_WAYLAND = "Wayland lets no program place a window or keep it on top"


def refusal(platform: str = "") -> str:
    """Why the prompt cannot be a window of our own here; "" where it can.

    ``platform`` is Qt's name for it, left out for the one that runs.
    """
    name = platform or QGuiApplication.platformName()
    return _WAYLAND if name.startswith("wayland") else ""


def corner(room: QRect, size: QSize) -> QPoint:
    """The upper left corner of a box of ``size`` at the bottom right of ``room``.

    In a room that is too small its upper left corner stays in sight.
    """
    x = room.right() + 1 - EDGE - size.width()
    y = room.bottom() + 1 - EDGE - size.height()
    return QPoint(max(room.left(), x), max(room.top(), y))


def screen_in_use() -> QScreen:
    """The screen the pointer is on: that is where somebody looks."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
