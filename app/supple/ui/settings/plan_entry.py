"""One time of the daily plan: what comes, when, on which days, and how it is changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.my_plan import Entry
from supple.ui.look import Look
from supple.ui.settings.pick import Pick
from supple.ui.settings.rows import SettingRow
from supple.ui.widgets.button import Button

_PICK = 220


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
        self.days = Pick(look, f"Days of {named}", entry.when, width=_PICK)
        self.days.combo.setProperty("compact", True)
        self.days.choose(entry.day_key)
        self.days.set_hint(entry.hint)
        self.days.picked.connect(lambda key: self.moved.emit(entry.text, key))
        self.change = Button(look, "", "quiet", "small", icon="pencil", hint=f"Change {named}")
        self.change.clicked.connect(lambda: self.change_asked.emit(entry.text))
        self.leave_out = Button(look, "", "quiet", "small", icon="x", hint=f"Take out {named}")
        self.leave_out.clicked.connect(lambda: self.gone.emit(entry.text))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.change, self.leave_out, self.days):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SettingRow(look, entry.name, box, entry.hint, ruled=True))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.change, self.leave_out, self.days.combo)
