"""A quiet row that offers one thing to do besides stretching."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card


class Nudge(Card):
    """A sentence and a small button."""

    asked = Signal()

    def __init__(self, look: Look, text: str, button: str) -> None:
        super().__init__(look, 20)
        self.body.setContentsMargins(20, 10, 20, 10)
        act = Button(look, button, size="small")
        act.setAccessibleDescription(text)
        act.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Text(look, text, "body", "muted", wrap=True), 1)
        row.addWidget(act)
        self.body.addLayout(row)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
