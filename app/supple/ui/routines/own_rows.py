"""The rows of My routines: one for each routine or stretch of the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.picture import Pictures
from supple.ui.routines.actions import LOCKED, ActionsButton
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_ROW = 72
_THUMB = (64, 52)


class Shown(NamedTuple):
    """What a row tells."""

    id: str
    name: str
    detail: str
    figure: str
    is_routine: bool
    locked: bool
    """It cannot be changed, as its file has problems."""


class OwnCard(Card):
    """Rows one below the other. A row that stays keeps its buttons, and the focus on them."""

    start_asked = Signal(str)
    edited = Signal(str)
    """Somebody goes to change it, by its button."""

    def __init__(self, look: Look, pictures: Pictures, door: OwnDoor) -> None:
        super().__init__(look, 0)
        self._pictures = pictures
        self._door = door
        self._rows: dict[str, OwnRow] = {}
        self.body.setContentsMargins(20, 0, 20, 0)
        self.body.setSpacing(0)

    def show_rows(self, shown: Sequence[Shown]) -> None:
        """Show these, in this order; hidden while there is none."""
        for gone in self._rows.keys() - {one.id for one in shown}:
            row = self._rows.pop(gone)
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(shown):
            row = self._rows.get(one.id) or self._add(one)
            row.show_it(one)
            row.set_ruled(place > 0)
            if self.body.indexOf(row) != place:
                self.body.insertWidget(place, row)
        for one in shown:
            # Tab goes by the order among the card's children.
            self._rows[one.id].raise_()
        self.setVisible(bool(shown))

    def row(self, id_: str) -> OwnRow | None:
        """The row of that routine or stretch."""
        return self._rows.get(id_)

    def first(self) -> QWidget | None:
        """The first row's start."""
        row = self._at(0)
        return row.start if row is not None else None

    def place_of(self, widget: QWidget) -> int | None:
        """In which row ``widget`` is, from 0; None where it is in none."""
        rows = [self._at(n) for n in range(self.body.count())]
        here = (n for n, row in enumerate(rows) if row is not None and row.isAncestorOf(widget))
        return next(here, None)

    def near(self, place: int) -> QWidget | None:
        """What is safe to press twice in the row of ``place`` now, or in the last one."""
        row = self._at(min(place, self.body.count() - 1))
        return row.more if row is not None else None

    def _at(self, place: int) -> OwnRow | None:
        item = self.body.itemAt(place)
        row = item.widget() if item is not None else None
        return row if isinstance(row, OwnRow) else None

    def _add(self, shown: Shown) -> OwnRow:
        row = OwnRow(self._look, self._pictures, self._door, shown)
        id_ = shown.id
        edit = self._door.edit_asked if shown.is_routine else self._door.stretch_edit_asked
        row.start.clicked.connect(lambda: self.start_asked.emit(id_))
        row.edit.clicked.connect(lambda: self.edited.emit(id_))
        row.edit.clicked.connect(lambda: edit.emit(id_))
        self._rows[id_] = row
        return row


class OwnRow(QWidget):
    """A routine or stretch of the person's own."""

    def __init__(self, look: Look, pictures: Pictures, door: OwnDoor, shown: Shown) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._shown: Shown | None = None
        self._figure = ""
        self._ruled = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = Text(look, shown.name, "body-strong", elide=True)
        self._detail = Text(look, shown.detail, "small", "muted", elide=True, numbers=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        words.addStretch(1)
        self.start = Button(look, "Start", size="small", icon="play-solid")
        self.edit = Button(look, "Edit", size="small", icon="pencil")
        self.more = ActionsButton(look, door)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(8)
        self._line.addLayout(words, 1)
        self._line.addSpacing(8)
        for button in (self.start, self.edit, self.more):
            self._line.addWidget(button)
        look.changed.connect(self._fit)
        self._fit()
        self.show_it(shown)

    def show_it(self, shown: Shown) -> None:
        """Tell this from now on; it is about the same entry as before."""
        # The picture may be another one under the same name.
        self.update()
        if shown == self._shown:
            return
        self._shown = shown
        self._figure = shown.figure
        name, detail = shown.name, shown.detail
        self._name.say(name)
        self._detail.say(detail)
        self.setAccessibleName(f"{name}, {detail}")
        self.start.setAccessibleName(f"Start {name}, {detail}")
        self.edit.setAccessibleName(f"Edit {name}")
        locked = shown.locked
        self.more.show_for(shown.id, name, is_routine=shown.is_routine, is_own=True, locked=locked)
        self.edit.setEnabled(not locked)
        self.edit.setToolTip(LOCKED if locked else "")
        self.edit.setAccessibleDescription(LOCKED if locked else "")

    def set_ruled(self, ruled: bool) -> None:
        """Whether a line parts it from what is above."""
        self._ruled = ruled

    def _fit(self) -> None:
        self._line.setContentsMargins(self._look.px(_THUMB[0]) + 16, 0, 0, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, self._look.theme.color("line"))
        width, height = self._look.px(_THUMB[0]), self._look.px(_THUMB[1])
        box = QRectF(0, (self.height() - height) / 2, width, height)
        self._pictures.paint(painter, box, self._figure, self.devicePixelRatioF(), 8)
        painter.end()
