"""The frame a chart is drawn in: ruled lines with their numbers, and words below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from supple.ui.look import Look
from supple.ui.widgets import draw

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TOPS = (10, 20, 30, 40, 60, 80, 100, 120, 160, 200, 240, 300, 400, 500, 600, 800, 1000)
_GAP = 6.0
_APART = 8.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values are drawn: ``plot`` in pixels, from ``low`` at its foot to ``high``."""

    plot: QRectF
    low: float
    high: float

    def y(self, value: float) -> float:
        """The height of a value, pixels from the top of the widget."""
        part = (value - self.low) / (self.high - self.low)
        return self.plot.bottom() - part * self.plot.height()


def month(number: int) -> str:
    """``Jan`` for 1."""
    return _MONTHS[number - 1]


def nice_top(value: float) -> float:
    """The end of a scale that holds ``value`` and whose half is a round number as well."""
    for top in _TOPS:
        if value <= top:
            return float(top)
    return float(-(-value // 500) * 500)


def frame_of(
    look: Look, width: float, height: float, labels: Iterable[str], low: float, high: float
) -> Frame:
    """The frame in a widget of that size, with room for ``labels`` at its left."""
    metrics = QFontMetricsF(look.font("caption", numbers=True))
    left = max((metrics.horizontalAdvance(label) for label in labels), default=0.0) + _GAP
    top = metrics.height() / 2
    foot = look.line("caption") + 5
    return Frame(
        QRectF(left, top, max(1.0, width - left), max(1.0, height - foot - top)), low, high
    )


def paint_rules(
    painter: QPainter, look: Look, frame: Frame, ticks: Sequence[tuple[float, str]]
) -> None:
    """A line across and a number at its left for each tick."""
    font = look.font("caption", numbers=True)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    plot = frame.plot
    for value, label in ticks:
        y = round(frame.y(value)) + 0.5
        painter.setPen(QPen(look.theme.color("line"), 1))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        painter.setPen(look.theme.color("muted"))
        width = metrics.horizontalAdvance(label)
        base = y + metrics.capHeight() / 2
        painter.drawText(QPointF(plot.left() - _GAP - width, base), label)


def paint_foot(
    painter: QPainter, look: Look, frame: Frame, words: Sequence[tuple[float, str]], end: str
) -> None:
    """Words below the plot, each from its x on, and ``end`` at the right; as many as fit."""
    font = look.font("caption")
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.theme.color("muted"))
    base = frame.plot.bottom() + 4 + metrics.ascent()
    end_x = frame.plot.right() - metrics.horizontalAdvance(end)
    if end:
        painter.drawText(QPointF(end_x, base), end)
    limit = end_x - _APART if end else frame.plot.right()
    free = 0.0
    for x, word in words:
        width = metrics.horizontalAdvance(word)
        if x >= free and x + width <= limit:
            painter.drawText(QPointF(x, base), word)
            free = x + width + _APART


def paint_note(painter: QPainter, look: Look, frame: Frame, text: str) -> None:
    """A sentence in the middle of an empty plot."""
    painter.setFont(look.font("small"))
    painter.setPen(look.theme.color("muted"))
    box = frame.plot.adjusted(12, 0, -12, 0)
    flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
    # No line of the plot is to go through the words.
    ground = painter.boundingRect(box, flags, text).adjusted(-6, 0, 6, 0)
    draw.flat(painter, ground.toAlignedRect(), look.theme.color("surface"))
    painter.drawText(box, flags, text)


def months_at(days: Sequence[tuple[float, int]]) -> list[tuple[float, str]]:
    """From x and month of each point: the name of each month at its first point."""
    return named_at([(x, month(number)) for x, number in days])


def named_at(points: Iterable[tuple[float, str]]) -> list[tuple[float, str]]:
    """From x and name of each point: each name once, where it begins."""
    named: list[tuple[float, str]] = []
    before = ""
    for x, name in points:
        if name != before:
            named.append((x, name))
            before = name
    return named
