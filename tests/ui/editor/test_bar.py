from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.draft_layout import Layout, Segment, Tint, Way
from supple.ui.editor.bar import TOKENS, TimelineBar
from supple.ui.look import Look

LAYOUT = Layout(
    104.0,
    {1: 60.0, 2: 40.0},
    (
        Segment(1, Tint.REST, 0, 10),
        Segment(1, Tint.LEFT, 10, 30),
        Segment(1, Tint.REST, 30, 40),
        Segment(1, Tint.RIGHT, 40, 60),
        Segment(2, Tint.BOTH, 60, 100),
    ),
)


@pytest.fixture
def bar(look: Look, put: Callable[..., QWidget]) -> TimelineBar:
    made = TimelineBar(look)
    made.show_layout(LAYOUT, {1: "Strap", 2: "Knees"}, "Strap, 1 minute. Knees, 40 seconds")
    put(made, 500, 42)
    return made


@pytest.mark.parametrize(("part", "tint"), [(0.2, Tint.LEFT), (0.5, Tint.RIGHT), (0.8, Tint.BOTH)])
def test_each_side_has_its_colour(
    bar: TimelineBar, look: Look, color_at: Callable[..., str], part: float, tint: Tint
) -> None:
    assert color_at(bar, part, 0.06) == look.theme.color(TOKENS[tint]).name()


def test_a_click_chooses_the_row(bar: TimelineBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(400, 8))
    assert told.args == [2]


def test_the_arrows_go_from_row_to_row_and_round(bar: TimelineBar, qtbot: QtBot) -> None:
    bar.setFocus()
    told: list[int] = []
    bar.chosen.connect(told.append)
    bar.chosen.connect(bar.choose)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(bar, key)
    assert told == [1, 2, 1, 2]


def test_it_is_told_in_words(bar: TimelineBar) -> None:
    assert bar.accessibleName() == "Timeline, 1:44 in all"
    assert bar.accessibleDescription().startswith("Strap, 1 minute")
    assert bar.tip(LAYOUT.segments[3]) == "Strap, right leg, 0:20"
    assert bar.tip(LAYOUT.segments[0]) == "Strap, getting ready or resting, 0:10"


def test_the_way_there_is_told_with_its_seconds(bar: TimelineBar) -> None:
    ready = Segment(1, Tint.REST, 0, 45, Way("getting up", 20.0))
    assert bar.tip(ready) == "Strap, getting ready or resting, 0:45\n20 s of it for getting up"


def test_nothing_is_nowhere(look: Look, put: Callable[..., QWidget], qtbot: QtBot) -> None:
    empty = TimelineBar(look)
    put(empty, 300, 42)
    assert empty.segment_at(10) is None
    with qtbot.assertNotEmitted(empty.chosen):
        qtbot.mouseClick(empty, Qt.MouseButton.LeftButton)
        qtbot.keyClick(empty, Qt.Key.Key_Right)
