from __future__ import annotations

from collections.abc import Callable

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
