from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.settings.sliders import ValueSlider
from supple.ui.text import Text


def test_the_value_stands_beside_it_in_words(qtbot: QtBot, look: Look) -> None:
    speed = ValueSlider(look, "Speed", 7, 13, lambda n: f"{n / 10:g}x")
    qtbot.addWidget(speed)
    with qtbot.waitSignal(speed.changed) as got:
        speed.slider.setValue(9)
    assert got.args == [9]
    label = speed.findChild(Text)
    assert label is not None
    assert label.text() == "0.9x"
    assert speed.slider.accessibleName() == "Speed"


def test_one_key_moves_a_twentieth(qtbot: QtBot, look: Look) -> None:
    volume = ValueSlider(look, "Volume", 0, 100, str)
    speed = ValueSlider(look, "Speed", 7, 13, str)
    qtbot.addWidget(volume)
    qtbot.addWidget(speed)
    assert (volume.slider.singleStep(), speed.slider.singleStep()) == (5, 1)
