from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from supple.ui.theme import BLUE, DARK, LIGHT, SIDES, Theme, blend, contrast, theme_of

ALL = [
    theme_of(dark=dark, high=high, sides=sides)
    for dark in (False, True)
    for high in (False, True)
    for sides in SIDES
]
LINES = ["control", "primary", "left", "right", "rest", "accent-ink"]
"""What shapes that mean something are drawn in."""
TEXT_PAIRS = [
    ("ink", "bg"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "rest-soft"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("primary", "bg"),
    ("primary", "surface"),
    ("right", "bg"),
    ("right", "surface"),
    ("accent-ink", "bg"),
    ("accent-ink", "surface"),
    ("accent-ink", "accent-soft"),
    ("primary-ink", "primary-soft"),
    ("left-ink", "left-soft"),
    ("right-ink", "right-soft"),
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    ("on-left", "left"),
    ("on-right", "right"),
    ("bg", "ink"),
    ("muted", "rest-soft"),
    ("muted", "left-soft"),
    ("muted", "right-soft"),
    ("ink", "primary-soft"),
    ("ink", "accent-soft"),
    ("ink", "track"),
]


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_pair_used_for_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    least = 7.0 if theme.high else 4.5
    assert contrast(theme.color(text), theme.color(ground)) >= least


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["bg", "surface"])
@pytest.mark.parametrize("token", LINES)
def test_what_can_be_operated_stands_out(theme: Theme, token: str, ground: str) -> None:
    least = 4.5 if theme.high else 3.0
    assert contrast(theme.color(token), theme.color(ground)) >= least


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("token", ["primary", "left", "right", "rest"])
def test_what_is_left_of_a_ring_stands_out_from_its_track(theme: Theme, token: str) -> None:
    assert contrast(theme.color(token), theme.color("track")) >= 3.0


@pytest.mark.parametrize("theme", [theme for theme in ALL if theme.high], ids=lambda t: t.name)
@pytest.mark.parametrize("ground", ["bg", "surface"])
def test_high_contrast_draws_its_cards_and_keeps_what_is_disabled_readable(
    theme: Theme, ground: str
) -> None:
    assert contrast(theme.color("line"), theme.color(ground)) >= 3.0
    assert contrast(theme.faint("ink", ground), theme.color(ground)) >= 4.5


def test_coral_is_for_shapes_only() -> None:
    assert contrast(LIGHT.color("accent"), LIGHT.color("bg")) < 4.5


def test_all_themes_have_the_same_tokens_and_names_of_their_own() -> None:
    assert {frozenset(theme.tokens) for theme in ALL} == {frozenset(LIGHT.tokens)}
    assert len({theme.name for theme in ALL}) == len(ALL)
    assert [theme.dark for theme in ALL] == [False] * 4 + [True] * 4


def test_the_usual_themes_are_the_plain_ones() -> None:
    assert theme_of(dark=False) is LIGHT
    assert theme_of(dark=True) is DARK


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_blue_changes_the_left_side_alone(dark: bool, high: bool) -> None:
    teal, blue = theme_of(dark=dark, high=high), theme_of(dark=dark, high=high, sides=BLUE)
    changed = {token for token in teal.tokens if teal.hex(token) != blue.hex(token)}
    assert changed - {"on-left"} == {"left", "left-soft", "left-ink"}


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    black, white = QColor("black"), QColor("white")
    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(white, black) == pytest.approx(21.0)
    assert contrast(white, white) == pytest.approx(1.0)


def test_blend_goes_from_one_colour_to_the_other() -> None:
    top, under = QColor("#FF0000"), QColor("#0000FF")
    assert blend(top, under, 1.0) == top
    assert blend(top, under, 0.0) == under
    assert blend(top, under, 0.5).name() == "#800080"


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        LIGHT.color("beige")


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["bg", "surface", "sunken", "stage"])
def test_what_is_still_empty_has_an_edge_in_high_contrast(theme: Theme, ground: str) -> None:
    """Days, tracks and bands, whose fills are close to what lies round them."""
    assert (theme.edge is not None) is theme.high
    if theme.edge is not None:
        assert contrast(theme.edge, theme.color(ground)) >= 3.0
