from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from supple.ui import fit
from supple.ui.flexibility.legend import Legend
from supple.ui.look import Look

Put = Callable[[QWidget, int, int], QWidget]


def test_every_colour_has_its_words(look: Look, put: Put) -> None:
    legend = Legend(look)
    put(legend, 560, 40)
    words = [label.text() for label in legend.findChildren(QLabel)]
    assert words == ["Under 60°, tight", "60 to 79°, in between", "80° or more, not tight"]
    assert fit.clipped(legend) == []


def test_the_words_keep_clear_of_the_colour_at_every_text_size(look: Look, put: Put) -> None:
    legend = Legend(look)
    put(legend, 760, 60)
    for scale in (1.0, 1.3, 0.9):
        look.set_text_scale(scale)
        legend.layout().activate()
        for word in legend.findChildren(QLabel):
            word.parentWidget().layout().activate()
            assert word.x() == look.px(22)
