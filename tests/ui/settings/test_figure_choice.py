from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.figure.port import HAIRS, SKINS
from supple.ui.look import Look
from supple.ui.settings.figure_choice import HAIR_NAMES, SKIN_NAMES, FigureChoice, Head
from supple.ui.text import Text


@pytest.fixture
def choice(qtbot: QtBot, look: Look, figures: Any) -> FigureChoice:
    made = FigureChoice(look, figures)
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    return made


def checked(choice: FigureChoice) -> list[str]:
    return [head.accessibleName() for head in choice.findChildren(Head) if head.isChecked()]


def test_there_is_a_head_for_every_skin_and_hair(choice: FigureChoice) -> None:
    assert (len(SKIN_NAMES), len(HAIR_NAMES)) == (SKINS, HAIRS)
    assert len(choice.findChildren(Head)) == SKINS + HAIRS


def test_a_click_chooses_one_and_keeps_the_other(qtbot: QtBot, choice: FigureChoice) -> None:
    choice.choose(1, 2)
    dark = choice.findChildren(Head)[2]
    with qtbot.waitSignal(choice.chosen) as got:
        qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert got.args == [2, 2]
    assert checked(choice) == ["Dark skin", "Curly hair"]
    with qtbot.waitSignal(choice.chosen) as got:
        choice.findChildren(Head)[SKINS].click()
    assert got.args == [2, 0]


def test_a_head_is_no_movement_and_each_row_has_its_name(
    choice: FigureChoice, figures: Any
) -> None:
    choice.choose(1, 2)
    choice.grab()
    assert {view.arrow for view in figures.painted} == {0}
    assert [text.text() for text in choice.findChildren(Text)] == ["Skin", "Hair"]


def test_choosing_from_outside_tells_nobody(choice: FigureChoice) -> None:
    told: list[object] = []
    choice.chosen.connect(lambda *person: told.append(person))
    choice.choose(1, 1)
    assert told == []
    assert checked(choice) == ["Light skin", "Tied-up hair"]


def test_each_head_shows_what_choosing_it_gives(choice: FigureChoice, figures: Any) -> None:
    choice.choose(1, 2)
    figures.painted.clear()
    choice.grab()
    people = [(view.skin, view.hair) for view in figures.painted]
    assert people == [(0, 2), (1, 2), (2, 2), (1, 0), (1, 1), (1, 2)]
    choice.grab()
    assert len(figures.painted) == 6
