from __future__ import annotations

from typing import Any

from supple.core.day_off import Off
from supple.ui.history.legend import Legend, Sign
from supple.ui.look import Look


def test_the_words_are_read_and_the_signs_drawn(look: Look, put: Any) -> None:
    signs = [
        Sign("dot", "left", "Left", "left-ink"),
        Sign("square", "right", "Right", "right-ink"),
        Sign("ring", "muted", "Before"),
        Sign("band", "line", "Error"),
        Sign("cell", "h0", "Ill", off=Off.ILL),
        Sign("", "", "None"),
    ]
    legend = Legend(look, signs)
    size = legend.sizeHint()
    put(legend, size.width(), size.height())
    assert legend.accessibleName() == "Left, Right, Before, Error, Ill, None"
    image = legend.grab().toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    colors = {image.pixelColor(x, y).name().upper() for x, y in spots}
    assert {look.theme.hex("left"), look.theme.hex("right")} <= colors


def test_it_is_as_wide_as_what_it_says(look: Look) -> None:
    legend = Legend(look, [Sign("dot", "left", "Left")])
    before = legend.sizeHint().width()
    legend.show_signs([Sign("dot", "left", "Left"), Sign("dot", "right", "Right")])
    assert legend.sizeHint().width() > before
    look.set_text_scale(1.3)
    assert legend.sizeHint().height() > 16
