"""One stretch on the sheet: two pictures and what to do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from supple.core.handout import AVOID, FEEL, START, Entry
from supple.figure.port import FigurePainter, FigureView
from supple.ui.handout import text as kinds
from supple.ui.handout.block import Stack, rule
from supple.ui.handout.text import Fonts, Type
from supple.ui.handout.words import APART, parts, words

PICTURE = (112.0, 92.0)
"""One picture, points."""
BETWEEN = 20.0
"""Between the two, where the arrow is."""
GUTTER = 20.0
TOP = 12.0
"""Between the line above a stretch and the stretch."""
NUMBER = 17.0
"""The disc with the number."""
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EntryBlock:
    """Drawn as ``Block`` says."""

    def __init__(
        self,
        entry: Entry,
        fonts: Fonts,
        width: float,
        figures: FigurePainter,
        look: FigureView,
        *,
        still: bool = False,
    ) -> None:
        """``look``: the person's skin and hair, for paper; ``still``: a picture that is one
        and the same at the start and stretched."""
        self._entry = entry
        self._figures = figures
        self._look = look
        self.still = still
        self._width = width
        scale = fonts.scale
        self._picture = (PICTURE[0] * scale, PICTURE[1] * scale)
        self._between = BETWEEN * scale
        self._disc = NUMBER * scale
        pictures = 2 * self._picture[0] + self._between
        self._left = pictures + GUTTER if entry.figure else 0.0
        column = width - self._left
        self._number = fonts.text(
            str(entry.number), Type(10, NUMBER, 600, "#FFFFFF"), self._disc, _CENTRE
        )
        self._name = fonts.text(entry.name, kinds.NAME, column - self._disc - 7)
        self._start = fonts.text(START, kinds.CAPTION, self._picture[0], _CENTRE)
        room = pictures if still else self._picture[0]
        self._end = fonts.text(entry.caption, kinds.CAPTION, room, _CENTRE)
        captions = max(self._start.height, self._end.height)
        self._below = self._picture[1] + 3 + captions + 7 if entry.figure else 0.0
        self._columns(fonts, pictures, column)
        self.height = TOP + max(self._heights())

    def _heights(self) -> tuple[float, float]:
        """How far the column of the pictures and that of the words reach."""
        drawn = self._below + self._notes.height if self._entry.figure else 0.0
        return drawn, self._name.height + 4 + self._words.height

    def _columns(self, fonts: Fonts, left: float, right: float) -> None:
        """Begin below the pictures with what is to be known, and go on below the steps."""
        self._notes, self._words = Stack(), words(self._entry, fonts, right)
        told = parts(self._entry)
        below = [part.column(fonts, right) for part in told]
        beside = [part.column(fonts, left) for part in told] if self._entry.figure else []
        drawn, said = self._heights()

        def tallest(split: int) -> float:
            one = sum(stack.height + APART for stack in beside[:split])
            return max(drawn + one, said + sum(stack.height + APART for stack in below[split:]))

        # What is felt and what to avoid always stand below the pictures.
        least = sum(part.label in (FEEL, AVOID) for part in told[: len(beside)])
        split = min(range(len(beside), least - 1, -1), key=tallest)
        for stack in beside[:split]:
            self._notes.add(stack, gap=APART)
        for stack in below[split:]:
            self._words.add(stack, gap=APART)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        rule(painter, x, y, self._width)
        top, left = y + TOP, x + self._left
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(kinds.TEAL))
        painter.drawEllipse(QRectF(left, top, self._disc, self._disc))
        self._number.paint(painter, left, top)
        self._name.paint(painter, left + self._disc + 7, top)
        self._words.paint(painter, left, top + self._name.height + 4)
        if self._entry.figure:
            self._paint_pictures(painter, x, top)
            self._notes.paint(painter, x, top + self._below)

    def _paint_pictures(self, painter: QPainter, x: float, y: float) -> None:
        width, height = self._picture
        second = x + width + self._between
        if self.still:
            whole = QRectF(x, y, 2 * width + self._between, height)
            self._figures.paint(painter, whole, self._view(1.0))
            self._end.paint(painter, x, y + height + 3)
            return
        for phase, left in ((0.0, x), (1.0, second)):
            self._figures.paint(painter, QRectF(left, y, width, height), self._view(phase))
        arrow(painter, x + width + self._between / 2, y + height / 2, self._between * 0.7)
        self._start.paint(painter, x, y + height + 3)
        self._end.paint(painter, second, y + height + 3)

    def _view(self, phase: float) -> FigureView:
        return FigureView(
            self._entry.figure,
            self._entry.side,
            phase=phase,
            glow=phase,
            skin=self._look.skin,
            hair=self._look.hair,
            arrow=0.0,
            paper=True,
            backdrop=False,
        )


def arrow(painter: QPainter, x: float, y: float, length: float) -> None:
    """An arrow to the right with its middle at ``x``, ``y``."""
    half, head = length / 2, length * 0.32
    pen = QPen(QColor(kinds.SOFT), 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(x - half, y))
    path.lineTo(x + half, y)
    path.moveTo(x + half - head, y - head)
    path.lineTo(x + half, y)
    path.lineTo(x + half - head, y + head)
    painter.drawPath(path)
