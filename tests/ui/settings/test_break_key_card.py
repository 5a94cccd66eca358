from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.break_keys import BreakKey, BreakKeys, break_keys
from supple.ui.look import Look
from supple.ui.settings.break_key_card import BreakKeyCard

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(look: Look, host: QWidget, qtbot: QtBot) -> BreakKeyCard:
    made = BreakKeyCard(look, lambda _: "")
    QVBoxLayout(host).addWidget(made)
    with qtbot.waitActive(host):
        host.show()
    return made


def test_both_keys_are_shown_without_a_second_one(card: BreakKeyCard) -> None:
    card.show_keys(break_keys(["start Ctrl+Alt+N"]))
    assert card.rows[BreakKey.START].button.text() == "Ctrl Alt N"
    assert card.rows[BreakKey.START]._also.isHidden()
    assert card.rows[BreakKey.SNOOZE].button.text() == "Ctrl Alt S"


def test_a_key_that_others_need_is_refused_until_enough_is_held(
    card: BreakKeyCard, qtbot: QtBot
) -> None:
    kept: list[BreakKeys] = []
    card.taught.connect(kept.append)
    button = card.rows[BreakKey.START].button
    button.click()
    qtbot.keyClick(button, Qt.Key.Key_N)
    assert card.strip.text.text().startswith("Other programs lose this key: hold Ctrl and Alt")
    qtbot.keyClick(button, Qt.Key.Key_N, CTRL_ALT)
    assert kept == [break_keys(["start Ctrl+Alt+N"])]
    assert not button.waiting
