from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supple.ui.editor.preview import Legend, PreviewCard
from supple.ui.look import Look


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> PreviewCard:
    made = PreviewCard(look)
    qtbot.addWidget(made)
    made.resize(800, 120)
    return made


def test_play_says_where_it_begins_and_that_it_is_not_counted(
    card: PreviewCard, qtbot: QtBot
) -> None:
    card.say_from("Legs up the wall")
    assert card.play.accessibleName() == "Play from Legs up the wall"
    assert "not counted" in card.play.toolTip()
    with qtbot.waitSignal(card.play_asked):
        card.play.click()


def test_nothing_is_not_played(card: PreviewCard) -> None:
    card.say_from("")
    assert not card.play.isEnabled()


def test_the_legend_grows_with_the_text(card: PreviewCard, look: Look) -> None:
    (legend,) = card.findChildren(Legend)
    before = legend.sizeHint().width()
    look.set_text_scale(1.3)
    assert legend.sizeHint().width() > before
    assert not legend.grab().isNull()
