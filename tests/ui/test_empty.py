from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.empty import EmptyCard
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.widgets.button import Button


def test_it_says_what_to_do_and_offers_it(qtbot: QtBot, look: Look, pictures: Pictures) -> None:
    card = EmptyCard(look, pictures)
    qtbot.addWidget(card)
    first, second = Button(look, "Open"), Button(look, "Check")
    card.say("Nothing yet", "Open the folder.", [first, second], note="/home/me")
    assert card.first_button() is first
    assert card.accessibleName() == "Nothing yet. Open the folder."
    card.say("Still nothing", "Look again.", [])
    assert card.first_button() is None
