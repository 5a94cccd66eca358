from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.keycap import HEIGHT, LEAST_WIDTH, KeyCap, cap_width


def test_a_letter_has_the_least_width_and_a_word_more(look: Look) -> None:
    assert cap_width(look, "H") == LEAST_WIDTH
    assert cap_width(look, "Space") > LEAST_WIDTH


def test_it_grows_with_its_scale(look: Look, qtbot: QtBot) -> None:
    cap = KeyCap(look, "Space")
    qtbot.addWidget(cap)
    small = cap.sizeHint()
    cap.set_scale(2.0)
    assert cap.sizeHint().height() == 2 * HEIGHT
    assert cap.sizeHint().width() > small.width()
    assert cap.accessibleName() == "Space key"
