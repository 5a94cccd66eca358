"""Pain before and after each session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from supple.core.history_view import PainPair
from supple.ui.history.axes import Frame, frame_of, month, paint_foot, paint_note, paint_rules
from supple.ui.history.chart import Chart
from supple.ui.look import Look

_WORST = 10.0
_TICKS = (0.0, 5.0, 10.0)
_DOT = 4.5
_EDGE = 10.0
_WIDEST = 40.0


class DumbbellChart(Chart):
    """An open point before, a full one after, and a line between them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Back pain before and after, 0 to 10")
        self._pairs: tuple[PainPair, ...] = ()
        self._count = 0
        self._today: date | None = None

    def show_pairs(
        self, pairs: Sequence[PainPair], count: int, today: date, words: str, table: str
    ) -> None:
        """``count`` pairs there are in all."""
        self._pairs = tuple(pairs)
        self._count = count
        self._today = today
        self.show_points([p.text for p in pairs], words, table)

    def spots(self) -> list[QRectF]:
        half, foot = self._pitch() / 2, self._frame().plot.bottom()
        return [QRectF(x - half, 0, 2 * half, foot) for x in self._xs()]

    def places(self) -> list[tuple[QPointF, QPointF]]:
        """Where the points before and after are."""
        frame = self._frame()
        pairs = zip(self._xs(), self._pairs, strict=True)
        return [(QPointF(x, frame.y(p.before)), QPointF(x, frame.y(p.after))) for x, p in pairs]

    def words(self) -> tuple[str, str]:
        """What stands below: how many are shown, and when the newest was."""
        shown = len(self._pairs)
        many = "1 session" if shown == 1 else f"{shown} sessions"
        if self._count > shown:
            many = f"last {shown} of {self._count}"
        if not self._pairs:
            return "", ""
        newest = self._pairs[-1].day
        return many, "today" if newest == self._today else f"{newest.day} {month(newest.month)}"

    def paint_chart(self, painter: QPainter) -> None:
        look, frame = self._look, self._frame()
        paint_rules(painter, look, frame, [(v, f"{v:g}") for v in _TICKS])
        if not self._pairs:
            paint_note(painter, look, frame, "Not enough data yet")
            return
        for n, (before, after) in enumerate(self.places()):
            self._paint_pair(painter, before, after, looked_at=n == self.at)
        many, newest = self.words()
        paint_foot(painter, look, frame, [(frame.plot.left() + 4, many)], newest)

    def _paint_pair(
        self, painter: QPainter, before: QPointF, after: QPointF, *, looked_at: bool
    ) -> None:
        theme = self._look.theme
        worse = after.y() < before.y()
        if looked_at:
            halo = QPen(theme.color("sunken"), 2 * _DOT + 10)
            halo.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(halo)
            painter.drawLine(QLineF(before, after + QPointF(0, 0.01)))
        painter.setPen(QPen(theme.color("accent" if worse else "h2"), 2))
        painter.drawLine(QLineF(before, after))
        painter.setPen(QPen(theme.color("muted"), 2))
        painter.setBrush(theme.color("surface"))
        same = before == after
        # Without a change the open point stands round the full one.
        radius = _DOT + 2 if same else _DOT - 0.5
        painter.drawEllipse(before, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(after, _DOT - same, _DOT - same)

    def _pitch(self) -> float:
        plot = self._frame().plot
        many = max(1, len(self._pairs) - 1)
        return min((plot.width() - 2 * _EDGE) / many, self._look.px(_WIDEST))

    def _xs(self) -> list[float]:
        left, pitch = self._frame().plot.left() + _EDGE, self._pitch()
        return [left + n * pitch for n in range(len(self._pairs))]

    def _frame(self) -> Frame:
        return frame_of(self._look, self.width(), self.height(), ["10"], 0.0, _WORST)
