from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.breaks.times import DAY_MIN
from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.settings.time_pick import TimePick


def texts(pick: TimePick) -> list[str]:
    return [pick.itemText(n) for n in range(pick.count())]


def test_it_offers_the_day_in_steps(qtbot: QtBot, look: Look) -> None:
    pick = TimePick(look, "From", 9 * 60)
    qtbot.addWidget(pick)
    assert texts(pick)[:3] == ["00:00", "00:15", "00:30"]
    assert texts(pick)[-1] == "23:45"
    assert pick.currentText() == "09:00"


def test_the_end_of_a_range_may_be_midnight(qtbot: QtBot, look: Look) -> None:
    pick = TimePick(look, "To", DAY_MIN, midnight=True)
    qtbot.addWidget(pick)
    assert pick.currentText() == texts(pick)[-1] == "24:00"
    assert "00:00" not in texts(pick)


def test_a_time_between_the_steps_is_kept(qtbot: QtBot, look: Look) -> None:
    pick = TimePick(look, "From", 9 * 60 + 7)
    qtbot.addWidget(pick)
    assert pick.currentText() == "09:07"
    assert pick.minute == 547


def test_keys_find_a_time_and_tell_it_once(qtbot: QtBot, look: Look) -> None:
    pick = TimePick(look, "From", 9 * 60)
    qtbot.addWidget(pick)
    told: list[int] = []
    pick.picked.connect(told.append)
    qtbot.keyClick(pick, Qt.Key.Key_Down)
    assert told == [9 * 60 + 15]
    assert pick.minute == 9 * 60 + 15
    pick.activated.emit(pick.currentIndex())
    assert told == [9 * 60 + 15]


def test_another_time_is_shown_without_telling(qtbot: QtBot, look: Look) -> None:
    pick = TimePick(look, "To", 9 * 60)
    qtbot.addWidget(pick)
    told: list[int] = []
    pick.picked.connect(told.append)
    pick.choose(17 * 60 + 10)
    assert (pick.currentText(), pick.minute) == ("17:10", 17 * 60 + 10)
    assert texts(pick) == sorted(texts(pick))
    assert told == []


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.3])
def test_its_time_fits(look: Look, host: QWidget, scale: float) -> None:
    look.set_text_scale(scale)
    pick = TimePick(look, "From", 20 * 60 + 45)
    pick.setParent(host)
    pick.show()
    pick.adjustSize()
    host.grab()
    assert clipped(host) == []
