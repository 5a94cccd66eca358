"""Minutes a week, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from supple.core.history_view import WeekBar
from supple.ui.history.axes import (
    Frame,
    frame_of,
    months_at,
    nice_top,
    paint_foot,
    paint_note,
    paint_rules,
)
from supple.ui.history.chart import Chart
from supple.ui.look import Look

_FILLED = 0.61
_MIDDLE = timedelta(days=3)
_STUB = 2.0
_EDGE = 4.0


class BarChart(Chart):
    """One bar a week; this week, not over yet, is paler."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Minutes a week")
        self._bars: tuple[WeekBar, ...] = ()

    def show_bars(self, bars: Sequence[WeekBar], words: str, table: str) -> None:
        """From old to new, this week last."""
        self._bars = tuple(bars)
        self.show_points([bar.text for bar in bars], words, table)

    @property
    def top(self) -> float:
        """The end of the scale, minutes."""
        return nice_top(max((bar.minutes for bar in self._bars), default=0.0))

    def spots(self) -> list[QRectF]:
        plot = self._frame().plot
        return [QRectF(x, 0, pitch, plot.bottom()) for x, pitch, _ in self._columns()]

    def bar_rects(self) -> list[QRectF]:
        """Where each bar is drawn."""
        frame = self._frame()
        rects = []
        for bar, (x, pitch, width) in zip(self._bars, self._columns(), strict=True):
            foot = frame.plot.bottom()
            top = min(frame.y(bar.minutes), foot - _STUB)
            rects.append(QRectF(x + (pitch - width) / 2, top, width, foot - top))
        return rects

    def paint_chart(self, painter: QPainter) -> None:
        look, frame = self._look, self._frame()
        top = self.top
        paint_rules(painter, look, frame, [(v, f"{v:g}") for v in (0.0, top / 2, top)])
        if not any(bar.minutes for bar in self._bars):
            paint_note(painter, look, frame, "No minutes in these weeks yet")
        rects = self.bar_rects()
        painter.setPen(Qt.PenStyle.NoPen)
        for n, (bar, rect) in enumerate(zip(self._bars, rects, strict=True)):
            painter.setBrush(look.theme.color(self._token(n, bar)))
            radius = min(3.0, rect.height() / 2)
            painter.drawRoundedRect(rect, radius, radius)
        paint_foot(painter, look, frame, self.month_names(), "this week" if rects else "")

    def month_names(self) -> list[tuple[float, str]]:
        """Where each month begins: a week belongs to the one that most of its days are in."""
        pairs = zip(self._bars, self.bar_rects(), strict=True)
        return months_at([(rect.left(), (bar.start + _MIDDLE).month) for bar, rect in pairs])

    def _token(self, n: int, bar: WeekBar) -> str:
        if not bar.minutes:
            return "track"
        if n == self.at:
            return "primary-hover"
        return "h2" if n == len(self._bars) - 1 else "primary"

    def _frame(self) -> Frame:
        top = self.top
        labels = [f"{v:g}" for v in (0, top / 2, top)]
        return frame_of(self._look, self.width(), self.height(), labels, 0.0, top)

    def _columns(self) -> list[tuple[float, float, float]]:
        """Left edge, pitch and bar width of each column."""
        if not self._bars:
            return []
        plot = self._frame().plot
        pitch = (plot.width() - _EDGE) / len(self._bars)
        width = min(pitch * _FILLED, self._look.px(30))
        return [(plot.left() + _EDGE + n * pitch, pitch, width) for n in range(len(self._bars))]
