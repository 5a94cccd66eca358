"""Two weeks to tick, and room for the therapist."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from supple.core import handout as told
from supple.ui.handout import text as kinds
from supple.ui.handout.block import WRITE, rule
from supple.ui.handout.text import Fonts, Type

LABELS = 66.0
"""The column with what each row is for."""
ROW, WIDE_ROW = 21.0, 30.0
"""Height of a row below stretches, and on a page of its own."""
GAP = 8.0
"""Between the two weeks."""
TICK = 11.0
LINE = 23.0
"""A line to write on."""
BELOW = 6.0
"""Between the last of them and the foot of the page."""
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_DAY = Type(8, 12, 500)


class Diary:
    """A box for each day: stretched, pain before, pain after."""

    def __init__(
        self, days: tuple[str, ...], fonts: Fonts, width: float, *, row: float = ROW
    ) -> None:
        """``days``: seven short names; ``row``: height of a row of boxes."""
        self._row = row
        self._title = fonts.text(told.DIARY_TITLE, kinds.LABEL, width)
        self._note = fonts.text(told.DIARY_NOTE, kinds.SMALL, width)
        self._cell = (width - LABELS - GAP) / 14
        week = 7 * self._cell
        self._weeks = [fonts.text(name, kinds.CAPTION, week) for name in told.WEEKS]
        self._days = [fonts.text(name, _DAY, self._cell, _CENTRE) for name in days]
        rows = (told.DONE, told.BEFORE, told.AFTER)
        self._rows = [fonts.text(name, kinds.SMALL, LABELS - 6) for name in rows]
        self._top = self._title.height + self._note.height + 6
        self._grid = self._top + self._weeks[0].height + self._days[0].height + 2
        self.height = self._grid + len(rows) * self._row

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        self._title.paint(painter, x, y)
        self._note.paint(painter, x, y + self._title.height)
        for number, name in enumerate(self._weeks):
            left = x + LABELS + number * (7 * self._cell + GAP)
            name.paint(painter, left, y + self._top)
            for day, text in enumerate(self._days):
                text.paint(painter, left + day * self._cell, y + self._top + name.height)
            self._boxes(painter, left, y + self._grid)
        for number, label in enumerate(self._rows):
            row = y + self._grid + number * self._row
            label.paint(painter, x, row + (self._row - label.height) / 2)

    def _boxes(self, painter: QPainter, x: float, y: float) -> None:
        cell = self._cell
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(WRITE), 0.7))
        painter.drawRect(QRectF(x, y, 7 * cell, 3 * self._row))
        for row in (1, 2):
            painter.drawLine(
                QPointF(x, y + row * self._row), QPointF(x + 7 * cell, y + row * self._row)
            )
        for day in range(1, 7):
            painter.drawLine(QPointF(x + day * cell, y), QPointF(x + day * cell, y + 3 * self._row))
        for day in range(7):
            left = x + day * cell + (cell - TICK) / 2
            painter.drawRoundedRect(QRectF(left, y + (self._row - TICK) / 2, TICK, TICK), 2, 2)


class Remarks:
    """Lines for the therapist to write on."""

    def __init__(self, fonts: Fonts, width: float, lines: int) -> None:
        """``lines``: how many are for notes, at least one."""
        self._width = width
        self._lines = lines
        names = (told.THERAPIST, told.OFTEN, told.NOTES)
        self._names = [fonts.text(name, kinds.LABEL, width / 2) for name in names]
        self.height = (1 + lines) * LINE + BELOW

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        half = (self._width - 16) / 2
        therapist, often, notes = self._names
        for text, left in ((therapist, x), (often, x + half + 16)):
            text.paint(painter, left, y + LINE - text.height)
            rule(painter, left + text.width + 6, y + LINE - 1, half - text.width - 6, WRITE)
        notes.paint(painter, x, y + 2 * LINE - notes.height)
        for line in range(self._lines):
            indent = notes.width + 6 if line == 0 else 0.0
            rule(painter, x + indent, y + (line + 2) * LINE - 1, self._width - indent, WRITE)
