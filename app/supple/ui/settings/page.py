"""The Settings page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

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
from supple.ui.settings.voice import VoiceCards
from supple.ui.shortcuts import GROUPS, KeyList
from supple.ui.widgets.card import Card
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


class SettingsPage(Page):
    """Sections on the left, their cards on the right."""

    changed = Signal(object)
    """The whole new ``Settings``."""
    shown = Signal()
    """The page has come into view: what can be found in this computer may have changed."""

    def __init__(self, look: Look, figures: FigurePainter, files: FileAsker | None = None) -> None:
        """``files`` asks for paths; the system's own dialogs when it is left out."""
        super().__init__(look, "Settings")
        self._settings = Settings()
        self._showing = False
        self._stack = QStackedWidget()
        self._items: dict[str, NavItem] = {}
        self._gap = QWidget()
        self._combo = Combo(look, "Section")
        self._sections = self._build_sections()
        for entry in _SECTIONS:
            self._combo.addItem(entry.label, entry.key)
        self._combo.activated.connect(lambda n: self.choose(_SECTIONS[n].key))
        self.voice = VoiceCards(look)
        self.breaks = BreakCards(look)
        self.plan = PlanCards(look)
        self.appearance = AppearanceCards(look, figures)
        self.data = DataCards(look, files)
        self._parts = (self.voice, self.breaks, self.plan, self.appearance, self.data)
        for part in self._parts:
            part.changed.connect(lambda fields: self._change(**fields))
        self._add_section(self.voice.cards)
        self._add_section(self.breaks.cards)
        self._add_section(self.plan.cards)
        self._add_section(self.appearance.cards)
        self._add_section(self.data.cards, foot=self.data.busy)
        self._add_section(self._build_shortcuts())
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

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings`` without telling anybody."""
        self._settings = settings
        self._showing = True
        for part in self._parts:
            part.show_settings(settings)
        self._showing = False

    def choose(self, section: str) -> None:
        """Turn to a section."""
        index = [entry.key for entry in _SECTIONS].index(section)
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

    def _add_section(self, cards: Sequence[QWidget], foot: QWidget | None = None) -> None:
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
            self._stack.addWidget(scroller)
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
        self._stack.addWidget(box)

    def _build_shortcuts(self) -> list[QWidget]:
        cards: list[QWidget] = []
        for group in GROUPS:
            card = Card(self._look, 24)
            card.body.setContentsMargins(24, 16, 24, 20)
            card.body.addWidget(KeyList(self._look, group))
            cards.append(card)
        return cards

    def _change(self, **fields: object) -> None:
        if self._showing:
            return
        new = replace(self._settings, **fields)  # type: ignore[arg-type]
        if new != self._settings:
            self._settings = new
            self._showing = True
            # One choice may decide what the others offer or how they are called.
            for part in self._parts:
                part.show_settings(new)
            self._showing = False
            self.changed.emit(new)
