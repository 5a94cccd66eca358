"""Every key, by where it works; those of a session and for breaks can be changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core import break_keys, session_keys
from supple.core.break_keys import BreakKeys
from supple.core.key_names import cap
from supple.core.session_keys import KeyMap
from supple.core.settings import Settings
from supple.ui.keys_dialog import KeyList
from supple.ui.look import Look
from supple.ui.settings.break_key_card import BreakKeyCard
from supple.ui.settings.session_key_card import SessionKeyCard
from supple.ui.settings.teach_card import TeachCard
from supple.ui.shortcuts import BREAKS, EVERY, SESSION, Group, all_from
from supple.ui.widgets.card import Card


class ShortcutCards(QObject):
    """The cards of the section; ``changed`` carries the new values by field name."""

    changed = Signal(object)
    toast_asked = Signal(str, str, object)
    """What was done, the word for taking it back, and what does that."""
    break_key_waits = Signal(bool)
    """A key for any program waits, or no longer: it is to come here, and nowhere else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._session_keys, self._break_keys = KeyMap(), BreakKeys()
        self.session = SessionKeyCard(look, self._in_any_program)
        self.breaks = BreakKeyCard(look, self._in_session)
        taught = (SESSION.where, BREAKS.where)
        for card, field in ((self.session, "session_keys"), (self.breaks, "break_keys")):
            self._follow(card, field)
        self.breaks.waits.connect(self.break_key_waits)
        self._listed = {g.where: _ListCard(look, g) for g in EVERY if g.where not in taught}
        # What can be changed comes first.
        self.cards: tuple[QWidget, ...] = (self.session, self.breaks, *self._listed.values())

    def show_settings(self, settings: Settings) -> None:
        """Show the keys of ``settings``."""
        self._session_keys = session_keys.key_map(settings.session_keys)
        self._break_keys = break_keys.break_keys(settings.break_keys)
        self.session.show_keys(self._session_keys)
        self.breaks.show_keys(self._break_keys)
        for group in all_from((), self._session_keys):
            if group.where in self._listed:
                self._listed[group.where].show_group(group)

    def _follow(self, card: TeachCard, field: str) -> None:
        card.taught.connect(lambda keys: self.changed.emit({field: keys.entries()}))
        card.toast_asked.connect(self.toast_asked)

    def _in_any_program(self, key: str) -> str:
        act = self._break_keys.act_of(key)
        return f"{cap(key)} is {break_keys.NAMES[act]} in any program." if act else ""

    def _in_session(self, key: str) -> str:
        act = self._session_keys.act_of(key)
        return f"{cap(key)} is {session_keys.NAMES[act]} in a session." if act else ""


class _ListCard(Card):
    def __init__(self, look: Look, group: Group) -> None:
        super().__init__(look, 24)
        self.body.setContentsMargins(24, 16, 24, 20)
        self._group = group
        self._list = KeyList(look, group)
        self.body.addWidget(self._list)

    def show_group(self, group: Group) -> None:
        if group != self._group:
            self._group = group
            before, self._list = self._list, KeyList(self._look, group)
            self.body.replaceWidget(before, self._list)
            before.hide()
            before.deleteLater()
