"""The dialog that corrects a session."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.history_ask import LONGEST_MIN, EditableSession, SessionChanges
from supple.ui.dialog import Overlay
from supple.ui.history.when_field import WhenField
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.painrow import PainRow
from supple.ui.widgets.stepper import Stepper

LONGEST_NOTE = 500
"""Characters."""
LATER = "That is later than now. Choose an earlier date or time."
_GAP = 16
_AROUND = 210
"""Pixels that title, buttons and margins of the dialog take."""
RING = 4
"""Pixels that the focus ring needs round a field."""


class EditDialog(Overlay):
    """Date, minutes, pain and note. Enter saves, Esc leaves all as it was."""

    saved = Signal(object)
    """The ``SessionChanges``; not sent when there are none."""
    deleted = Signal()

    def __init__(self, look: Look, parent: QWidget, session: EditableSession) -> None:
        super().__init__(look, parent, "Edit session")
        self._session = session
        self._minutes_before = round(session.held_s / 60)
        started = session.started_at
        year = f" {started.year}" if started.year != session.now.year else ""
        self.card.body.setSpacing(0)
        what = f"{labels.day(started.date())}{year}, {session.routine}"
        self.say(f"{what}. {session.ended}." if session.ended else what)
        self.when = WhenField(look, "Date and time")
        self.when.show_moment(started)
        self.when.set_last(session.now.astimezone(started.tzinfo).date())
        most = max(LONGEST_MIN, self._minutes_before)
        self.minutes = Stepper(look, self._minutes_before, 0, most, name="Minutes", tall=True)
        self.before = PainRow(look, "Pain before")
        self.before.choose(session.pain_before)
        self.after = PainRow(look, "Pain after")
        self.after.choose(session.pain_after)
        self.note = QLineEdit(session.note)
        self.note.setMaxLength(max(LONGEST_NOTE, len(session.note)))
        self.note.setAccessibleName("Note")
        self._problem = Text(look, "", "small", "accent-ink", wrap=True)
        self._problem.hide()
        self._build()
        self.when.dateTimeChanged.connect(lambda _at: self._check())
        self._check()

    def first(self) -> QWidget | None:
        return self.when

    def open(self, below: QWidget) -> None:
        """Show it over everything in the parent; ``below`` is out of reach meanwhile."""
        super().open(below)
        # Delete stands at the left and the others end at the right.
        self.buttons.takeAt(self.buttons.count() - 1)

    def changes(self) -> SessionChanges | None:
        """What is different now; None when nothing is."""
        session = self._session
        started = self._started()
        minutes = self.minutes.value()
        held_s = float(minutes * 60) if minutes != self._minutes_before else None
        moved = started != session.started_at.replace(second=0, microsecond=0)
        made = SessionChanges(
            started if moved else None,
            held_s,
            self.before.value,
            self.after.value,
            self.note.text().strip(),
        )
        same = (None, None, session.pain_before, session.pain_after, session.note.strip())
        now = (made.started_at, made.held_s, made.pain_before, made.pain_after, made.note)
        return None if now == same else made

    def accept(self) -> None:
        """Save, unless something cannot be."""
        self._check()
        if not self._save.isEnabled():
            announce(self, self._problem.text(), urgent=True)
            return
        changes = self.changes()
        super().accept()
        if changes is not None:
            self.saved.emit(changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            event.accept()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        look = self._look
        pair = QGridLayout()
        pair.setHorizontalSpacing(_GAP)
        pair.setVerticalSpacing(4)
        for column, (label, field) in enumerate(
            (("Date and time", self.when), ("Minutes", self.minutes))
        ):
            pair.addWidget(Text(look, label, "small-strong", "muted"), 0, column)
            pair.addWidget(field, 1, column)
            pair.setColumnStretch(column, 1)
        form = QVBoxLayout()
        form.setSpacing(_GAP)
        form.addLayout(pair)
        form.addWidget(self._problem)
        form.addWidget(self.before)
        form.addWidget(self.after)
        note = QVBoxLayout()
        note.setSpacing(4)
        note.addWidget(Text(look, "Note", "small-strong", "muted"))
        note.addWidget(self.note)
        form.addLayout(note)
        self.content.setSpacing(_GAP)
        self._add_form(form)
        self.card.body.insertSpacing(self.card.body.count() - 1, 20)
        remove = Button(look, "Delete", "regret", icon="trash-2")
        remove.clicked.connect(self._delete)
        self.buttons.addWidget(remove)
        self.buttons.addStretch(1)
        self.add_button("Cancel", "secondary", accepts=False)
        self._save = self.add_button("Save", "primary", accepts=True, key="Enter")

    def _add_form(self, form: QVBoxLayout) -> None:
        """The fields as they are, or where a low window has no room for all, to be scrolled."""
        parent = self.parentWidget()
        room = parent.height() - self._look.px(_AROUND) if parent is not None else 0
        form.setContentsMargins(0, 0, 0, 0)
        fields = QWidget()
        fields.setLayout(form)
        # With the line that may come to stand below the date.
        wanted = fields.sizeHint().height() + self._look.line("small") + _GAP
        if wanted <= room:
            self.content.addWidget(fields)
            return
        scroller = Scroller(self._look, bottom=RING, edge=RING)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, RING, 0, 0)
        inside.addWidget(fields)
        scroller.set_body(inside)
        scroller.set_right(scroller.verticalScrollBar().sizeHint().width() + RING)
        scroller.setFixedHeight(room)
        self.content.addWidget(scroller)

    def _started(self) -> datetime:
        """What the field says, in the offset the session was started in."""
        return self.when.moment().replace(tzinfo=self._session.started_at.tzinfo)

    def _check(self) -> None:
        """Say beside Save what is missing."""
        late = self._started() > self._session.now + timedelta(minutes=1)
        text = LATER if late else ""
        if text and text != self._problem.text():
            announce(self, text)
        self._problem.say(text)
        self._problem.setVisible(late)
        self._save.setEnabled(not late)

    def _delete(self) -> None:
        self.dismiss()
        self.deleted.emit()
