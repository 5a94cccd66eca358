from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.editor.add_bar import AddBar
from supple.ui.look import Look


@pytest.mark.parametrize(("width", "scale"), [(840, 1.0), (630, 1.0), (430, 1.0), (610, 1.3)])
def test_all_of_it_fits_whatever_the_width(
    look: Look, put: Callable[..., QWidget], width: int, scale: float
) -> None:
    look.set_text_scale(scale)
    bar = AddBar(look)
    put(bar, width, bar.heightForWidth(width))
    parts = [bar.add, bar._ready, bar.summary]
    for n, part in enumerate(parts):
        assert bar.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(o.geometry()) for o in parts[n + 1 :])
    assert bar.summary.width() >= look.px(200)


def test_the_time_to_get_ready_is_shown_without_a_word_and_told_when_set(
    look: Look, qtbot: QtBot
) -> None:
    bar = AddBar(look)
    qtbot.addWidget(bar)
    with qtbot.assertNotEmitted(bar.prepare_set):
        bar.show_prepare(10.0)
    assert bar.prepare.value() == 10
    with qtbot.waitSignal(bar.prepare_set) as told:
        bar.prepare.field.stepUp()
    assert told.args == [15]


def test_a_sentence_is_shown_from_its_beginning(look: Look, qtbot: QtBot) -> None:
    bar = AddBar(look)
    qtbot.addWidget(bar)
    bar.show_summary("Slowly down. " * 20)
    assert bar.summary.cursorPosition() == 0
