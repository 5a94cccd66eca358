from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from supple.figure.palette import Palette, darker, faint, palette, partner_palette

CORAL = range(5, 18)


def test_there_are_three_skins_and_three_heads_of_hair() -> None:
    for dark in (False, True):
        assert len({palette(dark, skin).skin.name() for skin in range(3)}) == 3
        assert len({palette(dark, 0, hair).hair.name() for hair in range(3)}) == 3


def test_light_and_dark_differ_in_everything_that_carries_the_scene() -> None:
    light, dark = palette(False), palette(True)
    for name in ("disc", "floor", "leg", "leg_far", "mat", "wall", "chair", "glow"):
        assert getattr(light, name) != getattr(dark, name)


def test_a_partner_is_told_apart_by_clothes_and_skin() -> None:
    for skin in range(3):
        main, partner = palette(False, skin), partner_palette(False, skin)
        assert partner.leg != main.leg
        assert partner.shirt != main.shirt
        assert partner.skin != main.skin


@pytest.mark.parametrize("dark", [False, True])
def test_coral_means_only_where_you_feel_it(dark: bool) -> None:
    c = palette(dark)
    skin = {"skin", "skin_shade", "skin_far", "lips", "ink", "hair", "hair_shine"}
    for field in fields(Palette):
        colour: QColor = getattr(c, field.name)
        coral = colour.hslHue() in CORAL and colour.hslSaturation() > 120
        assert not coral or field.name.startswith("glow") or field.name in skin, field.name


def test_near_and_far_limbs_are_told_apart() -> None:
    for dark in (False, True):
        c = palette(dark)
        assert abs(c.leg.lightness() - c.leg_far.lightness()) > 15


def test_faint_and_darker() -> None:
    assert faint(QColor("#102030"), 0.5).alpha() == 128
    assert faint(QColor("#102030"), 7).alpha() == 255
    assert darker(QColor(100, 200, 50), 0.5).getRgb()[:3] == (50, 100, 25)  # type: ignore[index]


def test_on_paper_the_muscle_is_told_from_both_legs_in_grey() -> None:
    def grey(colour: QColor) -> float:
        return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()

    c = palette(False, paper=True)
    assert min(abs(grey(c.glow) - grey(leg)) for leg in (c.leg, c.leg_far)) > 40
    assert grey(c.glow) - grey(c.rim) > 90
    assert grey(c.leg_far) - grey(c.rim) > 60


def test_on_a_screen_it_has_no_outline() -> None:
    assert not palette(False).rim.isValid()
    assert palette(False, 1, 2, paper=True).skin == palette(False, 1, 2).skin
