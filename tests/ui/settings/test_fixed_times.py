from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.core.settings import MOST_BREAK_TIMES, from_values
from supple.ui.fit import unnamed
from supple.ui.look import Look
from supple.ui.settings.fixed_times import FixedTimes
from supple.ui.settings.pick import Pick
from supple.ui.settings.time_pick import TimePick


@pytest.fixture
def times(qtbot: QtBot, look: Look) -> FixedTimes:
    made = FixedTimes(look)
    qtbot.addWidget(made)
    made.choose(("07:00 rising", "10:30"))
    made.show()
    return made


def visible(times: FixedTimes, kind: type[Pick] | type[TimePick]) -> list[Pick | TimePick]:
    return [found for found in times.findChildren(kind) if found.isVisible()]


def test_a_time_and_what_it_is_for_are_picked(qtbot: QtBot, times: FixedTimes) -> None:
    clock = visible(times, TimePick)[1]
    assert isinstance(clock, TimePick)
    with qtbot.waitSignal(times.changed) as told:
        clock.activated.emit(clock.findText("10:45"))
    assert told.args[0] == ("07:00 rising", "10:45")
    kind = visible(times, Pick)[1]
    assert isinstance(kind, Pick)
    with qtbot.waitSignal(times.changed) as told:
        kind.combo.activated.emit(kind.combo.findText("Before bed"))
    assert told.args[0] == ("07:00 rising", "10:45 bedtime")


def test_a_time_is_left_out(qtbot: QtBot, times: FixedTimes) -> None:
    button = next(b for b in times.findChildren(QPushButton) if b.toolTip() == "Leave out 07:00")
    with qtbot.waitSignal(times.changed) as told:
        button.click()
    assert told.args[0] == ("10:30",)


def test_as_many_are_added_as_can_be_kept(qtbot: QtBot, times: FixedTimes) -> None:
    times.choose(())
    found: object = ()
    for _ in range(MOST_BREAK_TIMES):
        assert times.more.isVisible()
        with qtbot.waitSignal(times.changed) as told:
            times.more.click()
        found = told.args[0]
    assert not times.more.isVisible()
    settings, problems = from_values({"break_times": found})
    assert problems == ()
    assert len(settings.break_times) == MOST_BREAK_TIMES


def test_every_control_has_a_name(times: FixedTimes) -> None:
    times.grab()
    assert unnamed(times) == []
