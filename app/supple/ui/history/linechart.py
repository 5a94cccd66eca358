"""The angle of the straight leg raise, left and right, over time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from supple.core.history_view import AnglePoint
from supple.ui.history.axes import (
    Frame,
    frame_of,
    months_at,
    named_at,
    paint_foot,
    paint_note,
    paint_rules,
)
from supple.ui.history.chart import Chart
from supple.ui.look import Look

TARGET = 80.0
"""Degrees from which the leg raise is called free."""
_LOW, _HIGH = 30.0, 90.0
_DOT = 4.0
_EDGE = 8.0
_BAND = 0.5
_YEAR = 366
"""Days from which a month does not tell which one it is."""


class LineChart(Chart):
    """A line for each leg, the right one with square points, in the band of what is not known."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Leg raise angle")
        self._points: tuple[AnglePoint, ...] = ()
        self._error = 0.0

    def show_angles(
        self, points: Sequence[AnglePoint], error: float, words: str, table: str
    ) -> None:
        """``error``: degrees a reading may be off by."""
        self._points = tuple(points)
        self._error = error
        self.show_points([p.text for p in points], words, table)

    def spots(self) -> list[QRectF]:
        xs = self._xs()
        if not xs:
            return []
        halves = [(a + b) / 2 for a, b in pairwise(xs)]
        edges = [0.0, *halves, float(self.width())]
        foot = self._frame().plot.bottom()
        return [QRectF(a, 0, b - a, foot) for a, b in pairwise(edges)]

    def end_labels(self) -> list[tuple[str, str, float]]:
        """Text, colour token and base line of what stands at the end of each line.

        They are never closer than a line of text, and never outside the plot.
        """
        frame, line = self._frame(), float(self._look.line("caption"))
        ends = [(t, "left-ink", v) for t, v in self._last("L", "left")]
        ends += [(t, "right-ink", v) for t, v in self._last("R", "right")]
        half = QFontMetricsF(self._look.font("caption")).capHeight() / 2
        places = sorted(((t, c, frame.y(v) + half) for t, c, v in ends), key=lambda e: e[2])
        if len(places) == 2 and places[1][2] - places[0][2] < line:
            middle = (places[0][2] + places[1][2]) / 2
            low, high = frame.plot.top() + line, frame.plot.bottom() - 2
            middle = max(low + line / 2, min(high - line / 2, middle))
            places = [
                (places[0][0], places[0][1], middle - line / 2),
                (places[1][0], places[1][1], middle + line / 2),
            ]
        return places

    def paint_chart(self, painter: QPainter) -> None:
        look, frame = self._look, self._frame()
        paint_rules(painter, look, frame, [(v, f"{v:g}°") for v in self._ticks()])
        self._paint_target(painter, frame)
        if not self._points:
            paint_note(painter, look, frame, "No leg raise check yet")
            return
        right, left = self._line("right"), self._line("left")
        for leg, places in (("right", right), ("left", left)):
            self._paint_band(painter, frame, leg, places)
        self._paint_guide(painter, frame)
        for leg, places in (("right", right), ("left", left)):
            self._paint_line(painter, leg, places)
        self._paint_ends(painter)
        paint_foot(painter, look, frame, self.names(), "")

    def names(self) -> list[tuple[float, str]]:
        """Where each month begins; of more than a year, where each year does."""
        days = [p.day for p in self._points]
        starts = [x - _DOT for x in self._xs()]
        if days and (days[-1] - days[0]).days > _YEAR:
            return named_at(zip(starts, [str(day.year) for day in days], strict=True))
        return months_at([(x, day.month) for x, day in zip(starts, days, strict=True)])

    def _paint_target(self, painter: QPainter, frame: Frame) -> None:
        theme = self._look.theme
        y = round(frame.y(TARGET)) + 0.5
        pen = QPen(theme.color("ink"), 1.5)
        pen.setDashPattern([5 / 1.5, 4 / 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(frame.plot.left(), y, frame.plot.right(), y))
        painter.setFont(self._look.font("caption"))
        painter.drawText(QPointF(frame.plot.left() + 4, y - 5), "80° target")

    def _paint_band(self, painter: QPainter, frame: Frame, leg: str, places: list[QPointF]) -> None:
        if not self._error or not places:
            return
        tall = frame.y(0.0) - frame.y(self._error)
        if len(places) == 1:
            places = [places[0] - QPointF(_DOT, 0), places[0] + QPointF(_DOT, 0)]
        above = [p - QPointF(0, tall) for p in places]
        below = [p + QPointF(0, tall) for p in reversed(places)]
        painter.save()
        painter.setClipRect(frame.plot)
        painter.setOpacity(_BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color(f"{leg}-soft"))
        painter.drawPolygon(QPolygonF([*above, *below]))
        painter.restore()

    def _paint_guide(self, painter: QPainter, frame: Frame) -> None:
        """Where the point looked at is."""
        if 0 <= self.at < len(self._points):
            x = self._xs()[self.at]
            painter.setPen(QPen(self._look.theme.color("control"), 1))
            painter.drawLine(QLineF(x, frame.plot.top(), x, frame.plot.bottom()))

    def _paint_line(self, painter: QPainter, leg: str, places: list[QPointF]) -> None:
        theme = self._look.theme
        pen = QPen(theme.color(leg), 2.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.setBrush(theme.color(leg))
        for place in places:
            box = QRectF(place.x() - _DOT, place.y() - _DOT, 2 * _DOT, 2 * _DOT)
            if leg == "left":
                painter.drawEllipse(box)
            else:
                painter.drawRoundedRect(box, 1, 1)

    def _paint_ends(self, painter: QPainter) -> None:
        font = self._look.font("caption", numbers=True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for text, token, base in self.end_labels():
            painter.setPen(self._look.theme.color(token))
            x = self.width() - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(x, base), text)

    def _line(self, leg: str) -> list[QPointF]:
        """Where the points of a leg are; days it was not measured on are left out."""
        frame = self._frame()
        found = []
        for x, point in zip(self._xs(), self._points, strict=True):
            angle = point.left if leg == "left" else point.right
            if angle is not None:
                found.append(QPointF(x, frame.y(angle)))
        return found

    def _last(self, letter: str, leg: str) -> list[tuple[str, float]]:
        """The newest angle of a leg in words, and as it is; nothing when there is none."""
        angles = [p.left if leg == "left" else p.right for p in self._points]
        known = [angle for angle in angles if angle is not None]
        return [(f"{letter} {known[-1]:.0f}°", known[-1])] if known else []

    def _xs(self) -> list[float]:
        """Where each day is: as far apart as the days were."""
        if not self._points:
            return []
        plot = self._frame().plot
        room = QFontMetricsF(self._look.font("caption", numbers=True)).horizontalAdvance("R 100°")
        left, right = plot.left() + _EDGE, plot.right() - room - _EDGE
        first = self._points[0].day
        span = (self._points[-1].day - first).days
        if not span:
            return [right if len(self._points) == 1 else left for _ in self._points]
        return [left + (right - left) * (p.day - first).days / span for p in self._points]

    def _ticks(self) -> list[float]:
        frame_low, high = self._range()
        step = 20.0 if high - frame_low <= 80 else 30.0
        count = int((high - frame_low) / step)
        return [frame_low + n * step for n in range(count + 1)]

    def _range(self) -> tuple[float, float]:
        known = [a for p in self._points for a in (p.left, p.right) if a is not None]
        lowest, highest = min(known, default=_LOW), max(known, default=_HIGH)
        if lowest < _LOW:
            return 0.0, 120.0 if highest > _HIGH else 90.0
        return _LOW, 110.0 if highest > _HIGH else _HIGH

    def _frame(self) -> Frame:
        low, high = self._range()
        return frame_of(self._look, self.width(), self.height(), [f"{high:g}°"], low, high)
