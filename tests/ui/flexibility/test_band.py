from __future__ import annotations

from typing import Any

import pytest

from supple.core.routine import Side
from supple.ui.flexibility.band import LegBand
from supple.ui.look import Look


@pytest.fixture
def band(look: Look, qtbot: object) -> LegBand:
    made = LegBand(look)
    made.resize(560, 60)
    return made


@pytest.mark.parametrize(
    ("side", "here", "there"), [(Side.LEFT, 0.02, 0.98), (Side.RIGHT, 0.98, 0.02)]
)
def test_the_leg_fills_its_own_half(
    look: Look, band: LegBand, color_at: Any, side: Side, here: float, there: float
) -> None:
    band.show_leg(side, "the other")
    assert color_at(band, here, 0.5) == look.theme.hex(side.value).lower()
    assert color_at(band, there, 0.5) == look.theme.hex("sunken").lower()


def test_it_is_read_out_with_the_other_leg(band: LegBand) -> None:
    band.show_leg(Side.LEFT, "Right leg next")
    assert band.accessibleName() == "Left leg. Right leg next"
    band.show_leg(Side.RIGHT, "")
    assert band.accessibleName() == "Right leg"


def test_the_number_stands_in_the_other_half(band: LegBand) -> None:
    band.show_leg(Side.LEFT, "")
    empty = band.grab().toImage()
    band.show_number("54°")
    shown = band.grab().toImage()
    half = band.width() // 2
    left, right = shown.rect().adjusted(0, 0, -half, 0), shown.rect().adjusted(half, 0, 0, 0)
    assert empty.copy(left) == shown.copy(left)
    assert empty.copy(right) != shown.copy(right)
    band.show_number("54°", faint=True)
    assert band.grab().toImage() != shown
    band.show_number("")
    assert band.grab().toImage() == empty


def test_words_without_room_are_left_out_not_cut(band: LegBand) -> None:
    band.resize(240, 60)
    band.show_leg(Side.LEFT, "")
    band.show_number("110°")
    without = band.grab().toImage()
    band.show_leg(Side.LEFT, "Right leg comes after this one")
    assert band.grab().toImage() == without
