"""Where the main window stands, and putting it there again. Pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from supple.core.settings import Window

TITLE_BAR = 24
"""Pixels above the window that have to be on the screen, for the mouse to take it by."""


def place_of(window: QWidget) -> Window:
    """Where ``window`` stands when it neither fills the screen nor is minimised."""
    box = window.normalGeometry() if window.windowState() else window.geometry()
    return (box.x(), box.y(), box.width(), box.height())


def restore(window: QWidget, place: Window) -> None:
    """Give ``window`` its size again, and its place where the mouse can take it by its title."""
    x, y, width, height = place
    screen = window.screen().availableGeometry()
    window.resize(min(width, screen.width()), min(height, screen.height()))
    # A window that filled the screen before it had a place reports its corner.
    reachable = y >= screen.top() + TITLE_BAR and screen.contains(
        x + min(width, screen.width()) // 2, y + 20
    )
    if reachable:
        # Not move(), which means the frame: the window would creep down with every start.
        window.setGeometry(x, y, window.width(), window.height())
