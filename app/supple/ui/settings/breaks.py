"""When a break is asked for, what holds it back, and what goes on with the window closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core.break_keys import BreakKey, break_keys
from supple.core.break_view import BUSY_NAMES, DeskView, in_short, overlapping
from supple.core.breaks.look import Busy
from supple.core.breaks.times import fixed_of
from supple.core.my_plan import Known
from supple.core.settings import BREAK_EVERY_MIN, BREAK_REST_MIN, SNOOZE_MIN, OnClose, Settings
from supple.ui.look import Look
from supple.ui.settings.day_dots import DayDots
from supple.ui.settings.fixed_times import FixedTimes
from supple.ui.settings.hours import HoursField
from supple.ui.settings.pick import Pick
from supple.ui.settings.rows import SettingsCard
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch

_EVERY_STEP, _CLOSE = 5, 210
_WORK = "Counts only while you are at the computer"
_REST = "If you were away, you have moved already"
_NO_DAY = "No day is chosen: no break comes but what your plan has on its own days"
_FOLLOW = "For what your plan has without days of its own"
_NO_IDLE = "Counts all the time"
_TYPING = "Comes in a pause of 3 s, and after 3 minutes all the same"
_KEYS = "{} starts a break, {} snoozes it; other programs no longer get them"
_FIXED = "What your plan has, each on its days."
_AFTER = "Off: only what your plan has at its times"
_TRY = "Nothing is started or counted"
_START = "Waits out of sight until a break is due"
_TRAY = "The icon in the tray opens it again"
_NO_TRAY = "so it is minimised instead"


class BreakCards(QObject):
    """The cards of the section; ``changed`` carries the new values by field name."""

    changed = Signal(object)
    shown = Signal()
    """The section has come into view: answer with :meth:`show_desk`."""
    try_asked = Signal()
    """Show the prompt as it would come."""
    plan_asked = Signal()
    """The times are to be changed, in the daily plan."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._busy: dict[Busy, Switch] = {}
        self._chosen: tuple[str, ...] = ()
        self._settings = Settings()
        self._known = Known()
        self._no_keys = ""
        self._reminders = self._build_reminders()
        self._when_on = (self._build_fixed(), self._build_prompt(), self._build_busy())
        self.cards: tuple[QWidget, ...] = (
            self._reminders,
            *self._when_on,
            self._build_background(),
        )

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings``; what is changed in doing so is told like any other change."""
        self._on.setChecked(settings.breaks_on)
        self._reminders.set_hint(self._hours, overlapping(settings.break_ranges))
        self._every.field.setValue(settings.break_every_min)
        self._hours.choose(settings.break_ranges)
        self._days.choose(settings.break_days, settings.first_weekday)
        self._rest.field.setValue(settings.break_rest_min)
        self._settings = settings
        self._times.show_times(settings, self._known)
        self._interval.setChecked(settings.break_interval)
        self._snooze.choose(str(settings.break_snooze_min))
        self._typing.setChecked(settings.break_typing)
        self._sound.setChecked(settings.break_sound)
        self._keys.setChecked(settings.global_keys)
        self._tell_keys()
        self._chosen = settings.break_busy
        for kind, switch in self._busy.items():
            switch.setChecked(kind in settings.break_busy)
        self._start.setChecked(settings.start_with_system)
        self._close.choose(settings.close_to_tray)
        works = settings.breaks_on and settings.break_interval
        for part in (self._every, self._hours, self._rest):
            self._reminders.set_shown(part, works)
        self._reminders.set_shown(self._interval, settings.breaks_on)
        self._show_days(settings, works=works)
        for card in self._when_on:
            card.setVisible(settings.breaks_on)

    def _show_days(self, settings: Settings, *, works: bool) -> None:
        """The days, where anything goes by them. ``works``: whether the interval does."""
        follow = any(fixed_of(text).usual for text in settings.break_times)
        self._reminders.set_shown(self._days, works or (settings.breaks_on and follow))
        hint = "" if works else _FOLLOW
        self._reminders.set_hint(self._days, hint if settings.break_days else _NO_DAY)

    def show_known(self, known: Known) -> None:
        """What the times of the plan may be for."""
        self._known = known
        self._times.show_times(self._settings, known)

    def show_pause(self, text: str) -> None:
        """What is said of a pause; "" while there is none."""
        self._reminders.set_hint(self._on, text)

    def show_desk(self, desk: DeskView) -> None:
        """What of it this computer offers."""
        for sense in desk.senses:
            switch = self._busy[sense.kind]
            switch.setEnabled(not sense.reason)
            hint = BUSY_NAMES[sense.kind][1]
            self._leave_be.set_hint(switch, _not_here(sense.reason) if sense.reason else hint)
        self._typing.setEnabled(not desk.idle)
        self._prompt.set_hint(self._typing, _not_here(desk.idle) if desk.idle else _TYPING)
        self._reminders.set_hint(
            self._every, f"{_NO_IDLE}: {in_short(desk.idle)}" if desk.idle else _WORK
        )
        self._rest.setEnabled(not desk.idle)
        self._reminders.set_hint(self._rest, _not_here(desk.idle) if desk.idle else _REST)
        notified = f"{desk.prompt}: the system's notification comes instead"
        self._prompt.set_hint(self._try, notified if desk.prompt else _TRY)
        self._keys.setEnabled(not desk.keys)
        self._no_keys = desk.keys
        self._tell_keys()
        self._start.setEnabled(not desk.autostart)
        self._background.set_hint(
            self._start, f"Not on this computer: {desk.autostart}" if desk.autostart else _START
        )
        self._close.set_hint(f"{desk.tray}, {_NO_TRAY}" if desk.tray else _TRAY)

    def _tell_keys(self) -> None:
        if self._no_keys:
            hint = f"Not on this computer: {self._no_keys}"
        else:
            keys = break_keys(self._settings.break_keys)
            hint = _KEYS.format(keys.cap(BreakKey.START), keys.cap(BreakKey.SNOOZE))
        self._prompt.set_hint(self._keys, hint)

    def _build_reminders(self) -> SettingsCard:
        look = self._look
        self._on = self._switch("Remind me to take breaks", "breaks_on")
        self._interval = self._switch("After a time at the computer", "break_interval")
        every, rest = BREAK_EVERY_MIN, BREAK_REST_MIN
        self._every = Stepper(
            look, 50, every[0], every[-1], step=_EVERY_STEP, suffix=" min", name="Every"
        )
        self._every.changed.connect(lambda n: self._tell(break_every_min=n))
        self._hours = HoursField(look)
        self._hours.changed.connect(lambda ranges: self._tell(break_ranges=ranges))
        self._days = DayDots(look, "On")
        self._days.changed.connect(lambda days: self._tell(break_days=days))
        name = "Start over after a pause of"
        self._rest = Stepper(look, 5, rest[0], rest[-1], suffix=" min", name=name)
        self._rest.changed.connect(lambda n: self._tell(break_rest_min=n))
        card = SettingsCard(look, "Break reminders")
        card.add_row("Remind me to take breaks", self._on)
        card.add_row("After a time at the computer", self._interval, _AFTER)
        card.add_row("Every", self._every, _WORK)
        card.add_row("Between", self._hours)
        card.add_row("On", self._days)
        card.add_row(name, self._rest, _REST)
        return card

    def _build_fixed(self) -> SettingsCard:
        self._times = FixedTimes(self._look)
        self._times.plan_asked.connect(self.plan_asked)
        card = SettingsCard(self._look, "At fixed times")
        card.body.addWidget(Text(self._look, _FIXED, "small", "muted", wrap=True))
        card.body.addWidget(self._times)
        return card

    def _build_prompt(self) -> SettingsCard:
        look = self._look
        lengths = [(str(n), f"{n} min") for n in SNOOZE_MIN]
        self._snooze = Segmented(look, lengths, lengths[0][0], small=True, name="Snooze for")
        self._snooze.chosen.connect(lambda key: self._tell(break_snooze_min=int(key)))
        self._typing = self._switch("Wait for a pause in typing", "break_typing")
        self._sound = self._switch("Play a soft chime with the prompt", "break_sound")
        self._keys = self._switch("Keys in any program", "global_keys")
        self._try = Button(look, "Try the prompt", size="small")
        self._try.clicked.connect(lambda: self.try_asked.emit())
        card = self._prompt = SettingsCard(look, "The prompt")
        card.add_row("Snooze for", self._snooze)
        card.add_row("Wait for a pause in typing", self._typing, _TYPING)
        card.add_row("Play a soft chime with the prompt", self._sound)
        card.add_row("Keys in any program", self._keys, " ")
        card.add_row("See what comes", self._try, _TRY)
        return card

    def _build_busy(self) -> SettingsCard:
        card = self._leave_be = SettingsCard(self._look, "Leave me be")
        for kind, (name, hint) in BUSY_NAMES.items():
            switch = Switch(self._look, name)
            switch.toggled.connect(lambda on, kind=kind: self._hold(kind, on))
            card.add_row(name, switch, hint)
            self._busy[kind] = switch
        return card

    def _build_background(self) -> SettingsCard:
        self._start = self._switch("Start with the computer", "start_with_system")
        choices = (
            (OnClose.ASK, "Ask", ""),
            (OnClose.TRAY, "Keep reminding me", ""),
            (OnClose.QUIT, "Quit Supple", "No reminders until you open it again"),
        )
        self._close = Pick(self._look, "When the window is closed", choices, width=_CLOSE)
        self._close.picked.connect(lambda key: self._tell(close_to_tray=OnClose(key)))
        card = self._background = SettingsCard(self._look, "Out of sight")
        card.add_row("Start with the computer", self._start, _START)
        self._close.add_to(card, _TRAY)
        return card

    def _switch(self, name: str, field: str) -> Switch:
        switch = Switch(self._look, name)
        switch.toggled.connect(lambda on: self._tell(**{field: on}))
        return switch

    def _hold(self, kind: Busy, on: bool) -> None:
        others: Sequence[str] = [k for k in self._chosen if k != kind]
        wanted = {*others, kind.value} if on else set(others)
        self._tell(break_busy=tuple(k.value for k in Busy if k.value in wanted))

    def _tell(self, **fields: object) -> None:
        self.changed.emit(fields)


def _not_here(reason: str) -> str:
    return f"Not on this computer: {in_short(reason)}"
