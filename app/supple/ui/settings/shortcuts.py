"""Every key, by where it works."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supple.core.settings import Settings
from supple.ui.look import Look
from supple.ui.shortcuts import EVERY, Group, KeyList
from supple.ui.widgets.card import Card


class ShortcutCards(QObject):
    """The cards of the section. Keys are not chosen: nothing of the settings is shown."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.cards: tuple[QWidget, ...] = tuple(_card(look, group) for group in EVERY)

    def show_settings(self, settings: Settings) -> None:
        """See ``page.Cards``."""


def _card(look: Look, group: Group) -> QWidget:
    card = Card(look, 24)
    card.body.setContentsMargins(24, 16, 24, 20)
    card.body.addWidget(KeyList(look, group))
    return card
