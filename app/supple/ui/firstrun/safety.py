"""Step 1: what is to be known before anybody stretches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supple.core.first_run import FirstRun, Occasion
from supple.core.safety import QUESTIONS, Advice, Question
from supple.ui.firstrun.tickrow import TickRow
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.card import Card

_TITLES = {
    Occasion.FIRST: "First, a quick safety check",
    Occasion.DUE: "A quick check again",
    Occasion.CHANGE: "Your safety answers",
}
_WORDS = {
    Occasion.FIRST: "Most back and thigh stiffness is fine to stretch.",
    Occasion.DUE: "This comes every six months, and after strong pain.",
    Occasion.CHANGE: "They keep unsuitable stretches away.",
}
_TICK = "Tick anything that is true for you."
_QUIET = "Anything to work around?"
_PAD, _AIR = 20, 6
_APART = 16
"""Pixels between two columns."""


class SafetyStep(QWidget):
    """The questions in two groups, and "None of these"."""

    changed = Signal(object)
    """The ``FirstRun`` with the new answer."""

    def __init__(self, look: Look, run: FirstRun) -> None:
        super().__init__()
        self._look = look
        self._run = run
        title, words = _TITLES[run.occasion], _WORDS[run.occasion]
        self.setAccessibleName(title)
        self._rows: dict[str, TickRow] = {}
        self._none = TickRow(look, "None of these", strong=True)
        self._none.clicked.connect(lambda on: self._tell(self._run.tick_none(on)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, title, "display", wrap=True))
        column.addSpacing(4)
        column.addWidget(Text(look, f"{words} {_TICK}", "lead", "muted", wrap=True))
        column.addSpacing(14)
        column.addWidget(self._build_first())
        column.addSpacing(12)
        column.addWidget(Text(look, _QUIET, "body-strong", "muted"))
        column.addSpacing(6)
        column.addWidget(self._build_quiet())
        column.addSpacing(10)
        column.addWidget(_card(look, "None of these", [self._none]))
        self.show_run(run)

    def show_run(self, run: FirstRun) -> None:
        """Show the answers."""
        self._run = run
        for id_, row in self._rows.items():
            row.setChecked(id_ in run.ticked)
        self._none.setChecked(run.none)

    def first(self) -> QWidget:
        """What has the focus at first."""
        return next(iter(self._rows.values()))

    def set_narrow(self, narrow: bool) -> None:
        """One column in a narrow window."""
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._pair.setSpacing(0 if narrow else _APART)
        # One below the other they are rows like those above.
        for n, row in enumerate(self._quiet):
            row.set_ruled(narrow and n > 0)

    def _build_first(self) -> QWidget:
        grave = [q for q in QUESTIONS if q.advice is not Advice.LEAVE_OUT]
        rows = [self._row(q, ruled=n > 0) for n, q in enumerate(grave)]
        return _card(self._look, "Safety questions", rows)

    def _build_quiet(self) -> QWidget:
        """Short questions on the left, long ones on the right."""
        quiet = [q for q in QUESTIONS if q.advice is Advice.LEAVE_OUT]
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._quiet: list[TickRow] = []
        for stretch, part in enumerate((quiet[::2], quiet[1::2])):
            column = QVBoxLayout()
            column.setSpacing(0)
            for question in part:
                row = self._row(question)
                column.addWidget(row)
                self._quiet.append(row)
            self._pair.addLayout(column, stretch)
        card = Card(self._look, _PAD)
        card.body.setContentsMargins(_PAD, _AIR, _PAD, _AIR)
        card.body.addLayout(self._pair)
        card.setAccessibleName(_QUIET)
        return card

    def _row(self, question: Question, *, ruled: bool = False) -> TickRow:
        row = TickRow(self._look, question.text, ruled=ruled)
        row.clicked.connect(lambda on: self._tell(self._run.tick(question.id, on)))
        self._rows[question.id] = row
        return row

    def _tell(self, run: FirstRun) -> None:
        self.show_run(run)
        self.changed.emit(run)


def _card(look: Look, name: str, rows: list[TickRow]) -> Card:
    card = Card(look, _PAD)
    card.body.setContentsMargins(_PAD, _AIR, _PAD, _AIR)
    card.body.setSpacing(0)
    card.setAccessibleName(name)
    for row in rows:
        card.body.addWidget(row)
    return card
