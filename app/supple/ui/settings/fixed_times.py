"""The times of day that ask by themselves, as the daily plan has them, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core.my_plan import Known, entries, told
from supple.core.settings import Settings
from supple.ui.look import Look
from supple.ui.page import clear
from supple.ui.settings.rows import RING
from supple.ui.text import Text
from supple.ui.widgets.button import Button

_NONE = "None yet. Breaks then come after a time at the computer only."
_NOTHING = "None yet. No break comes by itself."


class FixedTimes(QWidget):
    """A line for each. They are changed in the plan, where each is there once."""

    plan_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[str, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.change = Button(look, "Change in my plan", size="small")
        self.change.setAccessibleDescription("The daily plan, under Plan and goal")
        self.change.clicked.connect(lambda: self.plan_asked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, RING, 14)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)

    def show_times(self, settings: Settings, known: Known) -> None:
        """The times that ``settings`` hold."""
        lines = tuple(told(entry) for entry in entries(settings, known))
        if not lines:
            lines = (_NONE if settings.break_interval else _NOTHING,)
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._rows)
        for line in lines:
            text = Text(self._look, line, "body", wrap=True)
            self._rows.addWidget(text)
            text.show()
