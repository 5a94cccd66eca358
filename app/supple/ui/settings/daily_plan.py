"""The daily plan: how often the desk asks, what comes at which time, when the legs are checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core import my_plan
from supple.core.breaks.times import FixedTime
from supple.core.my_plan import Entry, Known
from supple.core.settings import MOST_BREAK_TIMES, Settings
from supple.ui.look import Look
from supple.ui.settings.pick import Pick
from supple.ui.settings.plan_dialog import PlanDialog
from supple.ui.settings.plan_entry import PlanEntry
from supple.ui.settings.rows import RING, Rule, SettingsCard
from supple.ui.tabbing import show
from supple.ui.widgets.button import Button

_PICK = 220
_FIELDS = ("breaks_on", "break_interval", "break_every_min", "break_times")
"""What of the settings the plan is made of."""
_DESK = "On your chair, between tasks"
_OFF = "No time at the computer asks by itself"
_NO_DAY = "No day for it is chosen, under Breaks"
_ALL_OFF = "Nothing in the plan asks by itself"


class DailyPlan(QObject):
    """The card, and what its rows do. ``changed`` carries the new values by field name."""

    changed = Signal(object)
    toast_asked = Signal(str, str, object)
    """A text, an action, and what it does."""
    overlay_asked = Signal(object)
    """An ``Overlay`` to be opened over the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._settings = Settings()
        self._known = Known()
        self._entries: tuple[Entry, ...] | None = None
        self._rows: list[PlanEntry] = []
        self.card = SettingsCard(look, "Daily plan")
        self._build()
        self._show()

    def show_settings(self, settings: Settings) -> None:
        """Show the plan that ``settings`` hold."""
        self._settings = settings
        self._show()

    def show_known(self, known: Known) -> None:
        """What may be put into the plan."""
        self._known = known
        self._show()

    def take_focus(self) -> None:
        """Go to the first choice of the card."""
        self._desk.combo.setFocus(Qt.FocusReason.OtherFocusReason)
        show(self._desk.combo)

    # Building

    def _build(self) -> None:
        look, body = self._look, self.card.body
        self._on = Button(look, "Turn on", size="small")
        self._on.setAccessibleName("Turn reminders on")
        self._on.clicked.connect(lambda: self._later(self._turn_on))
        first = my_plan.rhythms(Settings())
        self._desk = Pick(look, my_plan.DESK, first, width=_PICK, compact=True)
        self._desk.picked.connect(lambda key: self._later(lambda: self._set_rhythm(key)))
        self.card.add_row(my_plan.DESK, self._desk, _DESK)
        self.card.add_row("Reminders are off", self._on, _ALL_OFF)
        self._times = QVBoxLayout()
        self._times.setSpacing(0)
        body.addLayout(self._times)
        name = "Flexibility check"
        self._check = Pick(look, name, my_plan.check_choices(), width=_PICK, compact=True)
        self._check.picked.connect(lambda key: self.changed.emit({"check_weeks": int(key)}))
        self._check.add_to(self.card, "")
        self.add = Button(look, "Add to my plan", "soft", icon="plus")
        self.add.clicked.connect(lambda: self._ask())
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 12, RING, 14)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(Rule(look))
        body.addWidget(foot)

    def _show(self) -> None:
        settings = self._settings
        rhythm = my_plan.rhythm(settings)
        self._desk.offer(my_plan.rhythms(settings))
        self._desk.choose(rhythm)
        offer = self._known.fits.get("")
        name = f"{offer.name}, {offer.minutes}" if offer else my_plan.DESK
        hint = _DESK if settings.break_days else _NO_DAY
        hint = _OFF if rhythm == my_plan.OFF else hint
        self.card.set_shown(self._on, not settings.breaks_on and bool(settings.break_times))
        self.card.set_name(self._desk, name)
        self.card.set_hint(self._desk, hint)
        self._desk.set_hint(hint)
        self._check.choose(str(settings.check_weeks))
        full = len(settings.break_times) >= MOST_BREAK_TIMES
        self.add.setEnabled(not full)
        most = f"{MOST_BREAK_TIMES} times are the most there can be"
        self.add.setToolTip(most if full else "")
        self._show_entries(my_plan.entries(settings, self._known))

    def _show_entries(self, found: tuple[Entry, ...]) -> None:
        if found == self._entries:
            return
        place = self._place()
        self._entries = found
        for row in self._rows:
            self._times.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [PlanEntry(self._look, entry) for entry in found]
        for row in self._rows:
            self._times.addWidget(row)
            row.show()
            row.moved.connect(lambda text, key: self._later(lambda: self._move(text, key)))
            row.change_asked.connect(self._ask)
            row.gone.connect(lambda text: self._later(lambda: self._leave_out(text)))
        self._order()
        if place is not None:
            # The control that was used, or the one in its place now.
            at, part = place
            here = self._rows[min(at, len(self._rows) - 1)].stops if self._rows else (self.add,)
            here[min(part, len(here) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        last: QWidget = self._desk.combo
        stops = [stop for row in self._rows for stop in row.stops]
        for stop in (self._on, *stops, self._check.combo, self.add):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _place(self) -> tuple[int, int] | None:
        """Row and control that has the focus."""
        now = self.card.window().focusWidget()
        for n, row in enumerate(self._rows):
            if now in row.stops:
                return n, row.stops.index(now)
        return None

    # What is done

    def _later(self, act: Callable[[], None]) -> None:
        """Once the control that was used is done: its row may go."""
        QTimer.singleShot(0, self, act)

    def _turn_on(self) -> None:
        self._tell(my_plan.turned_on(self._settings))
        self._desk.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_rhythm(self, key: str) -> None:
        before = self._settings
        self._tell(my_plan.with_rhythm(before, key))
        lost = [text for text in before.break_times if text not in self._settings.break_times]
        if lost:
            fields = {name: getattr(before, name) for name in _FIELDS}
            clocks = " and ".join(sorted(lost))
            verb = "is" if len(lost) == 1 else "are"
            self.toast_asked.emit(
                f"{clocks} {verb} taken out", "Undo", lambda: self.changed.emit(fields)
            )

    def _move(self, text: str, day_key: str) -> None:
        entry = self._entry(text)
        if entry is not None:
            fixed = my_plan.moved(entry.fixed, day_key)
            self._tell(my_plan.with_entry(self._settings, fixed, text))

    def _leave_out(self, text: str) -> None:
        entry = self._entry(text)
        if entry is None:
            return
        self._tell(my_plan.without_entry(self._settings, text))
        told = f"{entry.name} at {entry.fixed.clock} is taken out"
        self.toast_asked.emit(told, "Undo", lambda: self._bring_back(text))

    def _bring_back(self, text: str) -> None:
        times = self._settings.break_times
        if text not in times and len(times) < MOST_BREAK_TIMES:
            self._tell(replace(self._settings, break_times=(*times, text)))

    def _ask(self, text: str = "") -> None:
        """Ask for a time to add, or how the one of ``text`` is to be."""
        entry = self._entry(text)
        window = self.card.window()
        dialog = PlanDialog(self._look, window, self._settings, self._known, entry)
        dialog.wanted.connect(lambda fixed: self._later(lambda: self._take(fixed, text)))
        self.overlay_asked.emit(dialog)

    def _take(self, fixed: FixedTime, old: str) -> None:
        self._tell(my_plan.with_entry(self._settings, fixed, old))
        row = next((r for r in self._rows if r.entry.text == fixed.text), None)
        if row is not None:
            row.change.setFocus(Qt.FocusReason.OtherFocusReason)
            # It has its place among the others in a moment only.
            QTimer.singleShot(0, row, lambda: show(row))

    def _entry(self, text: str) -> Entry | None:
        found: Sequence[Entry] = self._entries or ()
        return next((entry for entry in found if entry.text == text), None)

    def _tell(self, new: Settings) -> None:
        old = self._settings
        fields = {n: getattr(new, n) for n in _FIELDS if getattr(new, n) != getattr(old, n)}
        if fields:
            self.show_settings(new)
            self.changed.emit(fields)
