"""This week against the goal."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.stats import Week
from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.card import Card
from supple.ui.widgets.weekring import WeekRing

_DOT = 26


class WeekCard(Card):
    """The ring, what is left to the goal, the weeks in a row, and the seven days."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self._ring = WeekRing(look, 104, caption="days")
        self._line = Text(look, "", "small", "muted", wrap=True)
        self._flame = QLabel()
        self._streak = Text(look, "", "small-strong", "primary")
        self._days = DayRow(look)
        streak = QHBoxLayout()
        streak.setSpacing(6)
        streak.addWidget(self._flame)
        streak.addWidget(self._streak)
        streak.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, "This week", "subhead"))
        words.addSpacing(2)
        words.addWidget(self._line)
        words.addSpacing(8)
        words.addLayout(streak)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._ring)
        row.addLayout(words, 1)
        self.body.setSpacing(0)
        self.body.addLayout(row)
        self.body.addSpacing(16)
        self.body.addWidget(self._days)
        self.body.addStretch(1)
        look.changed.connect(self._refresh)
        self._refresh()

    def show_week(self, view: TodayView) -> None:
        """Show ``view``'s week."""
        self._ring.set_days(view.week.done, view.week.goal, view.week.unit)
        self._line.say(view.week_line)
        self._streak.say(view.streak)
        self._streak.setVisible(bool(view.streak))
        self._streak.setAccessibleName(f"{view.streak} in a row")
        self._streak.setToolTip(f"{view.streak} in a row that reached the goal")
        self._flame.setVisible(bool(view.streak))
        self._days.show_week(view.week)
        self.setAccessibleName("This week")

    def _refresh(self) -> None:
        side = self._look.px(15)
        dpr = self.devicePixelRatioF()
        self._flame.setPixmap(self._look.pixmap("flame", "primary", side, dpr))


class DayRow(QWidget):
    """Seven days, each with its letter; those that count are ticked, days off have a dash."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._week: Week | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_week(self, week: Week) -> None:
        """Show ``week``."""
        self._week = week
        days = [week.start + timedelta(days=n) for n in range(7)]
        done = [labels.weekday(day) for day, on in zip(days, week.days, strict=True) if on]
        self.setAccessibleName("Days with a session")
        free = [labels.weekday(day) for day, on in zip(days, week.off, strict=True) if on]
        told = ", ".join(done)
        if free:
            told = f"{told or 'None so far'}. Off: {', '.join(free)}"
        self.setAccessibleDescription(told or "None so far")
        self.setToolTip(told)
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(7 * _DOT + 12), self._look.line("caption") + px(6 + _DOT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        week = self._week
        if week is None:
            return
        painter = draw.smooth(self)
        dot = self._look.px(_DOT)
        step = (self.width() - dot) / 6
        for n, on in enumerate(week.days):
            letter = labels.weekday(week.start + timedelta(days=n))[0]
            self._paint_day(painter, n * step, letter, on, n == week.today)
            if week.off[n] and not on:
                self._paint_off(painter, n * step)
        painter.end()

    def _paint_day(self, painter: QPainter, x: float, letter: str, on: bool, now: bool) -> None:
        look, theme = self._look, self._look.theme
        dot = look.px(_DOT)
        head = look.line("caption")
        painter.setFont(look.font("small-strong" if now else "caption"))
        painter.setPen(theme.color("ink" if now else "muted"))
        painter.drawText(QRectF(x, 0, dot, head), Qt.AlignmentFlag.AlignCenter, letter)
        box = QRectF(x, head + look.px(6), dot, dot)
        fill, edge = ("primary", None) if on else ("h0", theme.edge)
        draw.rounded(painter, box, dot / 2, theme.color(fill), edge, 2.0)
        if on:
            side = look.px(15)
            tick = look.pixmap("check", "on-primary", side, self.devicePixelRatioF())
            corner = box.center().toPoint()
            painter.drawPixmap(corner.x() - side // 2, corner.y() - side // 2, tick)

    def _paint_off(self, painter: QPainter, x: float) -> None:
        """A dash: nothing was missed on that day."""
        look = self._look
        dot, wide, tall = look.px(_DOT), look.px(10), look.px(2)
        top = look.line("caption") + look.px(6) + (dot - tall) / 2
        box = QRectF(x + (dot - wide) / 2, top, wide, tall)
        draw.rounded(painter, box, tall / 2, look.theme.color("muted"))
