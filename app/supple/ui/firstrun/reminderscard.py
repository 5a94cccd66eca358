"""When breaks are asked for, as the first start asks it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.breaks.times import clock, minute_of, range_of
from supple.core.reminders import Prospect, Reminders, evening_hint, work_hint
from supple.core.settings import BREAK_EVERY_MIN
from supple.ui.look import Look
from supple.ui.settings.hours import span_text
from supple.ui.settings.rows import RING, SettingsCard
from supple.ui.settings.time_pick import TimePick
from supple.ui.text import Text
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch

_BREAKS, _EVENING, _START = "Desk breaks", "Before bed", "Start Supple when the computer starts"
_START_HINT = "So the breaks come by themselves"
_START_QUIET = "No breaks come while they are off"
_EVERY_STEP, _TIME_STEP, _GAP, _AIR = 5, 5, 8, 10


class RemindersCard(SettingsCard):
    """``changed`` carries the ``Reminders`` with the new choice."""

    changed = Signal(object)

    def __init__(self, look: Look, reminders: Reminders) -> None:
        super().__init__(look, "")
        self._reminders = reminders
        self._prospect = Prospect()
        self.body.setContentsMargins(24, 6, 24 - RING, 6)
        self.setAccessibleName("Reminders")
        self._on = self._switch(_BREAKS, "breaks")
        self.add_row(_BREAKS, self._on, work_hint(reminders, None))
        self._when = self._build_when()
        self.body.addWidget(self._when)
        self._bed = self._switch(_EVENING, "evening")
        self._at = TimePick(
            look, "Before bed, at", minute_of(reminders.evening_at), step=_TIME_STEP
        )
        self._at.picked.connect(lambda at: self._tell(evening_at=clock(at)))
        self._evening = self._build_evening()
        self.add_row(_EVENING, self._evening, evening_hint(reminders, None))
        self._start = self._switch(_START, "with_system")
        self.add_row(_START, self._start, _START_HINT)
        self.show_reminders(reminders)

    def show_reminders(self, reminders: Reminders) -> None:
        """Show the choices, without a signal."""
        self._reminders = reminders
        span = range_of(reminders.hours)
        self._every.field.setValue(reminders.every_min)
        self._from.choose(span.begin)
        self._to.choose(span.end)
        self._at.choose(minute_of(reminders.evening_at))
        self._on.setChecked(reminders.breaks)
        self._bed.setChecked(reminders.has_evening)
        self._start.setChecked(reminders.with_system)
        for part in (self._every, self._from, self._to, self._bed):
            part.setEnabled(reminders.breaks)
        self._at.setEnabled(reminders.has_evening)
        self._show_hints()

    def show_prospect(self, prospect: Prospect) -> None:
        """Show what they would bring, and what is not to be had on this computer."""
        self._prospect = prospect
        self._start.setEnabled(not prospect.no_start)
        self._show_hints()

    def _show_hints(self) -> None:
        chosen, prospect = self._reminders, self._prospect
        self.set_hint(self._on, work_hint(chosen, prospect.work))
        self.set_hint(self._evening, evening_hint(chosen, prospect.evening))
        start = _START_HINT if chosen.breaks else _START_QUIET
        if prospect.no_start:
            start = f"Not on this computer: {prospect.no_start}"
        self.set_hint(self._start, start)

    def _build_when(self) -> QWidget:
        every, span = BREAK_EVERY_MIN, range_of(self._reminders.hours)
        minutes = self._reminders.every_min
        name = "Desk breaks every"
        self._every = Stepper(
            self._look, minutes, every[0], every[-1], step=_EVERY_STEP, suffix=" min", name=name
        )
        self._every.changed.connect(lambda n: self._tell(every_min=n))
        self._from = TimePick(self._look, "Desk breaks from", span.begin)
        self._to = TimePick(self._look, "Desk breaks to", span.end, midnight=True)
        self._from.picked.connect(lambda at: self._tell(hours=span_text(at, self._to.minute)))
        self._to.picked.connect(lambda at: self._tell(hours=span_text(self._from.minute, at)))
        row = self._row(("every", self._every), ("from", self._from), ("to", self._to))
        row.layout().setContentsMargins(0, 0, RING, _AIR)  # type: ignore[union-attr]
        return row

    def _build_evening(self) -> QWidget:
        row = self._row(("at", self._at))
        box = row.layout()
        assert isinstance(box, QHBoxLayout)
        box.addSpacing(_GAP)
        box.addWidget(self._bed)
        return row

    def _row(self, *parts: tuple[str, QWidget]) -> QWidget:
        """Controls at the right with a word before each."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addStretch(1)
        for word, part in parts:
            row.addWidget(Text(self._look, word, token="muted"))
            row.addWidget(part)
        return box

    def _switch(self, name: str, field: str) -> Switch:
        switch = Switch(self._look, name)
        switch.clicked.connect(lambda on: self._tell(**{field: on}))
        return switch

    def _tell(self, **fields: object) -> None:
        chosen = replace(self._reminders, **fields)  # type: ignore[arg-type]
        if chosen != self._reminders:
            self.show_reminders(chosen)
            self.changed.emit(chosen)
