"""The Settings page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supple.core.my_plan import Known
from supple.core.settings import Settings
from supple.figure.port import FigurePainter
from supple.ui.files import FileAsker
from supple.ui.look import Look
from supple.ui.nav import Entry, NavItem
from supple.ui.page import Page, Scroller
from supple.ui.settings.appearance import AppearanceCards
from supple.ui.settings.breaks import BreakCards
from supple.ui.settings.data import DataCards
from supple.ui.settings.plan import PlanCards
from supple.ui.settings.shortcuts import ShortcutCards
from supple.ui.settings.voice import VoiceCards
from supple.ui.tabbing import as_read
from supple.ui.widgets.combo import Combo

_LIST, _EDGE = 172, 4
_SECTIONS = (
    Entry("voice", "Voice", "volume-2"),
    Entry("breaks", "Breaks", "bell"),
    Entry("goal", "Plan and goal", "target"),
    Entry("appearance", "Appearance", "sun-moon"),
    Entry("data", "Data", "folder-open"),
    Entry("shortcuts", "Shortcuts", "keyboard"),
)
_KEYS = tuple(entry.key for entry in _SECTIONS)


Cards: TypeAlias = VoiceCards | BreakCards | PlanCards | AppearanceCards | DataCards | ShortcutCards
"""The cards of one section, with ``changed`` and ``show_settings``."""
C = TypeVar("C")


class SettingsPage(Page):
    """Sections on the left, their cards on the right."""

    changed = Signal(object)
    """The whole new ``Settings``."""
    shown = Signal()
    """The page has come into view: what can be found in this computer may have changed."""

    refilled = Signal()
    """A section was built: the order of focus is another."""

    def __init__(self, look: Look, figures: FigurePainter, files: FileAsker | None = None) -> None:
        """``files`` asks for paths; the system's own dialogs when it is left out."""
        super().__init__(look, "Settings")
        self._settings = Settings()
        self._known = Known()
        self._showing = False
        self._stack = QStackedWidget()
        self._items: dict[str, NavItem] = {}
        self._gap = QWidget()
        self._combo = Combo(look, "Section")
        self._sections = self._build_sections()
        self._figures = figures
        self._files = files
        self._made: dict[str, Cards] = {}
        self._waiting: dict[str, list[Callable[[Any], None]]] = {}
        for entry in _SECTIONS:
            self._combo.addItem(entry.label, entry.key)
            self._stack.addWidget(QWidget())
        self._combo.activated.connect(lambda n: self.choose(_SECTIONS[n].key))
        body = QHBoxLayout()
        body.setSpacing(24 - _EDGE)
        body.addWidget(self._sections, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self._stack, 1)
        self.column.addSpacing(18)
        picker = QHBoxLayout()
        # In line with the cards, which leave room for a focus ring.
        picker.addSpacing(_EDGE)
        picker.addWidget(self._combo)
        self.add_inset(picker)
        self.column.addLayout(picker)
        self.column.addWidget(self._gap)
        self.column.addLayout(body, 1)
        self.choose("voice")
        self.set_narrow(False)

    @property
    def voice(self) -> VoiceCards:
        """The section, built now if need be; the same for the next four."""
        return self._part("voice", VoiceCards)

    @property
    def breaks(self) -> BreakCards:
        return self._part("breaks", BreakCards)

    @property
    def plan(self) -> PlanCards:
        return self._part("goal", PlanCards)

    @property
    def appearance(self) -> AppearanceCards:
        return self._part("appearance", AppearanceCards)

    @property
    def data(self) -> DataCards:
        return self._part("data", DataCards)

    def when_built(self, section: str, then: Callable[[Any], None]) -> None:
        """Call ``then`` with the cards of ``section`` once they are there."""
        if section in self._made:
            then(self._made[section])
        else:
            self._waiting.setdefault(section, []).append(then)

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings`` without telling anybody."""
        self._settings = settings
        for part in self._made.values():
            self._show(part)

    def show_known(self, known: Known) -> None:
        """What may be put into the daily plan."""
        self._known = known
        for part in self._made.values():
            self._give_known(part)

    def go_to_plan(self) -> None:
        """Turn to the daily plan."""
        self.choose("goal")
        self.plan.daily.take_focus()

    def choose(self, section: str) -> None:
        """Turn to a section."""
        index = _KEYS.index(section)
        self._build(section)
        self._items[section].setChecked(True)
        if any(item.hasFocus() for item in self._items.values()):
            # A mouse takes no focus there, and the ring is not to stay with another section.
            self._items[section].setFocus(Qt.FocusReason.OtherFocusReason)
        self._combo.setCurrentIndex(index)
        self._stack.setCurrentIndex(index)
        if self.isVisible():
            self._tell_shown()

    def main_widget(self) -> QWidget | None:
        if self.narrow:
            return self._combo
        return self._items[_SECTIONS[self._stack.currentIndex()].key]

    def tab_stops(self) -> list[QWidget]:
        # Lines that came later stand among those that were there.
        stops, main = as_read(self), self.main_widget()
        if main in stops:
            stops.remove(main)
            stops.insert(0, main)
        return stops

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()
            self._tell_shown()

    def _tell_shown(self) -> None:
        section = _SECTIONS[self._stack.currentIndex()].key
        if section == "data":
            self.data.shown.emit()
        elif section == "breaks":
            self.breaks.shown.emit()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._sections.setVisible(not narrow)
        self._combo.setVisible(narrow)
        self._gap.setFixedHeight(16 if narrow else 0)

    # Building

    def _build_sections(self) -> QWidget:
        box = QWidget()
        box.setFixedWidth(self._look.px(_LIST))
        self._look.changed.connect(self._refresh)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        group = QButtonGroup(self)
        for entry in _SECTIONS:
            item = NavItem(self._look, entry)
            item.clicked.connect(lambda _=False, key=entry.key: self.choose(key))
            group.addButton(item)
            column.addWidget(item)
            self._items[entry.key] = item
        return box

    def _refresh(self) -> None:
        self._sections.setFixedWidth(self._look.px(_LIST))

    def _part(self, key: str, kind: type[C]) -> C:
        self._build(key)
        part = self._made[key]
        assert isinstance(part, kind)
        return part

    def _build(self, key: str) -> None:
        """Build a section on its first visit: all at once would take a third of a second."""
        if key in self._made:
            return
        part = self._made[key] = self._cards(key)
        self._show(part)
        self._give_known(part)
        if isinstance(part, BreakCards):
            part.plan_asked.connect(self.go_to_plan)
        part.changed.connect(lambda fields: self._change(**fields))
        foot = part.busy if isinstance(part, DataCards) else None
        self._add_section(_KEYS.index(key), part.cards, foot)
        for then in self._waiting.pop(key, []):
            then(part)
        self.refilled.emit()

    def _cards(self, key: str) -> Cards:
        look = self._look
        match key:
            case "voice":
                return VoiceCards(look)
            case "breaks":
                return BreakCards(look)
            case "goal":
                return PlanCards(look)
            case "appearance":
                return AppearanceCards(look, self._figures)
            case "data":
                return DataCards(look, self._files)
            case _:
                return ShortcutCards(look)

    def _show(self, part: Cards) -> None:
        showing, self._showing = self._showing, True
        part.show_settings(self._settings)
        self._showing = showing

    def _give_known(self, part: Cards) -> None:
        if isinstance(part, PlanCards):
            part.daily.show_known(self._known)
        elif isinstance(part, BreakCards):
            part.show_known(self._known)

    def _add_section(self, index: int, cards: Sequence[QWidget], foot: QWidget | None) -> None:
        """``foot`` stays in sight below the cards, which scroll."""
        column = QVBoxLayout()
        column.setSpacing(16)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        scroller = Scroller(self._look, edge=_EDGE)
        scroller.set_body(column)
        self.add_scroller(scroller)
        if foot is None:
            self._put(index, scroller)
            return
        box = QWidget()
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(scroller, 1)
        below = QHBoxLayout()
        below.addWidget(foot)
        rows.addLayout(below)
        self.add_inset(below)
        self._put(index, box)

    def _put(self, index: int, section: QWidget) -> None:
        """Put ``section`` where an empty one stood."""
        empty = self._stack.widget(index)
        shown = self._stack.currentIndex()
        self._stack.insertWidget(index, section)
        if empty is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()
        self._stack.setCurrentIndex(shown)

    def _change(self, **fields: object) -> None:
        if self._showing:
            return
        new = replace(self._settings, **fields)  # type: ignore[arg-type]
        if new != self._settings:
            self._settings = new
            # One choice may decide what the others offer or how they are called.
            for part in self._made.values():
                self._show(part)
            self.changed.emit(new)
