"""One routine or stretch of a shared file: what it is, and how it stands to what is here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from supple.core import labels
from supple.core.meeting import Choice, Met
from supple.core.share_view import EntryView, Line
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip
from supple.ui.widgets.segmented import Segmented

KINDS = {Met.NEW: "teal", Met.SAME: "plain", Met.CLASH: "care"}
CAUTIONS = 3
"""Shown at once; a button shows the others."""
_PICTURE = (64, 48)


class EntryCard(Card):
    """Shows one entry; where it clashes, asks what is to become of it."""

    chosen = Signal(object)
    """The ``Choice`` made."""

    def __init__(self, look: Look, pictures: Pictures, entry: EntryView) -> None:
        super().__init__(look, 16)
        self._look = look
        self._pictures = pictures
        self.setAccessibleName(f"{entry.kind} {entry.name}. {entry.state}. {entry.details}")
        self.body.setSpacing(10)
        self.body.addLayout(self._head(entry))
        if entry.choices:
            # At the top: what is asked is seen before what would have to be scrolled to.
            self._add_choices(entry)
        if entry.left_out:
            self.body.addWidget(Text(look, entry.left_out, "small-medium", "accent-ink", wrap=True))
        for line in entry.lines:
            self.body.addLayout(self._line(line, named=entry.kind == "Routine"))
        self._add_cautions(entry.cautions)

    def _head(self, entry: EntryView) -> QHBoxLayout:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, entry.name, "subhead", wrap=True))
        words.addWidget(Text(look, f"{entry.kind}, {entry.details}", "small", "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        chip = Chip(look, entry.state, KINDS[entry.met])
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _line(self, line: Line, *, named: bool) -> QHBoxLayout:
        look = self._look
        picture = Picture(self._pictures, padding=4, radius=8)
        picture.setFixedSize(look.px(_PICTURE[0]), look.px(_PICTURE[1]))
        # Its own words come with the drawing, once it is scrolled into view.
        picture.setAccessibleName(f"Picture of {line.name}")
        picture.show_figure(line.figure)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        if named:
            words.addWidget(Text(look, line.name, "body-medium", wrap=True))
        words.addWidget(Text(look, line.dose, "small", "muted", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _add_cautions(self, cautions: Sequence[str]) -> None:
        if not cautions:
            return
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(2)
        self.body.addLayout(column)
        column.addWidget(Text(look, "Take care", "small-strong", "muted"))
        rest: list[Text] = []
        for number, caution in enumerate(cautions):
            text = Text(look, caution, "small", wrap=True)
            column.addWidget(text)
            # A button for one more line would take the room of that line.
            if number >= CAUTIONS and len(cautions) > CAUTIONS + 1:
                text.hide()
                rest.append(text)
        if rest:
            column.addWidget(self._more(rest), 0, Qt.AlignmentFlag.AlignLeft)

    def _more(self, rest: Sequence[Text]) -> Button:
        label = f"Show {labels.plural(len(rest), 'more', 'more')}"
        more = Button(self._look, label, "ghost", "small")

        def show() -> None:
            for text in rest:
                text.show()
            more.hide()

        more.clicked.connect(show)
        return more

    def _add_choices(self, entry: EntryView) -> None:
        for line in entry.differs:
            self.body.addWidget(Text(self._look, line, "small", wrap=True))
        options = [(choice.value, label) for choice, label in entry.choices]
        self.choice = Segmented(
            self._look, options, options[0][0], small=True, name=f"What to do with {entry.name}"
        )
        self.choice.chosen.connect(lambda key: self.chosen.emit(Choice(key)))
        self.body.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
