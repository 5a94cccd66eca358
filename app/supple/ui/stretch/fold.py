"""The part of the form that is closed until somebody wants it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supple.core import labels
from supple.ui.library.fold import Fold
from supple.ui.look import Look
from supple.ui.widgets.card import Card

TITLE = "More"
BELOW = "What it stretches, what to watch for, when to leave it out, who told you"


class MoreFold(Fold):
    """A fold around a part of the form that is there from the beginning."""

    def __init__(self, look: Look, part: QWidget) -> None:
        card = Card(look, 20)
        card.body.addWidget(part)
        super().__init__(look, TITLE, BELOW, lambda: card)
        self._column.setSpacing(12)
        # Filled while it is closed: it has to be somebody's.
        card.setParent(self)
        card.hide()

    def open(self) -> None:
        """Show what is in it."""
        if not self.opened:
            self.toggle()

    def show_count(self, count: int) -> None:
        """Tell of ``count`` things to be seen to inside."""
        below = f"{labels.plural(count, 'thing')} to see to" if count else BELOW
        self.head.set_below(below)
