"""What practice has changed so far: pain, and the angle of each leg."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.core import labels
from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_ROW = 38


class GoingCard(Card):
    """A row for each thing that is known; nothing is shown of what is not."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self.body.setSpacing(0)
        self.body.addWidget(Text(look, "How it is going", "subhead"))
        self._pain = _Row(look, "Pain, last session")
        self._before = Text(look, "", "body-strong", numbers=True)
        self._after = Text(look, "", "body-strong", numbers=True)
        for part in (self._before, Text(look, "to", "body", "muted"), self._after):
            self._pain.line.addWidget(part)
        self._legs = _Row(look, "Leg raise")
        self._left = Chip(look, "", "left")
        self._right = Chip(look, "", "right")
        self._legs.line.addWidget(self._left)
        self._legs.line.addWidget(self._right)
        self._check = _Row(look, "Next check")
        self._when = Text(look, "", "body-strong", numbers=True)
        self._check.line.addWidget(self._when)
        self.body.addSpacing(4)
        for row in (self._pain, self._legs, self._check):
            self.body.addWidget(row)
        self.body.addStretch(1)

    def show_going(self, view: TodayView) -> None:
        """Show what ``view`` knows."""
        told = []
        if view.pain is not None:
            before, after = view.pain
            self._before.say(str(before))
            self._after.say(str(after))
            told.append(f"Pain in the last session: {before} before, {after} after")
        if view.legs is not None:
            left, right = (labels.degrees(value) for value in view.legs)
            self._left.setText(f"L {left}")
            self._right.setText(f"R {right}")
            told.append(f"Leg raise: left {left}, right {right}")
        if view.next_check:
            self._when.say(view.next_check)
            told.append(f"Next check {view.next_check}")
        shown = (view.pain is not None, view.legs is not None, bool(view.next_check))
        rows = (self._pain, self._legs, self._check)
        for n, row in enumerate(rows):
            row.setVisible(shown[n])
            row.ruled = shown[n] and any(shown[:n])
        self.setAccessibleName("How it is going")
        self.setAccessibleDescription(". ".join(told))
        self.setVisible(any(shown))


class _Row(QWidget):
    """A name at the left, and what is known of it at the right."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.ruled = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(5)
        self.line.addWidget(Text(look, name, "small", "muted"))
        self.line.addStretch(1)
        self._fit()
        look.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.ruled:
            painter = draw.smooth(self)
            draw.flat(painter, QRect(0, 0, self.width(), 1), self._look.theme.color("line"))
            painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(_ROW))
