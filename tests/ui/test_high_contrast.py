from __future__ import annotations

import pytest

from supple.ui import high_contrast
from supple.ui.theme import BLUE, DARK, LIGHT, TEAL, contrast


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_stronger_wherever_it_is_read(dark: bool) -> None:
    usual = DARK if dark else LIGHT
    high = high_contrast.theme_of(dark=dark, high=True, sides=TEAL)
    for token in ("ink", "muted", "line", "control", "primary", "right", "accent-ink"):
        before = contrast(usual.color(token), usual.color("bg"))
        assert contrast(high.color(token), high.color("bg")) > before


def test_blue_alone_is_not_high_contrast() -> None:
    blue = high_contrast.theme_of(dark=False, high=False, sides=BLUE)
    assert not blue.high
    assert blue.hex("ink") == LIGHT.hex("ink")
