"""Below the rows: one more stretch, the time to get ready, and the sentence about it all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from supple.core.dose_format import PREPARE
from supple.core.routine_format import NOTE_LENGTH
from supple.ui.flow import GAP, FlowLayout
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.stepper import Stepper

READY_TIP = (
    "The least time before each stretch. A change here is one for every row; "
    "the spoken lines may need longer."
)
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
        low, high = round(PREPARE.low), round(PREPARE.high)
        name = "Get ready time"
        self.prepare = Stepper(look, low, low, high, suffix=" s", name=name, tight=True)
        self.prepare.setFixedWidth(look.px(_STEPPER))
        self.prepare.changed.connect(self.prepare_set)
        self.prepare.field.editingFinished.connect(self.prepare_done)
        row.addWidget(Text(look, name, "small", "muted"))
        row.addWidget(self.prepare)
        self._ready.setToolTip(READY_TIP)
        self.prepare.field.setAccessibleDescription(READY_TIP)
        self.summary = QLineEdit()
        self.summary.setMaxLength(NOTE_LENGTH)
        self.summary.setPlaceholderText("What it is for, in one sentence")
        self.summary.setAccessibleName("What it is for, in one sentence")
        self._flow = FlowLayout([self.add, self._ready, self.summary])
        self._flow.setContentsMargins(0, 0, 0, 4)
        self.setLayout(self._flow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_summary(self, text: str) -> None:
        """Show the sentence, from its beginning."""
        if self.summary.text() != text:
            self.summary.setText(text)
            self.summary.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """Give the sentence what the others leave, or a line of its own."""
        others = [self.add, self._ready]
        taken = sum(w.sizeHint().width() + GAP for w in others if w.isVisibleTo(self))
        free = self.width() - taken - 1
        self.summary.setFixedWidth(free if free >= self._look.px(_SUMMARY) else self.width())

    def show_prepare(self, seconds: float | None) -> None:
        """The least time to get ready; None without rows."""
        self._ready.setVisible(seconds is not None)
        if seconds is not None:
            self.prepare.show_value(round(seconds))
        self._stretch()

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        shown = self._ready.isVisibleTo(self)
        return [self.add, *([self.prepare.field] if shown else []), self.summary]
