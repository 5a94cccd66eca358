"""Puts routines of one's own into a file: which, under what title, with what note."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.share_head import NOTE_LENGTH, NOTE_LINES, TITLE_LENGTH
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.share.body import RING, Body, room_in
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.tick import Tick

WIDTH = 540
TELLS = "Your own stretches and pictures in it go along. Your history does not."
NONE = "Choose one at least."
_NOTE_LINES_SHOWN, _NOTE_EDGE = 3, 18
"""Lines of the note that are seen, and pixels of its frame, at text size 1."""
_LOW_UNDER = 400
"""Pixels of room below which the note takes a line and no more until it has more to show: what
goes in is to be seen at once."""


class SendDialog(Overlay):
    """Enter in the title or the button sends ``wished``; Esc leaves."""

    wished = Signal(object, str, str)
    """A tuple of ids, the title and the note."""

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        entries: Sequence[tuple[str, str]],
        chosen: Collection[str],
    ) -> None:
        """``entries``: id and name of each of one's own; ``chosen``: those ticked at first."""
        super().__init__(look, parent, "Share routines", WIDTH)
        self.ticks = {id_: Tick(look, name) for id_, name in entries}
        for id_, tick in self.ticks.items():
            tick.setChecked(id_ in chosen)
            tick.toggled.connect(lambda _on: self._check())
        self._names = dict(entries)
        self.title = QLineEdit()
        self.title.setMaxLength(TITLE_LENGTH)
        self.title.setAccessibleName("Title")
        self.title.returnPressed.connect(self.accept)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName("Note to the receiver")
        self.note.setTabChangesFocus(True)
        room = room_in(parent, look)
        self._least_lines = 1 if room < look.px(_LOW_UNDER) else _NOTE_LINES_SHOWN
        self._problem = Text(look, "", "small-medium", "accent-ink", wrap=True)
        self._build(room)
        self.note.textChanged.connect(self._check)
        self.note.textChanged.connect(self._fit_note)
        # The style has a least height for fields, and would set it over this one at first sight.
        self.note.ensurePolished()
        self._fit_note()
        self._check()

    @property
    def ids(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(id_ for id_, tick in self.ticks.items() if tick.isChecked())

    def first(self) -> QWidget | None:
        return self.title

    def accept(self) -> None:
        """Send it, unless something is missing."""
        self._check()
        if not self.save.isEnabled():
            announce(self, self._problem.text(), urgent=True)
            return
        ids, title, note = self.ids, self.title.text().strip(), self._note()
        super().accept()
        self.wished.emit(ids, title, note)

    def _build(self, most: int) -> None:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(4)
        column.setContentsMargins(0, RING, 0, 0)
        column.addWidget(Text(look, "Title", "small-strong", "muted"))
        column.addWidget(self.title)
        column.addSpacing(12)
        column.addWidget(Text(look, "Note to the receiver", "small-strong", "muted"))
        column.addWidget(self.note)
        column.addSpacing(12)
        column.addWidget(Text(look, "What goes in", "small-strong", "muted"))
        for tick in self.ticks.values():
            column.addWidget(tick)
        column.addSpacing(8)
        column.addWidget(Text(look, TELLS, "small", "muted", wrap=True))
        column.addStretch(1)
        self._body = Body(look, most)
        self._body.set_body(column)
        self.content.addWidget(self._body)
        self.content.addWidget(self._problem)
        self.save = self.add_button("Save as a file", "primary", accepts=True)
        self.add_button("Cancel", "secondary", accepts=False, key="Esc")

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            room = room_in(parent, self._look)
            self._least_lines = 1 if room < self._look.px(_LOW_UNDER) else _NOTE_LINES_SHOWN
            self._fit_note()
            self._body.set_most(room)

    def _fit_note(self) -> None:
        """As high as what is written, within what is shown of it."""
        # The layout of plain text counts in lines.
        written = int(self.note.document().documentLayout().documentSize().height())
        lines = max(self._least_lines, min(written, _NOTE_LINES_SHOWN))
        around = self._look.px(_NOTE_EDGE) + 2 * round(self.note.document().documentMargin())
        self.note.setFixedHeight(self._look.line("body") * lines + around)

    def _note(self) -> str:
        lines = self.note.toPlainText().strip().split("\n")
        return "\n".join(" ".join(line.split()) for line in lines)

    def _check(self) -> None:
        """Say what is missing, and propose a title."""
        ids, note = self.ids, self._note()
        named = self._names[ids[0]] if ids else ""
        more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
        self.title.setPlaceholderText(f"{named}{more}")
        problem = NONE if not ids else ""
        if len(note) > NOTE_LENGTH:
            over = labels.plural(len(note) - NOTE_LENGTH, "character")
            problem = f"The note is too long by {over}."
        elif note.count("\n") >= NOTE_LINES:
            problem = f"The note may have {NOTE_LINES} lines."
        self._problem.say(problem)
        self._problem.setVisible(bool(problem))
        self.save.setEnabled(not problem)
