from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.verdict import Verdict


def test_less_pain_is_teal_and_more_is_plain(
    look: Look, qtbot: QtBot, color_at: Callable[[QWidget, float, float], str]
) -> None:
    verdict = Verdict(look)
    qtbot.addWidget(verdict)
    verdict.set_scale(1.0)
    verdict.resize(600, 58)
    verdict.show_change(4, 2)
    assert verdict.label.text() == "Down from 4 to 2."
    assert color_at(verdict, 0.98, 0.5) == look.theme.color("primary-soft").name()
    verdict.show_change(3, 5)
    assert verdict.label.text().startswith("Up from 3 to 5.")
    assert color_at(verdict, 0.98, 0.5) == look.theme.color("surface").name()


def test_with_nothing_to_compare_it_is_hidden(look: Look, qtbot: QtBot) -> None:
    verdict = Verdict(look)
    qtbot.addWidget(verdict)
    verdict.show_change(4, 2)
    assert not verdict.isHidden()
    verdict.show_change(None, 2)
    assert verdict.isHidden()


@pytest.mark.parametrize("scale", [0.69, 0.8, 1.0, 1.1, 1.45])
def test_it_keeps_the_room_of_a_line_while_it_says_nothing(
    look: Look, qtbot: QtBot, scale: float
) -> None:
    made = Verdict(look)
    qtbot.addWidget(made)
    made.set_scale(scale)
    heights = []
    for before, now in ((None, None), (4, 2), (4, 4)):
        made.show_change(before, now)
        made.layout().activate()
        heights.append(made.heightForWidth(600))
    assert len(set(heights)) == 1
    made.hide()
