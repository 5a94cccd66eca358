from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supple.core.session_keys import SessionKey
from supple.ui.look import Look
from supple.ui.settings.session_key_card import FOR_WHOM, SessionKeyCard
from supple.ui.shortcuts import DOES
from supple.ui.text import Text


def test_every_act_of_a_session_can_be_taught(look: Look, host: QWidget) -> None:
    card = SessionKeyCard(look, lambda _: "")
    card.setParent(host)
    assert set(card.rows) == set(SessionKey)
    texts = [text.text() for text in card.findChildren(Text)]
    assert {*DOES.values(), FOR_WHOM, "In a session"} <= set(texts)
    assert card.accessibleName() == "In a session"
