"""What a shared file holds, shown before anything of it is taken in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core.meeting import Choice
from supple.core.share_view import ShareView
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.share.body import RING, Body, room_in
from supple.ui.share.entry_card import EntryCard
from supple.ui.text import Text
from supple.ui.widgets.card import Card

WIDTH = 620
HERE = "All of it is in your library already."
REST_HERE = "All the rest is in your library already."
SAFE = "Nothing you have is changed."
UNLESS = "Nothing you have is changed unless you choose so."
"""Where something of mine may be replaced."""


class PreviewDialog(Overlay):
    """Accepted when it is to be taken in; ``choices`` says how."""

    def __init__(self, look: Look, parent: QWidget, view: ShareView, pictures: Pictures) -> None:
        super().__init__(look, parent, view.title, WIDTH)
        self.choices: dict[str, Choice] = {}
        """By the id in the file, where another choice than the usual one was made."""
        made = f", made with {view.made_with}" if view.made_with else ""
        self.say(f"A shared file with {view.headline}{made}.")
        self._add_body(view, pictures, room_in(parent, look))
        self._replaceable = {
            e.id: e.name for e in view.entries if Choice.REPLACE in dict(e.choices)
        }
        promise = self._promise() if view.adds else REST_HERE if view.missing else HERE
        self._promised = Text(look, promise, token="muted", wrap=True)
        self.content.addWidget(self._promised)
        if view.adds:
            self.take = self.add_button("Take in", "primary", accepts=True)
            self.add_button("Not now", "secondary", accepts=False, key="Esc")
        else:
            self.add_button("Close", "secondary", accepts=False, key="Esc")

    def _add_body(self, view: ShareView, pictures: Pictures, most: int) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.setContentsMargins(0, RING, 0, 0)
        if view.note:
            column.addWidget(self._lines("A note from the sender", view.note))
        if view.missing:
            column.addWidget(self._lines("Left out", view.missing))
        for entry in view.entries:
            card = EntryCard(self._look, pictures, entry)
            card.chosen.connect(lambda choice, id_=entry.id: self._choose(id_, choice))
            column.addWidget(card)
        column.addStretch(1)
        self.scroller = Body(self._look, most)
        self.scroller.set_body(column)
        self.content.addWidget(self.scroller)

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.scroller.set_most(room_in(parent, self._look))

    def _lines(self, title: str, lines: tuple[str, ...]) -> Card:
        card = Card(self._look, 16)
        card.setAccessibleName(title)
        card.body.setSpacing(4)
        card.body.addWidget(Text(self._look, title, "small-strong", "muted"))
        for line in lines:
            card.body.addWidget(Text(self._look, line, wrap=True))
        return card

    def _choose(self, id_: str, choice: Choice) -> None:
        self.choices[id_] = choice
        self._promised.say(self._promise())

    def _promise(self) -> str:
        """What becomes of what is here."""
        chosen = self.choices.items()
        gone = [f"“{self._replaceable[id_]}”" for id_, c in chosen if c is Choice.REPLACE]
        if gone:
            *most, last = gone
            names = f"{', '.join(most)} and {last}" if most else last
            return f"Yours is replaced: {names}. Undo brings it back."
        return UNLESS if self._replaceable else SAFE
