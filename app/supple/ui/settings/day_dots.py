"""The days of a week to choose from, as round buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supple.core import labels
from supple.core.breaks.times import DAYS
from supple.ui.look import Look
from supple.ui.widgets import draw

_SIDE, _GAP = 34, 6


class DayDots(QWidget):
    """``changed`` carries the chosen days, of ``DAYS`` and in their order."""

    changed = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        """``name`` is what a screen reader says before the days."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._first = 0
        self.dots: dict[str, DayDot] = {}
        for number, key in enumerate(DAYS):
            dot = DayDot(look, labels.weekday(date(2001, 1, 1 + number)))  # the first is a Monday
            dot.clicked.connect(self._on_click)
            self._row.addWidget(dot)
            self.dots[key] = dot

    def choose(self, days: Sequence[str], first: int = 0) -> None:
        """Show ``days``, without a signal. ``first`` is the weekday on the left, 0 Monday."""
        for key, dot in self.dots.items():
            dot.setChecked(key in days)
        if first != self._first:
            self._first = first
            ordered = [self.dots[DAYS[(first + n) % len(DAYS)]] for n in range(len(DAYS))]
            for place, dot in enumerate(ordered):
                self._row.insertWidget(place, dot)
            for earlier, later in pairwise(ordered):
                QWidget.setTabOrder(earlier, later)

    def _on_click(self) -> None:
        self.changed.emit(tuple(key for key, dot in self.dots.items() if dot.isChecked()))


class DayDot(QAbstractButton):
    """One day, named by its first letter."""

    def __init__(self, look: Look, day: str) -> None:
        super().__init__()
        self._look = look
        self.setText(day[0])
        self.setAccessibleName(day)
        self.setToolTip(day)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        side = self._look.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        on = self.isChecked()
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        if on:
            fill = theme.color("primary-hover" if self.underMouse() else "primary")
            draw.rounded(painter, box, box.height() / 2, fill)
        else:
            fill = theme.color("sunken" if self.underMouse() else "surface")
            draw.rounded(painter, box, box.height() / 2, fill, theme.color("control"))
        painter.setFont(self._look.font("small-strong"))
        painter.setPen(theme.color("on-primary" if on else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
