"""One time of the daily plan: what comes, when, on which days, and how it is changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from supple.core.my_plan import Entry
from supple.ui.look import Look
from supple.ui.settings.pick import Pick
from supple.ui.settings.rows import SettingRow
from supple.ui.widgets.button import Button

_PICK, _ROOM = 220, 500
"""Pixels at text size 1: of the days, and below which the buttons stand above them."""
_NAME = 120
"""Pixels for the name, at least."""
_BESIDE, _ABOVE = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PlanEntry(QWidget):
    """A row. Its signals carry the text of the entry, as the settings have it."""

    moved = Signal(str, str)
    """Also the key of other days."""
    change_asked = Signal(str)
    gone = Signal(str)

    def __init__(self, look: Look, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        named = f"{entry.name} at {entry.fixed.clock}"
        self.days = Pick(look, f"Days of {named}", entry.when, width=_PICK, compact=True)
        self.days.choose(entry.day_key)
        self.days.set_hint(entry.hint)
        self.days.picked.connect(lambda key: self.moved.emit(entry.text, key))
        self.change = Button(look, "", "quiet", "small", icon="pencil", hint=f"Change {named}")
        self.change.clicked.connect(lambda: self.change_asked.emit(entry.text))
        self.leave_out = Button(look, "", "quiet", "small", icon="x", hint=f"Take out {named}")
        self.leave_out.clicked.connect(lambda: self.gone.emit(entry.text))
        box = QWidget()
        self._look = look
        self._control = QBoxLayout(_BESIDE, box)
        self._control.setContentsMargins(0, 0, 0, 0)
        self._control.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addStretch(1)
        buttons.addWidget(self.change)
        buttons.addWidget(self.leave_out)
        self._control.addLayout(buttons)
        self._control.addWidget(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(SettingRow(look, entry.name, box, entry.hint, ruled=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._look.px(_ROOM)
        self._control.setDirection(_ABOVE if narrow else _BESIDE)

    def minimumSizeHint(self) -> QSize:
        # Of the narrow arrangement, or it would never be narrow enough for it.
        least = super().minimumSizeHint()
        return QSize(self.days.minimumSizeHint().width() + self._look.px(_NAME), least.height())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.change, self.leave_out, self.days.combo)
