"""Minutes each muscle group was stretched this week, against the published dose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from supple.core.history_view import MuscleDose
from supple.ui.history.chart import Chart
from supple.ui.look import Look
from supple.ui.widgets import draw

_ROW, _BAR = 30, 10
_TICK = 15
_SPARE = 1.3
"""The track goes on behind the dose, so that more than it can be seen."""


class DoseChart(Chart):
    """A bar to the right for each muscle group; a dashed line is the dose."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Minutes by muscle, this week")
        self._doses: tuple[MuscleDose, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_doses(self, doses: Sequence[MuscleDose], words: str, table: str) -> None:
        """A row for each, top to bottom."""
        self._doses = tuple(doses)
        self.show_points([dose.text for dose in doses], words, table)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = max(1, len(self._doses))
        return QSize(self._look.px(400), rows * self._look.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def steps(self) -> dict[Qt.Key, int]:
        steps = super().steps()
        steps[Qt.Key.Key_Up], steps[Qt.Key.Key_Down] = -1, 1
        return steps

    def spots(self) -> list[QRectF]:
        row = self._look.px(_ROW)
        return [QRectF(0, n * row, self.width(), row) for n in range(len(self._doses))]

    def bar_rects(self) -> list[QRectF]:
        """Where each bar is drawn; empty ones have no width."""
        track, tall = self._track(), self._look.px(_BAR)
        rects = []
        for spot, dose in zip(self.spots(), self._doses, strict=True):
            part = min(_SPARE, dose.minutes / dose.goal_min if dose.goal_min else 0.0)
            top = spot.center().y() - tall / 2
            rects.append(QRectF(track.left(), top, track.width() * part / _SPARE, tall))
        return rects

    def paint_chart(self, painter: QPainter) -> None:
        if not self._doses:
            painter.setFont(self._look.font("small"))
            painter.setPen(self._look.theme.color("muted"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignVCenter, "Nothing held this week yet"
            )
            return
        for n, (dose, bar) in enumerate(zip(self._doses, self.bar_rects(), strict=True)):
            self._paint_row(painter, dose, bar, self.spots()[n], looked_at=n == self.at)
        self._paint_line(painter)

    def _paint_row(
        self, painter: QPainter, dose: MuscleDose, bar: QRectF, row: QRectF, *, looked_at: bool
    ) -> None:
        look, theme, track = self._look, self._look.theme, self._track()
        if looked_at:
            draw.rounded(painter, row.adjusted(-6, 1, 6, -1), 8, theme.color("sunken"))
        painter.setFont(look.font("small"))
        painter.setPen(theme.color("ink"))
        name = QRectF(0, row.top(), track.left() - 12, row.height())
        metrics = QFontMetricsF(look.font("small"))
        right = Qt.TextElideMode.ElideRight
        text = metrics.elidedText(dose.muscle, right, name.width() + 0.5)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, text)
        radius = bar.height() / 2
        ground = QRectF(track.left(), bar.top(), track.width(), bar.height())
        draw.rounded(painter, ground, radius, theme.color("h0"), theme.edge)
        if bar.width() > 0:
            width = max(bar.width(), bar.height())
            filled = QRectF(bar.left(), bar.top(), width, bar.height())
            draw.rounded(painter, filled, radius, theme.color("primary" if _is_met(dose) else "h3"))
        self._paint_amount(painter, dose, QRectF(0, row.top(), self.width(), row.height()))

    def _paint_amount(self, painter: QPainter, dose: MuscleDose, row: QRectF) -> None:
        """How much it is, with a tick where it is enough."""
        look = self._look
        font = look.font("small-medium", numbers=True)
        painter.setFont(font)
        painter.setPen(look.theme.color("ink" if dose.minutes else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(row, flags, _amount(dose))
        if _is_met(dose):
            side = look.px(_TICK)
            width = QFontMetricsF(font).horizontalAdvance(_amount(dose))
            tick = look.pixmap("check", "primary", side, self.devicePixelRatioF())
            corner = QPointF(row.right() - width - side - 4, row.center().y() - side / 2)
            painter.drawPixmap(corner, tick)

    def _paint_line(self, painter: QPainter) -> None:
        track = self._track()
        x = round(track.left() + track.width() / _SPARE) + 0.5
        pen = QPen(self._look.theme.color("ink"), 1.5)
        pen.setDashPattern([3, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(x, 4, x, self.height() - 4))

    def _track(self) -> QRectF:
        """Where bars may be; names stand left of it and minutes right."""
        look = self._look
        names = QFontMetricsF(look.font("small"))
        ends = QFontMetricsF(look.font("small-medium", numbers=True))
        name = max((names.horizontalAdvance(d.muscle) for d in self._doses), default=0.0)
        name = min(name, self.width() * 0.4)
        end = max((ends.horizontalAdvance(_amount(d)) for d in self._doses), default=0.0)
        if any(_is_met(dose) for dose in self._doses):
            tick = look.px(_TICK) + 4
            end = max(end, tick + ends.horizontalAdvance("600 min"))
        left = name + 13
        return QRectF(left, 0, max(20.0, self.width() - left - end - 12), self.height())


def _is_met(dose: MuscleDose) -> bool:
    return dose.minutes >= dose.goal_min


def _amount(dose: MuscleDose) -> str:
    """Whole minutes, rounded down: nearly ten are not ten yet."""
    if _is_met(dose):
        return f"{int(dose.minutes)} min"
    return f"{int(dose.minutes)} of {dose.goal_min:g} min"
