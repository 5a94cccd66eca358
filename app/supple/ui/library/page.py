"""The Library page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core import shelf
from supple.core.left_out import LeftOut
from supple.core.routine import Catalogue
from supple.core.shelf import Filters, Item, Kind, Part
from supple.ui.library.detail import Detail
from supple.ui.library.filters import FilterBar
from supple.ui.library.nothing_left import NothingLeft
from supple.ui.library.shelf_list import ShelfList
from supple.ui.look import Look
from supple.ui.own_door import OwnDoor
from supple.ui.page import Page
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.search import SearchField
from supple.ui.widgets.segmented import Segmented

_DETAIL = 344
_SEARCH = 212


class LibraryPage(Page):
    """Routines or stretches, filtered, with the details of the current one."""

    start_asked = Signal(str)
    """Id of a routine."""
    start_stretch_asked = Signal(str)
    """Id of a stretch."""
    new_stretch_asked = Signal()
    answers_asked = Signal()
    """The safety questions are to be answered."""
    sources_asked = Signal(str)
    """Id of the source to begin with, "" for the first."""

    def __init__(self, look: Look, pictures: Pictures, door: OwnDoor | None = None) -> None:
        """``door``: where wishes about own things go."""
        super().__init__(look, "Library")
        self._catalogue = Catalogue({}, {})
        self._durations: Mapping[str, float] = {}
        self._left_out = LeftOut()
        self._shelves: dict[Kind, tuple[Item, ...]] = dict.fromkeys(Kind, ())
        self._open = False
        self.search = SearchField(look, "Search", key="Ctrl F")
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_search)
        options = [(Kind.ROUTINE, "Routines"), (Kind.STRETCH, "Stretches")]
        self.kinds = Segmented(look, options, Kind.ROUTINE, name="What to show")
        self.kinds.chosen.connect(lambda _key: self._refilter())
        self.filters = FilterBar(look)
        self.filters.changed.connect(lambda _filters: self._refilter())
        self.list = ShelfList(look, pictures)
        self.list.setAccessibleName("Routines and stretches")
        self.list.picked.connect(self._on_picked)
        self.list.entered.connect(self.open_detail)
        self.list.clicked.connect(self._on_clicked)
        self._count = Text(look, "", "small", "muted", elide=True)
        self.detail = Detail(look, pictures, door)
        self.detail.start_asked.connect(self.start_asked)
        self.detail.start_stretch_asked.connect(self.start_stretch_asked)
        self.detail.sources_asked.connect(self.sources_asked)
        self.detail.answers_asked.connect(self.answers_asked)
        self._empty = NothingLeft(look, pictures)
        self._empty.drop_asked.connect(self._drop)
        self._empty.clear_asked.connect(self._clear)
        self.new_stretch = Button(look, "New stretch", "soft", "small", icon="plus")
        self.new_stretch.clicked.connect(self.new_stretch_asked)
        self._back = Button(look, "Back", "ghost", icon="arrow-left")
        self._back.clicked.connect(self.close_detail)
        self._build()
        look.changed.connect(self._arrange)

    def _build(self) -> None:
        self.head.insertWidget(0, self._back)
        self.head.addWidget(self.search)
        self.head.addWidget(self.kinds)
        self._tool_box = QWidget()
        self._tools = QHBoxLayout(self._tool_box)
        self._tools.setContentsMargins(0, 16, 0, 0)
        self._tools.setSpacing(8)
        self._tools.addWidget(self.filters, 1)
        tools = QHBoxLayout()
        tools.addWidget(self._tool_box)
        self.add_inset(tools)
        self.column.addLayout(tools)
        self.column.addSpacing(16)
        self._shelf = Card(self._look, 8)
        self._shelf.body.setSpacing(0)
        self._shelf.body.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 4)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.new_stretch)
        self._shelf.body.addLayout(foot)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self._shelf, 1)
        body.addWidget(self.detail)
        body.addWidget(self._empty, 1)
        self.add_inset(body)
        self.column.addLayout(body, 1)
        self.column.addSpacing(24)
        self._arrange()

    # What is shown

    def show_catalogue(
        self,
        catalogue: Catalogue,
        durations: Mapping[str, float],
        own_ids: Sequence[str] = (),
        left_out: LeftOut | None = None,
        locked: Collection[str] = (),
    ) -> None:
        """Fill the shelves. ``durations``: seconds by routine and stretch id.

        ``left_out`` is marked as such and cannot be started; ``locked``: ids of own entries
        whose file has problems.
        """
        self._catalogue, self._durations = catalogue, durations
        gone = self._left_out = left_out or LeftOut()
        self.detail.own, self.detail.locked = frozenset(own_ids), frozenset(locked)
        self._shelves = {
            Kind.ROUTINE: shelf.routines(catalogue, durations, own_ids, gone.routines),
            Kind.STRETCH: shelf.stretches(catalogue, durations, own_ids, gone.stretches),
        }
        for kind, items in self._shelves.items():
            word = "Routines" if kind is Kind.ROUTINE else "Stretches"
            self.kinds.rename(kind, f"{word} {len(items)}")
        pieces = shelf.equipment_of(self._shelves[Kind.STRETCH])
        self.filters.set_equipment(pieces)
        before = self.list.current()
        self._refilter()
        now = self.list.current()
        if before is not None and (now is None or now.id != before.id):
            # What was read about is gone: another one's details would come unasked.
            self.close_detail()

    def show_kind(self, kind: Kind) -> None:
        """Turn to the shelf of routines or of stretches."""
        self.kinds.choose(kind)
        self._refilter()

    def show_routine(self, routine: str) -> None:
        """Show one routine's details, whatever the filters hold back."""
        self._show_one(Kind.ROUTINE, routine)

    def show_stretch(self, stretch: str) -> None:
        """Show one stretch's details, whatever the filters hold back."""
        self._show_one(Kind.STRETCH, stretch)

    def _show_one(self, kind: Kind, item: str) -> None:
        self.kinds.choose(kind)
        self.search.clear()
        self.filters.clear()
        self._refilter()
        if self.list.choose(item):
            self.open_detail()

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.close_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def main_widget(self) -> QWidget | None:
        if self._empty.isVisibleTo(self):
            return self._empty.first_button()
        return self._way_in() if self.narrow and self._open else self.list

    def tab_stops(self) -> list[QWidget]:
        """The list, or what is open, first; then the narrow page as it reads, from its top."""
        stops = super().tab_stops()
        if not self.narrow:
            return stops
        top = (self.kinds, self.search, self.filters)
        upper = [s for part in top for s in stops if s is part or part.isAncestorOf(s)]
        return [*stops[:1], *upper, *(s for s in stops[1:] if s not in upper)]

    def set_narrow(self, narrow: bool) -> None:
        changed = narrow != self.narrow
        super().set_narrow(narrow)
        if changed:
            self.filters.set_narrow(narrow)
            self._open = False
            self._arrange()

    def open_detail(self) -> None:
        """To the details of the current row and their Start button."""
        if self.narrow:
            self._open = True
            self._arrange()
        self._way_in().setFocus(Qt.FocusReason.TabFocusReason)

    def _way_in(self) -> QWidget:
        """Where somebody comes to in the details, which are to begin at their top."""
        # What is left out has nothing to press up there but the way back.
        return self._back if self._open and not self.detail.starts else self.detail.main()

    def close_detail(self) -> None:
        """In a narrow window: from the details back to the list."""
        if self._open:
            self._open = False
            self._arrange()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.filters.close_box()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field Down and Enter lead into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            main = self.main_widget()
            if watched is self.search and down and main is not None:
                main.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.close_detail()
            return
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if pages is not None:
            self.detail.turn(pages)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.detail.isVisible():
            self.detail.to_end(top=event.key() == Qt.Key.Key_Home)
            return
        super().keyPressEvent(event)

    # Inside

    @property
    def _kind(self) -> Kind:
        return Kind(self.kinds.current)

    def _filters(self) -> Filters:
        return replace(self.filters.filters, text=self.search.text())

    def _on_search(self, text: str) -> None:
        # A new search is for its best hit, which comes first, and not for what was chosen before.
        self._refilter(keep=not text.strip())

    def _refilter(self, *, keep: bool = True) -> None:
        """``keep``: what is chosen stays so where it is still there, and the first does not."""
        items = self._shelves[self._kind]
        shown = shelf.matching(items, self._filters())
        current = self.list.current() if keep else None
        self.list.show_items(shown, current.id if current else "")
        self._count.say(shelf.count_line(len(shown), len(items), self._kind))
        self.new_stretch.setVisible(self._kind is Kind.STRETCH)
        if not shown:
            self._empty.explain(self._kind, items, self._filters(), self.filters.label_of)
        had_focus = self.list.hasFocus()
        self._arrange()
        first = self._empty.first_button()
        if had_focus and not shown and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, part: Part) -> None:
        if part is Part.TEXT:
            self.search.clear()
        else:
            self.filters.drop(part)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.search.clear()
        self.filters.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self, item: Item | None) -> None:
        if item is None:
            return
        if item.kind is Kind.ROUTINE:
            routine = self._catalogue.routines[item.id]
            self.detail.show_routine(routine, self._catalogue, item.duration_s, self._left_out)
        else:
            reason = self._left_out.stretches.get(item.id, "")
            self.detail.show_stretch(self._catalogue.stretches[item.id], item.duration_s, reason)

    def _on_clicked(self) -> None:
        # Beside the list the details are seen already, and the list keeps the focus.
        if self.narrow:
            self.open_detail()

    def _arrange(self) -> None:
        empty = self.list.current() is None
        opened = self.narrow and self._open and not empty
        self._back.setVisible(opened)
        self.title.setVisible(not opened)
        self.kinds.setVisible(not opened)
        self._place_search()
        self.search.setVisible(not opened)
        self._tool_box.setVisible(not opened)
        self.detail.set_low(self.narrow)
        self._empty.setVisible(empty)
        self._shelf.setVisible(not empty and not opened)
        self.detail.setVisible(not empty and (opened or not self.narrow))
        if self.narrow:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)
        else:
            self.detail.setFixedWidth(self._look.px(_DETAIL))

    def _place_search(self) -> None:
        """Beside the title, or beside the folded filters where the title has no room."""
        self.search.setProperty("compact", self.narrow)
        self.search.setFixedWidth(self._look.px(150 if self.narrow else _SEARCH))
        if self.narrow and self._tools.indexOf(self.search) < 0:
            self.head.removeWidget(self.search)
            self._tools.insertWidget(0, self.search)
        elif not self.narrow and self.head.indexOf(self.search) < 0:
            self._tools.removeWidget(self.search)
            self.head.insertWidget(self.head.count() - 1, self.search)
        self.search.style().unpolish(self.search)
        self.search.style().polish(self.search)
