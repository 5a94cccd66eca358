"""Step 3: how often, and what reminds of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supple.core.first_run import GOALS, FirstRun
from supple.core.reminders import Prospect
from supple.ui.firstrun.goalcard import GoalCard
from supple.ui.firstrun.reminderscard import RemindersCard
from supple.ui.look import Look
from supple.ui.text import Text

_TITLE = "How often feels doable?"
_WORDS = "Start small. You can always add more."
NOTE = "Supple helps you stretch regularly. It does not diagnose or treat anything."
_DETAILS = {3: "An easy start", 5: "Every working day", 7: "A daily habit"}


class GoalStep(QWidget):
    """Three goals, the reminders, and what the program is not."""

    changed = Signal(object)
    """The ``FirstRun`` with the new answer."""

    def __init__(self, look: Look, run: FirstRun) -> None:
        super().__init__()
        self._look = look
        self._run = run
        self.setAccessibleName(_TITLE)
        self._cards = {days: self._goal(days) for days in GOALS}
        self._reminders = RemindersCard(look, run.reminders)
        self._reminders.changed.connect(lambda to: self._tell(self._run.remind(to)))
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self._cards.values():
            cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, _TITLE, "display", wrap=True))
        column.addSpacing(4)
        column.addWidget(Text(look, _WORDS, "lead", "muted", wrap=True))
        column.addSpacing(20)
        column.addLayout(cards)
        column.addSpacing(16)
        column.addWidget(self._reminders)
        column.addSpacing(16)
        column.addLayout(self._build_note())
        look.changed.connect(self._refresh)
        self._refresh()
        self.show_run(run)

    def show_run(self, run: FirstRun) -> None:
        """Show the answers."""
        self._run = run
        self._cards[run.goal_days].setChecked(True)
        self._reminders.show_reminders(run.reminders)

    def show_prospect(self, prospect: Prospect) -> None:
        """Show what the reminders would bring."""
        self._reminders.show_prospect(prospect)

    def first(self) -> QWidget:
        """The first thing to answer."""
        return self._cards[self._run.goal_days]

    def set_narrow(self, narrow: bool) -> None:
        """The cards stay side by side in a narrow window, too."""

    def _goal(self, days: int) -> GoalCard:
        card = GoalCard(self._look, f"{days} days", _DETAILS[days])
        card.clicked.connect(lambda: self._tell(self._run.aim(days)))
        return card

    def _build_note(self) -> QHBoxLayout:
        self._icon = QLabel()
        note = QHBoxLayout()
        note.setSpacing(12)
        note.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Text(self._look, NOTE, "small", "muted", wrap=True), 1)
        return note

    def _refresh(self) -> None:
        side = self._look.px(18)
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("info", "muted", side, dpr))

    def _tell(self, run: FirstRun) -> None:
        self.show_run(run)
        self.changed.emit(run)
