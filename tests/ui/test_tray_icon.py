from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from supple.core.breaks.status import Phase
from supple.ui.tray_icon import GREY, SIGNS, Sign, tray_icon


def picture(phase: Phase, size: int = 22) -> QImage:
    return tray_icon(phase).pixmap(size, size).toImage()


def outline(image: QImage) -> list[bool]:
    """Where anything is drawn at all, whatever its colour."""
    width, height = image.width(), image.height()
    return [image.pixelColor(x, y).alpha() > 127 for y in range(height) for x in range(width)]


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_an_icon_in_the_sizes_trays_ask_for(
    qapp: QApplication, phase: Phase
) -> None:
    sizes = {size.width() for size in tray_icon(phase).availableSizes()}
    assert {16, 22, 24, 32} <= sizes


def test_phases_that_matter_differ_from_each_other(qapp: QApplication) -> None:
    shown = (Phase.WAITING, Phase.HELD, Phase.PAUSED, Phase.BREAK, Phase.OFF)
    for one, other in combinations(shown, 2):
        assert picture(one) != picture(other), (one, other)


def test_what_is_due_is_told_by_shape_as_well_as_by_colour(qapp: QApplication) -> None:
    assert outline(picture(Phase.PROMPT)) != outline(picture(Phase.WAITING))


def test_only_phases_without_prompts_are_grey(qapp: QApplication) -> None:
    for phase in Phase:
        color = picture(phase).pixelColor(3, 3)
        teal = color.green() > color.red() + 40
        assert teal is (phase not in GREY), phase


def test_each_sign_is_used(qapp: QApplication) -> None:
    assert set(SIGNS.values()) | {Sign.NONE} == set(Sign)
