"""The My routines page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from supple.core import labels, shelf
from supple.core.broken import BrokenFile
from supple.core.outline import stretches_of
from supple.core.routine import Catalogue, Routine, Stretch
from supple.ui.empty import EmptyCard
from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.page import Page, Scroller, clear
from supple.ui.picture import Pictures
from supple.ui.routines.broken_card import BrokenCard
from supple.ui.routines.own_rows import OwnCard, Shown
from supple.ui.text import Text
from supple.ui.widgets.button import Button

EntryT = TypeVar("EntryT", Routine, Stretch)
TAKE_IN = "Open a shared file\N{HORIZONTAL ELLIPSIS}"
TAKE_IN_SHORT = "Shared file\N{HORIZONTAL ELLIPSIS}"


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
        self._back_to = ""
        self._left_by: Button | None = None
        """What something new was asked for with, until somebody comes back."""
        """Of which own thing somebody comes back, if they do."""
        self._broken: tuple[BrokenFile, ...] = ()
        self._empty: EmptyCard | None = None
        self._catalogue = Catalogue({}, {})
        self._durations: Mapping[str, float] = {}
        self._own: frozenset[str] = frozenset()
        self._make_head()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._make_rows()
        scroller = Scroller(look)
        scroller.set_body(self._rows)
        self.column.addSpacing(16)
        self.column.addWidget(scroller, 1)
        self.add_scroller(scroller)

    def _make_head(self) -> None:
        look = self._look
        self.new = Button(look, "New routine", "primary", icon="plus")
        self.new.clicked.connect(lambda: self._leave_by(self.new, self.door.new_asked))
        self._new_stretch = Button(look, "New stretch", icon="plus")
        asked = self.door.stretch_new_asked
        self._new_stretch.clicked.connect(lambda: self._leave_by(self._new_stretch, asked))
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

    def _make_rows(self) -> None:
        self._broken_box = QWidget()
        self._broken_rows = QVBoxLayout(self._broken_box)
        self._broken_rows.setContentsMargins(0, 0, 0, 0)
        self._broken_rows.setSpacing(16)
        self._routines = OwnCard(self._look, self._pictures, self.door)
        self._routines.start_asked.connect(self.start_asked)
        self._stretch_title = Text(self._look, "My stretches", "subhead")
        self._stretches = OwnCard(self._look, self._pictures, self.door)
        self._stretches.start_asked.connect(self.start_stretch_asked)
        for card in (self._routines, self._stretches):
            card.edited.connect(self.land_on)
        cards = (self._broken_box, self._routines, self._stretch_title, self._stretches)
        for widget in cards:
            self._rows.addWidget(widget)
            widget.hide()
        self._make_where()
        self._rows.addStretch(1)

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
        cards = (self._routines, self._stretches)
        places = [card.place_of(focus) if focus is not None else None for card in cards]
        self._catalogue, self._durations = catalogue, durations
        self._own = frozenset(own_ids)
        self._show_broken(tuple(broken))
        routines = [catalogue.routines[i] for i in own_ids if i in catalogue.routines]
        stretches = [catalogue.stretches[i] for i in own_ids if i in catalogue.stretches]
        self._routines.show_rows([self._routine(r, locked) for r in _by_name(routines)])
        self._stretches.show_rows([self._stretch(s, locked) for s in _by_name(stretches)])
        self._stretch_title.setVisible(bool(stretches))
        self._show_empty(is_empty=not routines and not broken)
        # One filled button on a page.
        self.new.setVisible(bool(routines or broken))
        self._where.say(f"Your files are in {folder}")
        filled = bool(routines or stretches or broken)
        self._rows.setStretch(self._rows.count() - 1, int(filled))
        if focus is not None and had_focus and not self._has(focus):
            both = zip(cards, places, strict=True)
            near = (card.near(place) for card, place in both if place is not None)
            self._focus_again(name, next(near, None))

    def main_widget(self) -> QWidget | None:
        for button in self._broken_box.findChildren(Button):
            if button.isVisibleTo(self):
                return button
        if self._empty is not None and self._empty.isVisibleTo(self):
            return self._empty_new
        return self._routines.first() or self.new

    def landing(self) -> QWidget | None:
        here, self._back_to = self._back_to, ""
        left_by, self._left_by = self._left_by, None
        row = self._routines.row(here) or self._stretches.row(here)
        if row is not None and row.edit.isEnabled():
            return row.edit
        there = left_by is not None and left_by.isVisibleTo(self)
        return left_by if there else self.main_widget()

    def _leave_by(self, button: Button, asked: SignalInstance) -> None:
        """Whoever gives up what is new comes back to the button it was asked for with."""
        self._left_by = button
        asked.emit()

    def land_on(self, id_: str) -> None:
        """Have the focus on that routine or stretch when the page is opened next."""
        self._back_to = id_

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

    def _focus_again(self, name: str, near: QWidget | None) -> None:
        """Leave the focus on what has the name of what had it, on what is ``near``, or on the
        main thing: whoever deletes a row is not led to the start of another."""
        same = [b for b in self.findChildren(Button) if name and b.accessibleName() == name]
        there = [b for b in same if b.isVisibleTo(self) and b.isEnabled()]
        target = there[-1] if there else near or self.main_widget()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has(self, widget: QWidget) -> bool:
        return isValid(widget) and self.isAncestorOf(widget) and widget.isVisibleTo(self)

    def _show_broken(self, broken: tuple[BrokenFile, ...]) -> None:
        if broken != self._broken:
            clear(self._broken_rows)
            for file in broken:
                card = BrokenCard(self._look, file)
                card.open_file_asked.connect(self.open_file_asked)
                card.check_again_asked.connect(self.check_again_asked)
                card.copy_asked.connect(self.copy_asked)
                self._broken_rows.addWidget(card)
        self._broken = broken
        self._broken_box.setVisible(bool(broken))

    def _routine(self, routine: Routine, locked: Collection[str]) -> Shown:
        parts = stretches_of(routine, self._catalogue)
        figure = parts[0].figure if parts else ""
        length = labels.clock(self._durations.get(routine.id, 0.0))
        detail = f"{labels.plural(len(routine.steps), 'stretch', 'stretches')}, {length}"
        is_locked = routine.id in locked
        return Shown(routine.id, routine.name, detail, figure, is_routine=True, locked=is_locked)

    def _stretch(self, stretch: Stretch, locked: Collection[str]) -> Shown:
        position = labels.position(stretch.position).lower()
        parts = (labels.dose(stretch.dose, stretch.sides), position)
        detail = ", ".join(part for part in parts if part)
        id_, name, figure = stretch.id, stretch.name, stretch.figure
        return Shown(id_, name, detail, figure, is_routine=False, locked=id_ in locked)

    def _make_where(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self._where = Text(self._look, "", "small", "muted", elide=True)
        opener = Button(self._look, "Open the folder", "ghost", "small", icon="folder-open")
        opener.clicked.connect(self.open_folder_asked)
        check = Button(self._look, "Check again", "ghost", "small", icon="rotate-ccw")
        check.clicked.connect(self.check_again_asked)
        for widget in (self._where, opener, check):
            line.addWidget(widget)
        line.addStretch(1)
        self._rows.addLayout(line)

    def _show_empty(self, *, is_empty: bool) -> None:
        if is_empty and self._empty is None:
            self._empty = self._make_empty()
            self._rows.insertWidget(self._rows.indexOf(self._stretch_title), self._empty, 1)
        if self._empty is not None:
            self._empty.setVisible(is_empty)

    def _make_empty(self) -> EmptyCard:
        empty = EmptyCard(self._look, self._pictures)
        self._empty_new = Button(self._look, "New routine", "primary", icon="plus")
        self._empty_new.clicked.connect(self.door.new_asked)
        copy = Button(self._look, "Copy one of ours", icon="copy")
        copy.clicked.connect(self.choose_copy)
        words = (
            "Put your own together from any stretches, or begin with a copy of one of ours. "
            "A file that somebody shared with you can be dropped here."
        )
        empty.say("No routines of your own yet", words, [self._empty_new, copy])
        return empty

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


def _by_name(entries: Sequence[EntryT]) -> list[EntryT]:
    return sorted(entries, key=lambda entry: entry.name.casefold())
