"""Asks what is to come, when, and on which days."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core import my_plan
from supple.core.breaks.kinds import DAYS
from supple.core.breaks.times import FixedTime
from supple.core.choice import BEDTIME, RISING
from supple.core.my_plan import Entry, Known
from supple.core.settings import Settings
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.settings.day_dots import DayDots
from supple.ui.settings.pick import Choice, Pick
from supple.ui.settings.time_pick import TimePick
from supple.ui.text import Text

_PAD, _STEP = 24, 5
_AT = {RISING: 7 * 60, BEDTIME: 20 * 60, "": 10 * 60 + 30}
_EVENING = 20 * 60
_NO_DAY = "Choose at least one day"
_ROUTINE = "routine:"


class PlanDialog(Overlay):
    """``wanted`` carries the ``FixedTime`` once it is taken."""

    wanted = Signal(object)

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        settings: Settings,
        known: Known,
        entry: Entry | None = None,
    ) -> None:
        """``entry`` is what is to be changed; None for a new one."""
        super().__init__(look, parent, "Change my plan" if entry else "Add to my plan")
        self._settings = settings
        self._known = known
        self._old = entry.text if entry else ""
        self._untouched = entry is None
        self._days_untouched = entry is None
        choices = self._choices(entry)
        inner = self.card.minimumWidth() - 2 * _PAD
        self.what = Pick(look, "What", choices, width=int(inner / look.text_scale))
        self.what.picked.connect(self._on_what)
        self._detail = Text(look, "", "small", "muted", wrap=True)
        self.at = TimePick(look, "At", _EVENING, step=_STEP)
        self.at.picked.connect(self._on_time)
        self.days = DayDots(look, "On")
        self.days.changed.connect(self._on_days)
        self._wrong = Text(look, "", "small", "muted", wrap=True)
        self.content.setSpacing(8)
        self.content.addWidget(self.what)
        self.content.addWidget(self._detail)
        self.content.addLayout(_row(look, "At", self.at))
        self.content.addLayout(_row(look, "On", self.days))
        self.content.addWidget(self._wrong)
        self.take = self.add_button("Save" if entry else "Add", "primary", accepts=True)
        self.add_button("Cancel", "secondary", accepts=False, key="Esc")
        self._begin(entry, choices)

    def first(self) -> QWidget | None:
        return self.what.combo

    def accept(self) -> None:
        if self.take.isEnabled():
            wanted = self._fixed()
            super().accept()
            self.wanted.emit(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    # Inside

    def _begin(self, entry: Entry | None, choices: list[Choice]) -> None:
        if entry is not None:
            fixed = entry.fixed
            self.what.choose(_key(fixed))
            self.at.choose(fixed.minute)
            self._choose_days(fixed)
        else:
            planned = {_key(e.fixed) for e in my_plan.entries(self._settings, self._known)}
            evening = self._known.fits.get(BEDTIME)
            keys = [f"{_ROUTINE}{evening.routine}"] if evening else []
            keys += [key for key, *_ in choices if key.startswith(_ROUTINE)]
            self.what.choose(next((key for key in keys if key not in planned), choices[0][0]))
            self._suggest()
        self._look_again()

    def _choices(self, entry: Entry | None) -> list[Choice]:
        known = self._known
        found: list[Choice] = [
            (occasion, words, "")
            for occasion, words in my_plan.ANYTHING.items()
            if occasion in known.fits or not known.fits
        ]
        found += [(f"{_ROUTINE}{o.routine}", f"{o.name}, {o.minutes}", "") for o in known.offers]
        keys = {key for key, *_ in found}
        if entry is not None and _key(entry.fixed) not in keys:
            found.append((_key(entry.fixed), entry.name, ""))
        return found

    def _key_parts(self) -> tuple[str, str]:
        """Occasion and routine that are chosen."""
        key = self.what.key
        if key.startswith(_ROUTINE):
            return "", key.removeprefix(_ROUTINE)
        return key, ""

    def _fixed(self) -> FixedTime:
        occasion, routine = self._key_parts()
        bare = FixedTime(self.at.minute, occasion, (), routine)
        return my_plan.on_days(bare, self._chosen(), self._settings.break_days)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(key for key, dot in self.days.dots.items() if dot.isChecked())

    def _choose_days(self, fixed: FixedTime) -> None:
        usual = [DAYS.index(day) for day in self._settings.break_days]
        days = [DAYS[day] for day in fixed.days_in(usual)]
        self.days.choose(days, self._settings.first_weekday)

    def _suggest(self) -> None:
        """A time and days that suit what is chosen, while nobody chose them."""
        occasion, routine = self._key_parts()
        if self._untouched:
            self.at.choose(self._free(_EVENING if routine else _AT[occasion]))
        if self._days_untouched:
            days = DAYS if occasion or routine else self._settings.break_days
            self.days.choose(days, self._settings.first_weekday)

    def _free(self, minute: int) -> int:
        """``minute`` of the day, or the next half hour at which nothing comes."""
        for at in _from(minute):
            if not my_plan.clash(self._settings, FixedTime(at, days=tuple(range(7))), self._old):
                return at
        return minute

    def _on_what(self, _key: str) -> None:
        self._suggest()
        self._look_again()

    def _on_time(self, _minute: int) -> None:
        self._untouched = False
        self._look_again()

    def _on_days(self, _days: object) -> None:
        self._days_untouched = False
        self._look_again()

    def _look_again(self) -> None:
        occasion, routine = self._key_parts()
        bare = FixedTime(self.at.minute, occasion, (), routine)
        offer = self._known.offer(bare)
        fits = f"Now {offer.name}, {offer.detail}" if offer else ""
        chosen = self._known.chosen(bare)
        self._detail.say(chosen.summary or chosen.detail if chosen else fits)
        wrong = _NO_DAY if not self._chosen() else ""
        wrong = wrong or my_plan.clash(self._settings, self._fixed(), self._old)
        self._wrong.say(wrong)
        self._wrong.setVisible(bool(wrong))
        self.take.setEnabled(not wrong)
        self.take.setAccessibleDescription(wrong)


def _key(fixed: FixedTime) -> str:
    return f"{_ROUTINE}{fixed.routine}" if fixed.routine else fixed.occasion


def _from(minute: int) -> Iterator[int]:
    for half in range(48):
        yield (minute + 30 * half) % (24 * 60)


def _row(look: Look, name: str, part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Text(look, name, "body-medium"))
    row.addStretch(1)
    row.addWidget(part)
    return row
