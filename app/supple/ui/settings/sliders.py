"""A slider with its value beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from supple.ui.look import Look
from supple.ui.settings.rows import RING
from supple.ui.settings.wheel import PassWheel
from supple.ui.text import Text

_WIDTH, _VALUE = 200, 48


class ValueSlider(QWidget):
    """``changed`` carries the whole number a person moves it to."""

    changed = Signal(int)

    def __init__(
        self, look: Look, name: str, low: int, high: int, shown: Callable[[int], str]
    ) -> None:
        """``shown`` says a value in words; ``name`` is what a screen reader says."""
        super().__init__()
        self._look = look
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(name)
        self.slider.setRange(low, high)
        step = max(1, (high - low) // 20)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(2 * step)
        self.slider.setFixedWidth(_WIDTH)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        PassWheel(self.slider)
        self._value = Text(look, shown(high), "small", numbers=True)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._value.setAlignment(right)
        row = QHBoxLayout(self)
        # Room for the ring round the slider.
        row.setContentsMargins(RING, RING, 0, RING)
        row.addWidget(self.slider)
        row.addWidget(self._value)
        self.slider.valueChanged.connect(lambda n: self._value.say(shown(n)))
        self.slider.valueChanged.connect(self.changed)
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._value.setFixedWidth(self._look.px(_VALUE))
