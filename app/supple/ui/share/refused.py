"""A shared file that is not taken in: every reason, where it is, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core import labels
from supple.core.problem import Problem
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.share.body import RING, Body, room_in
from supple.ui.text import Text
from supple.ui.widgets.card import Card

WIDTH = 620
SHOWN = 20
"""Problems shown; the rest are in what is copied."""
SAFE = "Nothing of it was taken in, and nothing you have is changed."


class RefusedDialog(Overlay):
    """Names each problem with its place inside the file."""

    copy_asked = Signal(str)
    """All problems, as text."""

    def __init__(
        self, look: Look, parent: QWidget, name: str, problems: Sequence[Problem], count: int = 0
    ) -> None:
        """``count``: how many there are, where ``problems`` names only the first of them."""
        super().__init__(look, parent, f"“{name}” cannot be taken in", WIDTH)
        self.problems = tuple(problems)
        self.say(SAFE)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.setContentsMargins(0, RING, 0, 0)
        for problem in self.problems[:SHOWN]:
            column.addWidget(ProblemCard(look, problem))
        left = max(count, len(self.problems)) - SHOWN
        if left > 0:
            more = f"And {labels.plural(left, 'more problem')}."
            column.addWidget(Text(look, more, "small", "muted"))
        column.addStretch(1)
        self._body = Body(look, room_in(parent, look))
        self._body.set_body(column)
        self.content.addWidget(self._body)
        self.add_button("Close", "primary", accepts=False, key="Esc")
        copy = self.add_button("Copy details", "ghost", accepts=False)
        copy.clicked.connect(self._copy)

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self._body.set_most(room_in(parent, self._look))

    def _copy(self) -> None:
        self.copy_asked.emit("\n".join(str(problem) for problem in self.problems))


class ProblemCard(Card):
    """One problem: the place, what is wrong there, and how to mend it."""

    def __init__(self, look: Look, problem: Problem) -> None:
        super().__init__(look, 12)
        self.setAccessibleName(str(problem))
        self.body.setSpacing(2)
        place = place_of(problem)
        if place:
            self.body.addWidget(Text(look, place, "code", "muted", wrap=True))
        self.body.addWidget(Text(look, problem.what, "body-medium", "accent-ink", wrap=True))
        if problem.mend:
            self.body.addWidget(Text(look, problem.mend, wrap=True))


def place_of(problem: Problem) -> str:
    """Such as ``routines.json, line 12, column 7``; "" for the file as a whole."""
    parts = [problem.file] if problem.file else []
    if problem.line:
        parts.append(f"line {problem.line}, column {problem.column}")
    elif problem.path:
        parts.append(problem.path)
    return ", ".join(parts)
