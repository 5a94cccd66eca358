"""The weekly goal and the daily plan, weeks and days, the safety answers, asking about pain."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core import first_run, labels
from supple.core.goal import GoalCounts
from supple.core.settings import LATEST_DAY_END_H, Settings
from supple.core.stats import GOAL_DAYS
from supple.ui.look import Look
from supple.ui.settings.daily_plan import DailyPlan
from supple.ui.settings.pick import Choice, Pick
from supple.ui.settings.rows import RING, SettingsCard
from supple.ui.widgets.button import Button
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch

_PICK = 160
_NAMES = {GoalCounts.DAYS: "Days a week", GoalCounts.SESSIONS: "Sessions a week"}
_COUNTED = {
    GoalCounts.DAYS: "A day counts once, however often you stretch",
    GoalCounts.SESSIONS: "Every session counts, two on one day as well",
}
_KIND = "A missed day is fine. A streak counts weeks that reach the goal."
_LATE = "Up late? A session before then counts for the day before."
_MIDNIGHT = "For late evenings, choose an hour when you are asleep"


class PlanCards(QObject):
    """The cards of the section; ``changed`` carries the new values by field name."""

    changed = Signal(object)
    answers_asked = Signal()
    """The safety questions are to be answered anew."""
    place_asked = Signal()
    """Place and equipment are to be chosen anew."""
    sources_asked = Signal()
    """Where the numbers come from is to be read."""
    toast_asked = Signal(str, str, object)
    """A text, an action, and what it does."""
    overlay_asked = Signal(object)
    """An ``Overlay`` to be opened over the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.daily = DailyPlan(look)
        self.daily.changed.connect(self.changed)
        self.daily.toast_asked.connect(self.toast_asked)
        self.daily.overlay_asked.connect(self.overlay_asked)
        self.cards: tuple[QWidget, ...] = (
            self._build_goal(),
            self.daily.card,
            self._build_calendar(),
            self._build_answers(),
            self._build_pain(),
            self._build_sources(),
        )

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings``; what is changed in doing so is told like any other change."""
        self._goal.field.setValue(settings.weekly_goal_days)
        self._counts.choose(settings.goal_counts)
        name = _NAMES[settings.goal_counts]
        self._goal_card.set_name(self._goal, name)
        self._goal.set_name(name)
        self._goal_card.set_hint(self._counts, _COUNTED[settings.goal_counts])
        self._first.choose(str(settings.first_weekday))
        self._ends.choose(str(settings.day_ends_h))
        self._about.set_hint(self._answers, first_run.answers_line(settings))
        self._about.set_hint(self._place, first_run.place_line(settings))
        self._answers.setText("Change" if settings.safety_on else "Answer")
        self._pain.setChecked(settings.ask_pain)
        self.daily.show_settings(settings)

    def _build_goal(self) -> QWidget:
        look = self._look
        low, high = GOAL_DAYS.start, GOAL_DAYS.stop - 1
        name = _NAMES[GoalCounts.DAYS]
        self._goal = Stepper(look, low, low, high, name=name)
        self._goal.changed.connect(lambda n: self._tell(weekly_goal_days=n))
        kinds = [(GoalCounts.DAYS, "Days"), (GoalCounts.SESSIONS, "Sessions")]
        self._counts = Segmented(look, kinds, GoalCounts.DAYS, small=True, name="What counts")
        self._counts.chosen.connect(lambda key: self._tell(goal_counts=GoalCounts(key)))
        card = self._goal_card = SettingsCard(look, "Weekly goal")
        card.add_row(name, self._goal, _KIND)
        card.add_row("What counts", self._counts, _COUNTED[GoalCounts.DAYS])
        return card

    def _build_calendar(self) -> QWidget:
        look = self._look
        days = [labels.weekday(date(2001, 1, 1 + n)) for n in range(7)]  # the first is a Monday
        weekdays: list[Choice] = [(str(n), name, "") for n, name in enumerate(days)]
        self._first = Pick(look, "Week starts on", weekdays, width=_PICK)
        self._first.picked.connect(lambda key: self._tell(first_weekday=int(key)))
        hours: list[Choice] = [("0", "Midnight", _MIDNIGHT)]
        hours += [(str(hour), f"{hour:02d}:00", _LATE) for hour in range(1, LATEST_DAY_END_H + 1)]
        self._ends = Pick(look, "A day ends at", hours, width=_PICK)
        self._ends.picked.connect(lambda key: self._tell(day_ends_h=int(key)))
        card = SettingsCard(look, "Weeks and days")
        self._first.add_to(card, "")
        self._ends.add_to(card, _MIDNIGHT)
        return card

    def _build_answers(self) -> QWidget:
        look = self._look
        card = self._about = SettingsCard(look, "About you")
        rows = (("Safety answers", self.answers_asked), ("Where you stretch", self.place_asked))
        made = []
        for name, asked in rows:
            button = Button(look, "Change", size="small")
            button.setAccessibleName(f"Change: {name}")
            button.clicked.connect(asked)
            card.add_row(name, button, " ")
            made.append(button)
        self._answers, self._place = made
        return card

    def _build_pain(self) -> QWidget:
        name = "Ask about pain before and after"
        self._pain = Switch(self._look, name)
        self._pain.toggled.connect(lambda on: self._tell(ask_pain=on))
        card = SettingsCard(self._look, "")
        card.body.setContentsMargins(24, 6, 24 - RING, 6)
        card.add_row(name, self._pain, "0 to 10, always skippable")
        return card

    def _build_sources(self) -> QWidget:
        name = "Where the numbers come from"
        button = Button(self._look, "Read", size="small")
        button.setAccessibleName(f"Read: {name}")
        button.clicked.connect(lambda: self.sources_asked.emit())
        card = SettingsCard(self._look, "")
        card.body.setContentsMargins(24, 6, 24 - RING, 6)
        card.add_row(name, button, "The documents, the studies, and where they disagree")
        return card

    def _tell(self, **fields: object) -> None:
        self.changed.emit(fields)
