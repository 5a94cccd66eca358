"""Where a window was before a break brought it forward, and putting it back there."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget


class Whereabouts(Enum):
    """How much of a window somebody had before them."""

    HIDDEN = auto()
    MINIMISED = auto()
    SHOWN = auto()
    """In front or behind others: lowered again it would keep the keyboard, out of sight."""

    @staticmethod
    def of(window: QWidget | None) -> Whereabouts:
        """Where ``window`` is now; one that was not built yet is hidden."""
        if window is None or not window.isVisible():
            return Whereabouts.HIDDEN
        return Whereabouts.MINIMISED if window.isMinimized() else Whereabouts.SHOWN

    def put_back(self, window: QWidget, *, tray: bool) -> None:
        """Bring ``window`` there again; without a ``tray`` none is hidden for good.

        The desktop gives the keyboard back to the program before.
        """
        if self is Whereabouts.HIDDEN and tray:
            window.hide()
        elif self in (Whereabouts.HIDDEN, Whereabouts.MINIMISED):
            window.showMinimized()
