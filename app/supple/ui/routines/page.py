"""The My routines page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core import labels, shelf
from supple.core.broken import BrokenFile
from supple.core.outline import stretches_of
from supple.core.routine import Catalogue, Routine, Stretch
from supple.ui.empty import EmptyCard
from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.page import Page, Scroller, clear
from supple.ui.picture import Pictures
from supple.ui.routines.actions import LOCKED, ActionsButton
from supple.ui.routines.broken_card import BrokenCard
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

TAKE_IN = "Open a shared file\N{HORIZONTAL ELLIPSIS}"
TAKE_IN_SHORT = "Shared file\N{HORIZONTAL ELLIPSIS}"
_ROW = 72
_THUMB = (64, 52)


class RoutinesPage(Page):
    """The person's own routines and stretches, with every broken file above them."""

    start_asked = Signal(str)
    start_stretch_asked = Signal(str)
    open_file_asked = Signal(str, int)
    open_folder_asked = Signal()
    check_again_asked = Signal()
    copy_asked = Signal(str)
    overlay_asked = Signal(object)

    def __init__(self, look: Look, pictures: Pictures, door: OwnDoor | None = None) -> None:
        """``door``: where wishes about own things go."""
        super().__init__(look, "My routines")
        self.door = door or OwnDoor(self)
        self._pictures = pictures
        self._first: QWidget | None = None
        self._catalogue = Catalogue({}, {})
        self._durations: Mapping[str, float] = {}
        self._own: frozenset[str] = frozenset()
        self._make_head()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        scroller = Scroller(look)
        scroller.set_body(self._rows)
        self.column.addSpacing(16)
        self.column.addWidget(scroller, 1)
        self.add_scroller(scroller)

    def _make_head(self) -> None:
        look = self._look
        self.new = Button(look, "New routine", "primary", icon="plus")
        self.new.clicked.connect(self.door.new_asked)
        self._new_stretch = Button(look, "New stretch", icon="plus")
        self._new_stretch.clicked.connect(self.door.stretch_new_asked)
        self._take_in = Button(look, TAKE_IN, icon="download")
        self._take_in.setAccessibleName(TAKE_IN)
        self._take_in.clicked.connect(self.door.take_in_asked)
        for button in (self._take_in, self._new_stretch, self.new):
            self.head.addWidget(button)
        self._below = QHBoxLayout()
        self._below.setSpacing(8)
        below = QHBoxLayout()
        below.addLayout(self._below)
        below.addStretch(1)
        self.column.addLayout(below)
        self.add_inset(below)

    def show_own(
        self,
        catalogue: Catalogue,
        durations: Mapping[str, float],
        own_ids: Sequence[str],
        broken: Sequence[BrokenFile],
        folder: str,
        locked: Collection[str] = (),
    ) -> None:
        """Show what is named in ``own_ids``, the ``broken`` files, and where all of it lives.

        ``locked``: ids of entries whose file has problems, which are not to be changed here.
        """
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        name = focus.accessibleName() if focus is not None and had_focus else ""
        self._catalogue, self._durations = catalogue, durations
        self._own = frozenset(own_ids)
        clear(self._rows)
        self._first = None
        for file in broken:
            self._add_broken(file)
        routines = [catalogue.routines[i] for i in own_ids if i in catalogue.routines]
        stretches = [catalogue.stretches[i] for i in own_ids if i in catalogue.stretches]
        by_name = sorted(routines, key=lambda r: r.name.casefold())
        if routines:
            self._add_card([self._routine_row(r, locked) for r in by_name])
        elif not broken:
            self._add_empty()
        if stretches:
            self._rows.addWidget(Text(self._look, "My stretches", "subhead"))
            named = sorted(stretches, key=lambda s: s.name.casefold())
            self._add_card([self._stretch_row(s, locked) for s in named])
        # One filled button on a page.
        self.new.setVisible(bool(routines or broken))
        self._add_where(folder)
        if routines or stretches or broken:
            self._rows.addStretch(1)
        if had_focus:
            self._focus_again(name)

    def main_widget(self) -> QWidget | None:
        return self._first or self.new

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        if narrow == (self._below.count() > 0):
            return
        self._take_in.setText(TAKE_IN_SHORT if narrow else TAKE_IN)
        # Beside the title there is no room for them any more.
        old, new = (self.head, self._below) if narrow else (self._below, self.head)
        buttons = (self._take_in, self._new_stretch, self.new)
        for button in reversed(buttons) if narrow else buttons:
            old.removeWidget(button)
            new.addWidget(button)
        self._below.setContentsMargins(0, 12 if narrow else 0, 0, 0)

    def _focus_again(self, name: str) -> None:
        """Leave the focus on what has the name of what had it, or on the main thing."""
        same = [b for b in self.findChildren(Button) if name and b.accessibleName() == name]
        there = [b for b in same if b.isVisibleTo(self) and b.isEnabled()]
        target = there[-1] if there else self.main_widget()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_broken(self, file: BrokenFile) -> None:
        card = BrokenCard(self._look, file)
        card.open_file_asked.connect(self.open_file_asked)
        card.check_again_asked.connect(self.check_again_asked)
        card.copy_asked.connect(self.copy_asked)
        self._rows.addWidget(card)
        self._first = self._first or card.findChild(Button)

    def _add_card(self, rows: Sequence[OwnRow]) -> None:
        card = Card(self._look, 0)
        card.body.setContentsMargins(20, 0, 20, 0)
        card.body.setSpacing(0)
        for n, row in enumerate(rows):
            row.set_ruled(n > 0)
            card.body.addWidget(row)
            self._first = self._first or row.start
        self._rows.addWidget(card)

    def _routine_row(self, routine: Routine, locked: Collection[str]) -> OwnRow:
        parts = stretches_of(routine, self._catalogue)
        figure = parts[0].figure if parts else ""
        length = labels.clock(self._durations.get(routine.id, 0.0))
        detail = f"{labels.plural(len(routine.steps), 'stretch', 'stretches')}, {length}"
        row = OwnRow(self._look, self._pictures, self.door, routine.name, detail, figure)
        row.start.clicked.connect(lambda _=False, i=routine.id: self.start_asked.emit(i))
        row.edit.clicked.connect(lambda _=False, i=routine.id: self.door.edit_asked.emit(i))
        row.is_about(routine.id, is_routine=True, locked=routine.id in locked)
        return row

    def _stretch_row(self, stretch: Stretch, locked: Collection[str]) -> OwnRow:
        detail = ", ".join(
            part
            for part in (
                labels.dose(stretch.dose, stretch.sides),
                labels.position(stretch.position),
            )
            if part
        )
        name, id_ = stretch.name, stretch.id
        row = OwnRow(self._look, self._pictures, self.door, name, detail, stretch.figure)
        row.start.clicked.connect(lambda _=False: self.start_stretch_asked.emit(id_))
        row.edit.clicked.connect(lambda _=False: self.door.stretch_edit_asked.emit(id_))
        row.is_about(id_, is_routine=False, locked=id_ in locked)
        return row

    def _add_where(self, folder: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(
            Text(self._look, f"Your files are in {folder}", "small", "muted", elide=True)
        )
        opener = Button(self._look, "Open the folder", "ghost", "small", icon="folder-open")
        opener.clicked.connect(self.open_folder_asked)
        check = Button(self._look, "Check again", "ghost", "small", icon="rotate-ccw")
        check.clicked.connect(self.check_again_asked)
        line.addWidget(opener)
        line.addWidget(check)
        line.addStretch(1)
        self._rows.addLayout(line)

    def _add_empty(self) -> None:
        empty = EmptyCard(self._look, self._pictures)
        new = Button(self._look, "New routine", "primary", icon="plus")
        new.clicked.connect(self.door.new_asked)
        copy = Button(self._look, "Copy one of ours", icon="copy")
        copy.clicked.connect(self.choose_copy)
        words = (
            "Put your own together from any stretches, or begin with a copy of one of ours. "
            "A file that somebody shared with you can be dropped here."
        )
        empty.say("No routines of your own yet", words, [new, copy])
        self._rows.addWidget(empty, 1)
        self._first = new

    def choose_copy(self) -> None:
        """Choose which of ours to copy."""
        from supple.ui.editor.picker import Picker

        ours = {i: r for i, r in self._catalogue.routines.items() if i not in self._own}
        items = shelf.routines(Catalogue(self._catalogue.stretches, ours), self._durations)
        picker = Picker(
            self._look,
            self._pictures,
            self.window(),
            items,
            title="Copy one of ours",
            several=False,
        )
        picker.picked.connect(lambda ids: self.door.copy_asked.emit(ids[0]))
        self.overlay_asked.emit(picker)


class OwnRow(QWidget):
    """A routine or stretch of the person's own."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        door: OwnDoor,
        name: str,
        detail: str,
        figure: str,
    ) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._name = name
        self._figure = figure
        self._ruled = False
        self.setAccessibleName(f"{name}, {detail}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, name, "body-strong", elide=True))
        words.addWidget(Text(look, detail, "small", "muted", elide=True, numbers=True))
        words.addStretch(1)
        self.start = Button(look, "Start", size="small", icon="play-solid")
        self.start.setAccessibleName(f"Start {name}, {detail}")
        self.edit = Button(look, "Edit", size="small", icon="pencil")
        self.edit.setAccessibleName(f"Edit {name}")
        self.more = ActionsButton(look, door)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(_THUMB[0]) + 16, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for button in (self.start, self.edit, self.more):
            row.addWidget(button)

    def is_about(self, id_: str, *, is_routine: bool, locked: bool) -> None:
        """What its menu does it with; ``locked``: it cannot be changed, as its file is broken."""
        self.more.show_for(id_, self._name, is_routine=is_routine, is_own=True, locked=locked)
        self.edit.setEnabled(not locked)
        self.edit.setToolTip(LOCKED if locked else "")
        self.edit.setAccessibleDescription(LOCKED if locked else "")

    def set_ruled(self, ruled: bool) -> None:
        """Whether a line parts it from what is above."""
        self._ruled = ruled

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
