from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from supple.ui import fonts
from supple.ui.look import Look


@pytest.mark.parametrize("role", sorted(fonts.ROLES))
def test_every_role_makes_a_font_of_its_size(look: Look, role: str) -> None:
    font = fonts.make("Inter", role, 1.0)
    spec = fonts.ROLES[role]
    assert font.pixelSize() == max(fonts.SMALLEST_PX, spec.px)
    assert font.weight() == spec.weight


def test_no_text_is_smaller_than_can_be_read(look: Look) -> None:
    assert fonts.make("Inter", "key", 0.5).pixelSize() == fonts.SMALLEST_PX


def test_digits_do_not_wobble(look: Look) -> None:
    metrics = QFontMetricsF(fonts.make("Inter", "digits", 1.0))
    widths = {metrics.horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1


def test_the_same_text_without_the_feature_would_wobble(look: Look) -> None:
    metrics = QFontMetricsF(fonts.make("Inter", "headline", 1.0))
    assert metrics.horizontalAdvance("1") != metrics.horizontalAdvance("8")


def test_large_text_is_set_tighter(look: Look) -> None:
    font = fonts.make("Inter", "cue", 1.0)
    assert font.letterSpacingType() is QFont.SpacingType.PercentageSpacing
    assert font.letterSpacing() == 97


def test_data_that_is_no_font_gives_no_family(look: Look) -> None:
    assert fonts.load(b"this is no font") == ""


def test_without_a_family_the_system_font_is_used(look: Look) -> None:
    assert fonts.make("", "body", 1.0).family() == QFont().family()
