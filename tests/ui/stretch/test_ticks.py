from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from supple.ui.look import Look
from supple.ui.stretch.ticks import Ticks

MUSCLES = {"calves": "Calves", "hamstrings": "Hamstrings", "glutes": "Glutes"}


@pytest.fixture
def ticks(look: Look, host: QWidget) -> Ticks:
    made = Ticks(look, "What it stretches", MUSCLES)
    made.setParent(host)
    return made


def test_the_first_ticked_stands_first(ticks: Ticks) -> None:
    told: list[object] = []
    ticks.changed.connect(told.append)
    ticks.tick("glutes").click()
    ticks.tick("calves").click()
    ticks.tick("glutes").click()
    assert told == [("glutes",), ("glutes", "calves"), ("calves",)]


def test_showing_tells_nobody(ticks: Ticks) -> None:
    told: list[object] = []
    ticks.changed.connect(told.append)
    ticks.choose(("hamstrings",))
    assert told == []
    assert ticks.tick("hamstrings").isChecked()
    assert not ticks.tick("calves").isChecked()


def test_they_break_into_lines(ticks: Ticks) -> None:
    assert ticks.heightForWidth(120) > ticks.heightForWidth(900)
    assert ticks.tick("calves").accessibleName() == "What it stretches: Calves"
