"""What to do, in numbered rows; the one that is read out stands out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supple.core.check_script import Instruction
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.card import Card

IN = 12
"""Pixels by which a row stands out to either side of what is above it."""


class StepRow(QWidget):
    """A number, what to do, and how."""

    def __init__(self, look: Look, number: int, step: Instruction) -> None:
        super().__init__()
        self._look = look
        self._on = False
        self._ruled = number > 1
        self.spoken = step.spoken
        self._number = Text(look, str(number), "heading", "primary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(look, step.what, "body-strong", wrap=True))
        words.addWidget(Text(look, step.how, "small", "muted", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(IN, 9, IN, 9)
        row.setSpacing(0)
        self._number.setFixedWidth(look.px(32))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_on(self, on: bool) -> None:
        """Whether it is being read out."""
        if on != self._on:
            self._on = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ruled:
            draw.flat(painter, QRect(IN, 0, self.width() - 2 * IN, 1), theme.color("line"))
        if self._on:
            box = QRectF(self.rect()).adjusted(0, 4, 0, -4)
            draw.rounded(painter, box, 8, theme.color("primary-soft"))
        painter.end()


class Steps(QWidget):
    """All rows of one check."""

    def __init__(self, look: Look, steps: Sequence[Instruction]) -> None:
        super().__init__()
        self.rows = [StepRow(look, n, step) for n, step in enumerate(steps, 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)

    def show_line(self, text: str) -> None:
        """Mark the row that says ``text``; none where no row does."""
        for row in self.rows:
            row.set_on(row.spoken == text)


class HowCard(Card):
    """The figure of a check above what to do."""

    def __init__(
        self, look: Look, pictures: Pictures, figure: str, steps: Sequence[Instruction]
    ) -> None:
        super().__init__(look, 24)
        self.picture = Picture(pictures, padding=8)
        self.picture.show_figure(figure)
        self.picture.setMinimumHeight(170)
        self.steps = Steps(look, steps)
        self.body.setSpacing(14)
        self.body.setContentsMargins(24 - IN, 24, 24 - IN, 18)
        framed = QHBoxLayout()
        framed.setContentsMargins(IN, 0, IN, 0)
        framed.addWidget(self.picture)
        self.body.addLayout(framed, 1)
        self.body.addWidget(self.steps)


class Sign(QLabel):
    """An icon on its own."""

    def __init__(self, look: Look, icon: str, token: str, side: int = 20) -> None:
        super().__init__()
        self._look, self._icon, self._token, self._side = look, icon, token, side
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = self._look.px(self._side)
        pixmap = self._look.pixmap(self._icon, self._token, side, self.devicePixelRatioF())
        self.setPixmap(pixmap)
