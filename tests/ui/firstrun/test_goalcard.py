from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.firstrun.goalcard import GoalCard
from supple.ui.look import Look
from supple.ui.theme import LIGHT


def test_arrows_choose_and_the_edge_says_which(
    qtbot: QtBot, look: Look, host: QWidget, color_at: Any
) -> None:
    row = QHBoxLayout(host)
    cards = [GoalCard(look, f"{days} days", "Easy") for days in (3, 5)]
    for card in cards:
        row.addWidget(card)
    cards[0].setChecked(True)
    qtbot.waitUntil(lambda: all(card.isVisible() and card.x() > 0 for card in cards))
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Right)
    assert [card.isChecked() for card in cards] == [False, True]
    assert [card.accessibleName() for card in cards] == ["3 days a week", "5 days a week"]
    edges = [color_at(card, 0.0, 0.5) for card in cards]
    assert edges == [LIGHT.hex("line").lower(), LIGHT.hex("primary").lower()]
