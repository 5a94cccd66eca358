from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.core.settings import Settings
from supple.ui.look import Look
from supple.ui.settings.shortcuts import ShortcutCards
from supple.ui.shortcuts import EVERY, KeyList


def test_every_group_of_keys_has_a_card(look: Look, host: QWidget) -> None:
    made = ShortcutCards(look)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
    made.show_settings(Settings())
    assert len(host.findChildren(KeyList)) == len(EVERY)
