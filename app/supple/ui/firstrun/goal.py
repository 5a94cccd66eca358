"""Step 3: how often, and what comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supple.core.first_run import GOALS, FirstRun
from supple.core.today import Offer
from supple.ui.firstrun.goalcard import GoalCard
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets.card import Card

_TITLE = "How often feels doable?"
_WORDS = "Start small. You can always add more."
NOTE = "Supple helps you stretch regularly. It does not diagnose or treat anything."
_DETAILS = {3: "An easy start", 5: "Every working day", 7: "A daily habit"}
_PICTURE = (132, 96)


class GoalStep(QWidget):
    """Three goals, the routine to begin with, and what the program is not."""

    changed = Signal(object)
    """The ``FirstRun`` with the new answer."""

    def __init__(self, look: Look, pictures: Pictures, run: FirstRun) -> None:
        super().__init__()
        self._look = look
        self._run = run
        self.setAccessibleName(_TITLE)
        self._cards = {days: self._goal(days) for days in GOALS}
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
        column.addWidget(self._build_offer(pictures))
        column.addSpacing(16)
        column.addLayout(self._build_note())
        look.changed.connect(self._refresh)
        self._refresh()
        self.show_run(run)

    def show_run(self, run: FirstRun) -> None:
        """Show the answers."""
        self._run = run
        self._cards[run.goal_days].setChecked(True)

    def show_offer(self, offer: Offer | None) -> None:
        """Show the routine to begin with; None for none."""
        self._card.setVisible(offer is not None)
        if offer is not None:
            self._name.say(offer.name)
            self._detail.say(offer.detail)
            self._summary.say(offer.summary)
            self._picture.show_figure(offer.figure)

    def first(self) -> QWidget:
        """The first thing to answer."""
        return self._cards[self._run.goal_days]

    def set_narrow(self, narrow: bool) -> None:
        """The cards stay side by side in a narrow window, too."""

    def _goal(self, days: int) -> GoalCard:
        card = GoalCard(self._look, f"{days} days", _DETAILS[days])
        card.clicked.connect(lambda: self._tell(self._run.aim(days)))
        return card

    def _build_offer(self, pictures: Pictures) -> QWidget:
        look = self._look
        self._picture = Picture(pictures, padding=6)
        self._picture.setFixedSize(*_PICTURE)
        self._name = Text(look, "", "subhead", wrap=True)
        self._detail = Text(look, "", "small", "muted", wrap=True)
        self._summary = Text(look, "", token="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Text(look, "To begin with", "small-strong", "muted"))
        words.addWidget(self._name)
        words.addWidget(self._detail)
        words.addWidget(self._summary)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        self._card = Card(look, 20)
        self._card.body.addLayout(row)
        self._card.setAccessibleName("To begin with")
        self._card.hide()
        return self._card

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
