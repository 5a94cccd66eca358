from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.chip import KINDS, Chip

ColorAt = Callable[[QWidget, float, float], str]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fill(look: Look, qtbot: QtBot, color_at: ColorAt, kind: str) -> None:
    chip = Chip(look, "4 min", kind)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert color_at(chip, 0.06, 0.5) == look.theme.color(KINDS[kind][0]).name()


def test_its_words_fit_and_are_read(look: Look, qtbot: QtBot) -> None:
    chip, longer = Chip(look, "4 min"), Chip(look, "4 min", icon="clock")
    qtbot.addWidget(chip)
    qtbot.addWidget(longer)
    assert chip.sizeHint().height() == 26
    assert longer.sizeHint().width() > chip.sizeHint().width()
    assert chip.text() == "4 min"
