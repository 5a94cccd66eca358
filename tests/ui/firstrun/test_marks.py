from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from supple.ui.firstrun.marks import StepMarks
from supple.ui.look import Look
from supple.ui.theme import LIGHT

Color = Callable[[QWidget, float, float], str]


@pytest.fixture
def marks(look: Look, widget: Any) -> StepMarks:
    made = StepMarks(look)
    widget(made)
    return made


@pytest.mark.parametrize(
    ("at", "teal"), [(0, [True, False, False]), (1, [True, True, False]), (2, [True] * 3)]
)
def test_steps_gone_through_are_teal(
    marks: StepMarks, color_at: Color, at: int, teal: list[bool]
) -> None:
    marks.set_step(at, 3)
    marks.resize(marks.sizeHint())
    middles, x = [], 0
    for n in range(3):
        width = 28 if n == at else 8
        middles.append(x + width / 2)
        x += width + 8
    found = [color_at(marks, x / marks.width(), 0.5) for x in middles]
    wanted = [LIGHT.hex("primary" if on else "line").lower() for on in teal]
    assert found == wanted
    assert marks.accessibleName() == f"Step {at + 1} of 3"


def test_one_step_needs_no_marks(marks: StepMarks) -> None:
    marks.set_step(0, 1)
    assert marks.isHidden()
