from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.card import Card
from supple.ui.widgets.label import Label

ColorAt = Callable[[QWidget, float, float], str]


def test_a_card_holds_things_on_a_surface(look: Look, qtbot: QtBot, color_at: ColorAt) -> None:
    card = Card(look, 24)
    qtbot.addWidget(card)
    label = Label(look, "Next break")
    card.body.addWidget(label)
    card.resize(200, 120)
    assert color_at(card, 0.5, 0.05) == look.theme.color("surface").name()
    assert label.parentWidget() is card
    assert card.body.contentsMargins().left() == 24
