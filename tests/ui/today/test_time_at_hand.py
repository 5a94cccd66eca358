from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.today.time_at_hand import ANY, TimeAtHand


@pytest.fixture
def time(qtbot: QtBot, look: Look) -> TimeAtHand:
    made = TimeAtHand(look)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def parts(time: TimeAtHand) -> dict[str, QAbstractButton]:
    return {part.text(): part for part in time.findChildren(QAbstractButton)}


def test_any_length_is_chosen_at_first(time: TimeAtHand) -> None:
    assert time.choice.current == ANY
    assert list(parts(time)) == ["Any", "3", "5", "10", "20 min"]
    assert time.choice.accessibleName() == "Time at hand"
    assert unnamed(time) == []
    assert time.sizeHint().height() == 34


def test_the_minutes_chosen_are_told(qtbot: QtBot, time: TimeAtHand) -> None:
    told: list[object] = []
    time.minutes_asked.connect(told.append)
    for label in ("3", "5", "10", "20 min", "Any", "Any"):
        qtbot.mouseClick(parts(time)[label], Qt.MouseButton.LeftButton)
    assert told == [3.0, 5.0, 10.0, 20.0, None]


def test_the_keys_reach_every_length(qtbot: QtBot, time: TimeAtHand) -> None:
    told: list[object] = []
    time.minutes_asked.connect(told.append)
    parts(time)["Any"].setFocus()
    qtbot.keyClick(parts(time)["Any"], Qt.Key.Key_Right)
    qtbot.keyClick(parts(time)["3"], Qt.Key.Key_Right)
    qtbot.keyClick(parts(time)["5"], Qt.Key.Key_Left)
    assert told == [3.0, 5.0, 3.0]
    assert parts(time)["3"].hasFocus()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_large_text_is_not_cut(look: Look, time: TimeAtHand, theme: str) -> None:
    look.set_theme(theme)
    look.set_text_scale(1.3)
    time.resize(time.sizeHint())
    assert clipped(time) == []
    assert time.choice.sizeHint().height() == 44
