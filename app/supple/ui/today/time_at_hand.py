"""How much time there is, asked quietly on the Today page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.segmented import Segmented

ANY = "any"
LENGTHS = ((ANY, "Any"), ("3", "3"), ("5", "5"), ("10", "10"), ("20", "20 min"))
"""Keys, which are minutes but for ``ANY``, and labels."""


class TimeAtHand(QWidget):
    """The words "I have" and a few lengths to choose from."""

    minutes_asked = Signal(object)
    """Minutes at hand as a float; None for any length."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Segmented(look, LENGTHS, ANY, small=True, name="Time at hand")
        self.choice.chosen.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Text(look, "I have", "small", "muted"))
        row.addWidget(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _on_chosen(self, key: str) -> None:
        self.minutes_asked.emit(None if key == ANY else float(key))
