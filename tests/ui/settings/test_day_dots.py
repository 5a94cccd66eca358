from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.breaks.times import DAYS
from supple.ui.look import Look
from supple.ui.settings.day_dots import DayDots


@pytest.fixture
def dots(qtbot: QtBot, look: Look) -> DayDots:
    made = DayDots(look, "On")
    qtbot.addWidget(made)
    made.choose(DAYS[:5])
    made.show()
    return made


def left_to_right(dots: DayDots) -> list[str]:
    layout = dots.layout()
    assert layout is not None
    layout.activate()
    return [d.accessibleName() for d in sorted(dots.dots.values(), key=lambda d: d.x())]


def test_a_click_adds_a_day_and_another_takes_it_away(qtbot: QtBot, dots: DayDots) -> None:
    told: list[object] = []
    dots.changed.connect(told.append)
    for key in ("sat", "mon"):
        qtbot.mouseClick(dots.dots[key], Qt.MouseButton.LeftButton)
    qtbot.keyClick(dots.dots["sat"], Qt.Key.Key_Space)
    assert told == [(*DAYS[:6],), DAYS[1:6], DAYS[1:5]]


def test_a_choice_shown_is_not_told(dots: DayDots) -> None:
    told: list[object] = []
    dots.changed.connect(told.append)
    dots.choose(())
    assert told == []
    assert not any(dot.isChecked() for dot in dots.dots.values())


def test_every_day_is_named_in_full(dots: DayDots) -> None:
    names = left_to_right(dots)
    assert names[0] == "Monday"
    assert names[-1] == "Sunday"
    assert len(set(names)) == 7


def test_the_week_begins_on_the_chosen_day(dots: DayDots) -> None:
    dots.choose(DAYS[:5], 6)
    assert left_to_right(dots)[:2] == ["Sunday", "Monday"]
    dots.choose(DAYS[:5], 0)
    assert left_to_right(dots)[:2] == ["Monday", "Tuesday"]


def test_tab_goes_from_left_to_right(qtbot: QtBot, dots: DayDots) -> None:
    dots.choose(DAYS[:5], 5)
    order = [dots.dots["sat"]]
    found: QWidget = dots.dots["sat"]
    while len(order) < 7:
        found = found.nextInFocusChain()
        if found in dots.dots.values():
            order.append(found)  # type: ignore[arg-type]
    assert [d.accessibleName() for d in order][:3] == ["Saturday", "Sunday", "Monday"]


def test_a_chosen_day_is_filled(dots: DayDots, look: Look, color_at: Callable[..., str]) -> None:
    assert color_at(dots.dots["wed"], 0.2, 0.5) == look.theme.color("primary").name()
    assert color_at(dots.dots["sun"], 0.2, 0.5) == look.theme.color("surface").name()
