from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES, Advice
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.today.advice import AdviceCard


def test_the_advice_is_said_with_a_way_to_answer_again(qtbot: QtBot, look: Look) -> None:
    card = AdviceCard(look)
    qtbot.addWidget(card)
    title, text = ADVICE_TITLES[Advice.URGENT], ADVICE_TEXTS[Advice.URGENT]
    card.show_advice(title, text)
    card.resize(540, 240)
    card.show()
    assert [said.text() for said in card.findChildren(Text)] == [title, text]
    assert card.button.accessibleDescription() == f"{title} {text}"
    assert clipped(card) == unnamed(card) == []
    with qtbot.waitSignal(card.asked):
        qtbot.keyClick(card.button, Qt.Key.Key_Return)
