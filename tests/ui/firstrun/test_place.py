from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun
from supple.core.safety import PLACE_CHECKLIST
from supple.figure.port import FigurePainter
from supple.shell.resources import open_figures
from supple.ui.firstrun.place import FIGURES, PlaceStep
from supple.ui.firstrun.placecard import PlaceCard
from supple.ui.firstrun.thing import Thing
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text


@pytest.fixture
def step(look: Look, pictures: Pictures, widget: Any) -> PlaceStep:
    made = PlaceStep(look, pictures, FirstRun().have("strap", False))
    widget(made)
    made.resize(720, 600)
    return made


def test_the_answers_are_shown(step: PlaceStep) -> None:
    assert all(card.isChecked() for card in step.findChildren(PlaceCard))
    on = {thing.text(): thing.isChecked() for thing in step.findChildren(Thing)}
    assert on == {
        "Mat or carpet": True,
        "Strap, towel or belt": False,
        "Two chairs": True,
        "A partner": False,
    }


def test_a_click_is_told(qtbot: QtBot, step: PlaceStep) -> None:
    thing = next(t for t in step.findChildren(Thing) if t.text() == "A partner")
    with qtbot.waitSignal(step.changed) as got:
        thing.click()
    assert "partner" in got.args[0].equipment


def test_what_makes_a_good_place_is_said(step: PlaceStep) -> None:
    said = {text.text().removeprefix("• ") for text in step.findChildren(Text)}
    assert set(PLACE_CHECKLIST) <= said


@pytest.mark.parametrize(("narrow", "columns"), [(False, 2), (True, 1)])
def test_the_checklist_has_the_columns_there_is_room_for(
    qtbot: QtBot, step: PlaceStep, narrow: bool, columns: int
) -> None:
    step.set_narrow(narrow)
    lines = [t for t in step.findChildren(Text) if t.text().startswith("• ")]
    qtbot.waitUntil(lambda: len({line.x() for line in lines}) == columns)


def test_every_place_has_a_drawn_figure(qtbot: QtBot) -> None:
    figures: FigurePainter = open_figures()
    assert set(FIGURES.values()) <= figures.ids()
