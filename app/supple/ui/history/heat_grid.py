"""Where the days of the heat map are."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from supple.ui.look import Look

PITCH, WIDEST = 14, 18
"""Pixels from one day to the next, at least and at most, at text size 1."""
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_GAP = 3
_HEAD = 4


class Grid(NamedTuple):
    """Seven rows of days with their names at the left and the months above. Pixels."""

    left: int
    head: int
    pitch: int
    """From one day to the next."""
    side: int
    """Of one day."""
    shown: int
    """How many weeks fit."""

    @property
    def height(self) -> int:
        """Of all of it."""
        return self.head + 7 * self.pitch


def lay_out(look: Look, width: int, weeks: int) -> Grid:
    """The grid of ``weeks`` in ``width`` pixels: all of them where they fit."""
    metrics = QFontMetricsF(look.font("caption"))
    left = round(max(metrics.horizontalAdvance(day) for day in DAYS)) + look.px(8)
    head = look.line("caption") + look.px(_HEAD)
    room = (width - left) // weeks if weeks else 0
    pitch = max(look.px(PITCH), min(look.px(WIDEST), room))
    shown = max(1, min(weeks, (width - left) // pitch))
    return Grid(left, head, pitch, pitch - look.px(_GAP), shown)
