from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.settings.pick import GONE, Pick
from supple.ui.settings.rows import SettingsCard

CHOICES = [("", "The usual one", "As it comes"), ("joe", "Joe", "piper"), ("amy", "Amy", "")]


@pytest.fixture
def pick(qtbot: QtBot, look: Look) -> Pick:
    made = Pick(look, "Voice", CHOICES)
    card = SettingsCard(look, "Voice")
    qtbot.addWidget(card)
    made.add_to(card, "Of this computer")
    card.resize(640, 200)
    card.show()
    return made


def test_a_choice_is_told_by_its_key(qtbot: QtBot, pick: Pick) -> None:
    with qtbot.waitSignal(pick.picked) as got:
        pick.combo.activated.emit(1)
    assert got.args == ["joe"]


def test_the_same_choice_again_is_not_told(pick: Pick) -> None:
    told: list[str] = []
    pick.picked.connect(told.append)
    pick.combo.activated.emit(0)
    pick.choose("amy")
    assert told == []


def test_the_hint_is_that_of_the_choice_or_of_the_row(pick: Pick) -> None:
    hints = []
    for key in ("", "joe", "amy"):
        pick.choose(key)
        hints.append(pick.combo.accessibleDescription())
    assert hints == ["As it comes", "piper", "Of this computer"]


def test_what_is_chosen_stays_chosen_when_it_is_gone(pick: Pick) -> None:
    pick.choose("joe")
    pick.offer(CHOICES[:1])
    assert pick.combo.currentText() == "joe"
    assert pick.combo.accessibleDescription() == GONE
    pick.offer(CHOICES)
    assert pick.combo.currentText() == "Joe"
    assert pick.combo.accessibleDescription() == "piper"


def test_a_long_name_is_cut_and_whole_in_the_tool_tip(pick: Pick) -> None:
    name = "Built-in Audio Analogue Stereo of the Large Monitor on the Left"
    pick.offer([("long", name, "")])
    pick.choose("long")
    assert pick.combo.currentText().endswith("…")
    assert pick.combo.toolTip() == name
    assert clipped(pick.window()) == []


def test_it_grows_with_the_text(pick: Pick, look: Look) -> None:
    before = pick.combo.width()
    look.set_text_scale(1.3)
    assert pick.combo.width() > before
    look.set_text_scale(1.0)
