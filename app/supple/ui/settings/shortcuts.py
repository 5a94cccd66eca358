"""Every key, by where it works; those of a session can be changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core.session_keys import KeyMap, key_map
from supple.core.settings import Settings
from supple.ui.look import Look
from supple.ui.settings.session_key_card import SessionKeyCard
from supple.ui.shortcuts import EVERY, SESSION, Group, KeyList, all_from
from supple.ui.widgets.card import Card


class ShortcutCards(QObject):
    """The cards of the section; ``changed`` carries the new values by field name."""

    changed = Signal(object)
    toast_asked = Signal(str, str, object)
    """What was done, the word for taking it back, and what does that."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.session = SessionKeyCard(look)
        self.session.taught.connect(self._on_taught)
        self.session.toast_asked.connect(self.toast_asked)
        self._listed = {g.where: _ListCard(look, g) for g in EVERY if g.where != SESSION.where}
        self.cards: tuple[QWidget, ...] = (self.session, *self._listed.values())

    def show_settings(self, settings: Settings) -> None:
        """Show the keys of ``settings``."""
        keys = key_map(settings.session_keys)
        self.session.show_keys(keys)
        for group in all_from((), keys):
            if group.where in self._listed:
                self._listed[group.where].show_group(group)

    def _on_taught(self, keys: KeyMap) -> None:
        self.changed.emit({"session_keys": keys.entries()})


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
