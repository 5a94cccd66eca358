from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from supple.ui.theme import DARK, LIGHT, Theme, blend, contrast

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
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_pair_used_for_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["bg", "surface"])
def test_what_can_be_operated_stands_out(theme: Theme, ground: str) -> None:
    assert contrast(theme.color("control"), theme.color(ground)) >= 3.0


def test_coral_is_for_shapes_only() -> None:
    assert contrast(LIGHT.color("accent"), LIGHT.color("bg")) < 4.5


def test_both_themes_have_the_same_tokens() -> None:
    assert set(LIGHT.tokens) == set(DARK.tokens)
    assert not LIGHT.dark
    assert DARK.dark


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
