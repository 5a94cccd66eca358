from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from supple.ui.library.parts import MuscleBar
from supple.ui.library.told import Told
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.chip import Chip


@pytest.fixture
def column(put: Callable[..., QWidget]) -> QWidget:
    return put(QWidget(), 340, 600)


@pytest.fixture
def told(look: Look, column: QWidget) -> Told:
    made = Told(look)
    column.setLayout(made.rows)
    made.begin("Figure four", above=14)
    return made


def texts(column: QWidget) -> list[str]:
    # What is new is shown by its layout, a moment later.
    QApplication.processEvents()
    return [text.text() for text in column.findChildren(Text) if not text.isHidden()]


def test_it_begins_anew_with_another_title(told: Told, column: QWidget) -> None:
    told.text("Lie down.", "body", "ink")
    told.begin("Calf", above=18)
    assert texts(column) == ["Calf"]


def test_steps_are_numbered(told: Told, column: QWidget) -> None:
    told.steps(["Lie down.", "Bend one knee."])
    assert texts(column) == ["Figure four", "1", "Lie down.", "2", "Bend one knee."]


def test_a_chip_without_words_is_left_out(told: Told, column: QWidget) -> None:
    told.chips([("clock", "4 min"), ("repeat", "")])
    assert len(column.findChildren(Chip)) == 1


def test_the_first_muscle_is_the_main_one(told: Told, column: QWidget) -> None:
    told.muscles(["hamstrings", "calves", "low-back", "glutes", "hip-flexors"])
    names = [bar.accessibleName() for bar in column.findChildren(MuscleBar)]
    assert [name.partition(": ")[2] for name in names] == [
        "main",
        "some",
        "some",
        "a little",
        "a little",
    ]


def test_a_warning_can_have_a_button_and_none_is_none(
    told: Told, column: QWidget, look: Look
) -> None:
    told.care("")
    assert column.findChildren(Banner) == []
    answer = Button(look, "Answer")
    told.care("Not answered yet.", answer)
    (banner,) = column.findChildren(Banner)
    assert banner.accessibleName() == "Not answered yet."
    assert banner.isAncestorOf(answer)


def test_a_list_is_told_for_the_left_leg(told: Told, column: QWidget) -> None:
    told.listing("Watch for", [])
    told.listing("Variations", ["Lift the {side} heel."])
    assert texts(column) == ["Figure four", "Variations", "Lift the left heel."]
