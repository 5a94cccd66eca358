"""Below the rows: one more stretch, the time to get ready, and the sentence about it all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from supple.core.routine_format import NOTE_LENGTH
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.stepper import Stepper

READY = "Get ready longer"
READY_TIP = (
    "So much longer than each stretch has by itself. Rows with a time of their own keep it; "
    "the spoken lines may need longer still."
)
MOST_S, STEP_S = 60, 5
_GAP = 8
_USUAL = 840
_STEPPER, _SUMMARY = 96, 240
"""Pixels of width; the sentence has at least so many, or a line of its own."""


class AddBar(QWidget):
    """Emits what is wanted; ``summary`` is the field of the sentence."""

    add_asked = Signal()
    prepare_set = Signal(int)
    prepare_done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.add = Button(look, "Add a stretch", "soft", icon="plus")
        self.add.clicked.connect(self.add_asked)
        self._ready = QWidget()
        row = QHBoxLayout(self._ready)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(8)
        self.prepare = Stepper(look, 0, 0, MOST_S, step=STEP_S, suffix=" s", name=READY, tight=True)
        self.prepare.changed.connect(self.prepare_set)
        self.prepare.field.editingFinished.connect(self.prepare_done)
        row.addWidget(Text(look, READY, "small", "muted"))
        row.addWidget(self.prepare)
        self._ready.setToolTip(READY_TIP)
        self.prepare.field.setAccessibleDescription(READY_TIP)
        self.summary = QLineEdit(self)
        self.summary.setMaxLength(NOTE_LENGTH)
        self.summary.setPlaceholderText("What it is for, in one sentence")
        self.summary.setAccessibleName("What it is for, in one sentence")
        for part in (self.add, self._ready, self.summary):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.prepare.setFixedWidth(self._look.px(_STEPPER))
        self.updateGeometry()
        self._place()

    def show_summary(self, text: str) -> None:
        """Show the sentence, from its beginning."""
        if self.summary.text() != text:
            self.summary.setText(text)
            self.summary.setCursorPosition(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1].bottom() + 5

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(self._look.px(_USUAL)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._look.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        parts = (self.add, self._ready, self.summary)
        for part, place in zip(parts, self._places(self.width()), strict=True):
            part.setGeometry(place)

    def _places(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Button, time and sentence; the sentence has what they leave, or a line of its own."""
        add, ready = self.add.sizeHint(), self._ready.sizeHint()
        high = max(add.height(), ready.height())
        first = QRect(QPoint(0, (high - add.height()) // 2), add)
        then = QRect(QPoint(first.right() + 1 + _GAP, (high - ready.height()) // 2), ready)
        left, field = then.right() + 1 + _GAP, self.summary.sizeHint().height()
        if width - left >= self._look.px(_SUMMARY):
            place = QRect(left, (high - field) // 2, width - left, field)
        else:
            place = QRect(0, high + _GAP, width, field)
        return first, then, place

    def show_prepare(self, seconds: float) -> None:
        """How much longer every row gets ready than its stretch does by itself."""
        self.prepare.show_value(round(seconds))

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        return [self.add, self.prepare.field, self.summary]
