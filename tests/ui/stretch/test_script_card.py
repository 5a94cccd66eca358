from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from supple.core.routine import Dose, Stretch
from supple.core.stretch_script import Script, script_of
from supple.ui.look import Look
from supple.ui.stretch.script_card import EMPTY, ScriptCard
from supple.ui.text import Text


@pytest.fixture
def card(look: Look, host: QWidget) -> ScriptCard:
    made = ScriptCard(look)
    made.setParent(host)
    made.show()
    return made


def words(card: ScriptCard) -> list[str]:
    items = [card._rows.itemAt(n) for n in range(card._rows.count())]
    texts = [item.widget() for item in items if item is not None]
    return [text.text() for text in texts if isinstance(text, Text)]


def test_the_words_of_the_session_stand_below_one_another(card: ScriptCard, calf: Stretch) -> None:
    script = script_of(calf)
    card.show_script(script)
    assert "Let your left heel sink." in words(card)
    assert words(card)[0] == script.parts[0].head
    assert card._total.text().endswith("in all")


def test_without_a_dose_it_says_what_is_missing(card: ScriptCard, calf: Stretch) -> None:
    card.show_script(script_of(calf))
    card.show_script(script_of(replace(calf, dose=Dose())))
    assert words(card) == [EMPTY]
    assert card._total.text() == ""
    card.show_script(Script())
    assert words(card) == [EMPTY]


def test_the_button_begins_and_ends_the_reading(card: ScriptCard) -> None:
    told: list[str] = []
    card.hear_asked.connect(lambda: told.append("hear"))
    card.hush_asked.connect(lambda: told.append("hush"))
    card.hear.click()
    card.show_hearing(True)
    assert card.hear.text() == "Stop"
    card.hear.click()
    card.show_hearing(False, "No voice.")
    assert card.hear.text() == "Hear it"
    assert card._said.text() == "No voice."
    assert told == ["hear", "hush"]
