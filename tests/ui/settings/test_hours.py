from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.core.breaks.times import DAY_MIN, Range, range_of
from supple.core.settings import from_values
from supple.ui.look import Look
from supple.ui.settings.hours import HoursField, span_name, span_text
from supple.ui.settings.time_pick import TimePick


@pytest.fixture
def hours(qtbot: QtBot, look: Look) -> HoursField:
    made = HoursField(look)
    qtbot.addWidget(made)
    made.choose(("09:00-17:30",))
    made.show()
    return made


def picks(hours: HoursField) -> list[TimePick]:
    return [pick for pick in hours.findChildren(TimePick) if pick.isVisible()]


def shown(hours: HoursField) -> list[str]:
    return [pick.currentText() for pick in picks(hours)]


def pick(qtbot: QtBot, hours: HoursField, which: int, text: str) -> object:
    combo = picks(hours)[which]
    with qtbot.waitSignal(hours.changed) as told:
        combo.activated.emit(combo.findText(text))
    return told.args[0]


def test_begin_and_end_are_picked(qtbot: QtBot, hours: HoursField) -> None:
    assert shown(hours) == ["09:00", "17:30"]
    assert pick(qtbot, hours, 0, "08:15") == ("08:15-17:30",)
    assert pick(qtbot, hours, 1, "24:00") == ("08:15-24:00",)
    assert shown(hours) == ["08:15", "24:00"]


def test_a_day_may_have_several_ranges(qtbot: QtBot, hours: HoursField) -> None:
    with qtbot.waitSignal(hours.changed) as told:
        hours.more.click()
    assert told.args[0] == ("09:00-17:30", "18:30-22:30")
    gone = [b for b in hours.findChildren(QPushButton) if b.toolTip().startswith("Leave out")]
    assert gone[0].accessibleName() == "Leave out 09:00 to 17:30"
    with qtbot.waitSignal(hours.changed) as told:
        gone[0].click()
    assert told.args[0] == ("18:30-22:30",)


def test_the_last_range_cannot_be_left_out(hours: HoursField) -> None:
    names = [b.toolTip() for b in hours.findChildren(QPushButton) if b.isVisible()]
    assert not any(name.startswith("Leave out") for name in names)


def test_a_range_without_a_length_becomes_an_hour() -> None:
    assert span_text(540, 540) == "09:00-10:00"
    assert span_text(1380, 1380) == "23:00-24:00"


@given(st.integers(0, DAY_MIN - 1), st.integers(0, DAY_MIN))
def test_whatever_is_picked_can_be_kept(begin: int, end: int) -> None:
    text = span_text(begin, end)
    _, problems = from_values({"break_ranges": [text]})
    assert problems == ()
    assert range_of(text).begin == begin


def test_a_range_is_named_in_words() -> None:
    assert span_name(Range(540, 1050)) == "09:00 to 17:30"
