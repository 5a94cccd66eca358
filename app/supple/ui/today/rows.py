"""The list under what is up next: today's sessions and other routines."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core.offer import Offer
from supple.core.today import Done
from supple.ui.look import Look
from supple.ui.page import clear
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_ROW = 64


class RowsCard(Card):
    """One card of rows with a line between them."""

    start_asked = Signal(str)
    """Id of the routine."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self.body.setContentsMargins(20, 16, 20, 4)
        self.body.setSpacing(2)
        self._head = Text(look, "More for today", "subhead")
        self._shown: tuple[tuple[Done, ...], tuple[Offer, ...]] | None = None
        self.starts: list[Button] = []
        """The buttons of the rows."""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addWidget(self._head)
        self.body.addLayout(self._rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, done: tuple[Done, ...], more: tuple[Offer, ...]) -> None:
        """Sessions of today, and the routines ``more``."""
        if (done, more) == self._shown:
            # New rows would take the focus away from whoever is on one.
            return
        self._shown = (done, more)
        at = focused(self.starts)
        clear(self._rows)
        rows: list[QWidget] = [DoneRow(self._look, one) for one in done]
        for offer in more:
            row = OfferRow(self._look, offer)
            row.start_asked.connect(self.start_asked)
            rows.append(row)
        self.starts = [row.start for row in rows if isinstance(row, OfferRow)]
        for n, widget in enumerate(rows):
            widget.setProperty("ruled", n > 0)
            self._rows.addWidget(widget)
        give_focus(self.starts, at)
        self._head.say("Today" if done else "More for today")
        self.setVisible(bool(rows))


def focused(starts: Sequence[Button]) -> tuple[int, str] | None:
    """Which of ``starts`` has the focus, by number and name; None for none."""
    return next(
        ((n, b.objectName()) for n, b in enumerate(starts) if b is b.window().focusWidget()), None
    )


def give_focus(starts: Sequence[Button], at: tuple[int, str] | None) -> None:
    """Lead whoever was ``at`` a button before to the one of that name now, or to the nearest."""
    if at is not None and starts:
        number, name = at
        near = starts[min(number, len(starts) - 1)]
        same = next((button for button in starts if button.objectName() == name), near)
        same.setFocus(Qt.FocusReason.OtherFocusReason)


class Mark(Enum):
    """What stands before a row."""

    OPEN = auto()
    NEXT = auto()
    DONE = auto()


class Row(QWidget):
    """A mark, a name with a detail below it, and something at the end."""

    def __init__(self, look: Look, name: str, detail: str, *, mark: Mark) -> None:
        super().__init__()
        self._look = look
        self._mark = mark
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(look.px(24) + 16, 0, 0, 0)
        self.line.setSpacing(16)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addStretch(1)
        self._words.addWidget(Text(look, name, "body-strong", elide=True))
        self._words.addWidget(Text(look, detail, "small", "muted", elide=True))
        self._words.addStretch(1)
        self.line.addLayout(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        if self.property("ruled"):
            draw.flat(painter, QRect(0, 0, self.width(), 1), theme.color("line"))
        side = self._look.px(24)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        if self._mark is Mark.DONE:
            draw.rounded(painter, box, side / 2, theme.color("primary"))
            size = self._look.px(15)
            tick = self._look.pixmap("check", "on-primary", size, self.devicePixelRatioF())
            corner = box.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(corner, tick)
        else:
            coming = self._mark is Mark.NEXT
            painter.setPen(QPen(theme.color("primary" if coming else "control"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            if coming:
                dot = QRectF(0, 0, side * 0.42, side * 0.42)
                dot.moveCenter(box.center())
                draw.rounded(painter, dot, dot.width() / 2, theme.color("primary"))
        painter.end()


class DoneRow(Row):
    """A session of today."""

    def __init__(self, look: Look, done: Done) -> None:
        mark = Mark.DONE if done.whole else Mark.OPEN
        super().__init__(look, done.name, f"{done.at}, {done.detail}", mark=mark)
        self.line.addWidget(Text(look, done.how, "small", "muted"))
        self.setAccessibleName(f"{done.name} at {done.at}, {done.how.lower()}, {done.detail}")


class OfferRow(Row):
    """A routine to start."""

    start_asked = Signal(str)

    def __init__(self, look: Look, offer: Offer) -> None:
        super().__init__(look, offer.name, offer.detail, mark=Mark.OPEN)
        if offer.read_first:
            self.line.addWidget(Chip(look, "Read first", "care", icon="shield-alert"))
        self.start = button = Button(look, "Start now", size="small")
        button.setObjectName(offer.routine)
        caution = ", read first" if offer.read_first else ""
        button.setAccessibleName(f"Start {offer.name}, {offer.detail}{caution}")
        button.clicked.connect(lambda: self.start_asked.emit(offer.routine))
        self.line.addWidget(button)
