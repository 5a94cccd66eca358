"""The Settings page."""

from __future__ import annotations

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

from supple.core.settings import SESSION_TEXT_SCALES, TEXT_SCALES, Motion, Settings
from supple.core.stats import GOAL_DAYS
from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.nav import Entry, NavItem
from supple.ui.page import Page, Scroller
from supple.ui.settings.figure_choice import FigureChoice
from supple.ui.settings.rows import RING, SettingsCard
from supple.ui.settings.theme_choice import ThemeChoice
from supple.ui.settings.voice import VoiceCards
from supple.ui.shortcuts import GROUPS, KeyList
from supple.ui.widgets.card import Card
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.segmented import Segmented
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch

_LIST = 172
_SECTIONS = (
    Entry("voice", "Voice", "volume-2"),
    Entry("goal", "Weekly goal", "target"),
    Entry("appearance", "Appearance", "sun-moon"),
    Entry("shortcuts", "Shortcuts", "keyboard"),
)
_SESSION_SIZES = ("Normal", "Large", "Largest")


class SettingsPage(Page):
    """Sections on the left, their cards on the right."""

    changed = Signal(object)
    """The whole new ``Settings``."""
    shown = Signal()
    """The page has come into view: what can be found in this computer may have changed."""

    def __init__(self, look: Look, figures: FigurePainter) -> None:
        super().__init__(look, "Settings")
        self._figures = figures
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
        self._add_voice()
        self._add_goal()
        self._add_appearance()
        self._add_shortcuts()
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self._sections, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self._stack, 1)
        self.column.addSpacing(18)
        picker = QHBoxLayout()
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
        self.voice.show_settings(settings)
        self._goal.field.setValue(settings.weekly_goal_days)
        self._theme.choose(settings.theme)
        self._full_screen.setChecked(settings.full_screen)
        self._session_text.choose(f"{settings.session_text_scale:g}")
        self._motion.choose(settings.motion)
        self._person.choose(settings.skin, settings.hair)
        self._text.choose(f"{settings.text_scale:g}")
        self._showing = False

    def choose(self, section: str) -> None:
        """Turn to a section."""
        index = [entry.key for entry in _SECTIONS].index(section)
        self._items[section].setChecked(True)
        self._combo.setCurrentIndex(index)
        self._stack.setCurrentIndex(index)

    def main_widget(self) -> QWidget | None:
        if self.narrow:
            return self._combo
        return self._items[_SECTIONS[self._stack.currentIndex()].key]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()

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

    def _add_section(self, *cards: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(16)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        scroller = Scroller(self._look, edge=4)
        scroller.set_body(column)
        self._stack.addWidget(scroller)
        self.add_scroller(scroller)

    def _add_voice(self) -> None:
        self.voice = VoiceCards(self._look)
        self.voice.changed.connect(lambda fields: self._change(**fields))
        self._add_section(*self.voice.cards)

    def _add_goal(self) -> None:
        look = self._look
        low, high = GOAL_DAYS.start, GOAL_DAYS.stop - 1
        self._goal = Stepper(look, low, low, high, name="days a week")
        self._goal.changed.connect(lambda n: self._change(weekly_goal_days=n))
        card = SettingsCard(look, "Weekly goal")
        hint = "A missed day is fine. A streak counts weeks that reach the goal."
        card.add_row("Days a week", self._goal, hint)
        self._add_section(card)

    def _add_appearance(self) -> None:
        look = self._look
        self._theme = ThemeChoice(look)
        self._theme.chosen.connect(lambda theme: self._change(theme=theme))
        theme = SettingsCard(look, "Theme")
        theme.body.addWidget(self._theme)
        self._full_screen = Switch(look, "Open in full screen")
        self._full_screen.toggled.connect(lambda on: self._change(full_screen=on))
        pairs = zip(SESSION_TEXT_SCALES, _SESSION_SIZES, strict=True)
        sizes = [(f"{scale:g}", name) for scale, name in pairs]
        self._session_text = Segmented(look, sizes, "1", small=True, name="Screen text size")
        self._session_text.chosen.connect(lambda s: self._change(session_text_scale=float(s)))
        motions = [
            (Motion.SYSTEM, "Same as system"),
            (Motion.REDUCED, "Less"),
            (Motion.FULL, "Full"),
        ]
        self._motion = Segmented(look, motions, Motion.SYSTEM, small=True, name="Motion")
        self._motion.chosen.connect(lambda m: self._change(motion=Motion(m)))
        session = SettingsCard(look, "Session screen")
        session.add_row("Open in full screen", self._full_screen, "Easier to read from the floor")
        session.add_row("Screen text size", self._session_text, "For reading from far away")
        hint = "Less: the ring steps once a second and nothing slides"
        session.add_row("Motion", self._motion, hint)
        percents = [(f"{scale:g}", f"{scale:.0%}") for scale in TEXT_SCALES]
        self._text = Segmented(look, percents, "1", small=True, name="Text size")
        self._text.chosen.connect(lambda s: self._change(text_scale=float(s)))
        rest = SettingsCard(look, "")
        rest.body.setContentsMargins(24, 6, 24 - RING, 6)
        rest.add_row("Text size in the rest of the app", self._text)
        self._person = FigureChoice(look, self._figures)
        self._person.chosen.connect(lambda skin, hair: self._change(skin=skin, hair=hair))
        person = SettingsCard(look, "Who shows the stretches")
        person.body.addWidget(self._person)
        self._add_section(theme, session, person, rest)

    def _add_shortcuts(self) -> None:
        cards = []
        for group in GROUPS:
            card = Card(self._look, 24)
            card.body.setContentsMargins(24, 16, 24, 20)
            card.body.addWidget(KeyList(self._look, group))
            cards.append(card)
        self._add_section(*cards)

    def _change(self, **fields: object) -> None:
        if self._showing:
            return
        new = replace(self._settings, **fields)  # type: ignore[arg-type]
        if new != self._settings:
            self._settings = new
            self._showing = True
            # How much is said decides which kinds can be chosen.
            self.voice.show_settings(new)
            self._showing = False
            self.changed.emit(new)
