from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from supple.core.my_plan import Known
from supple.core.settings import Settings
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.fixed_times import FixedTimes
from supple.ui.text import Text


@pytest.fixture
def times(qtbot: QtBot, look: Look) -> FixedTimes:
    made = FixedTimes(look)
    qtbot.addWidget(made)
    made.show_times(Settings(break_times=("10:30", "07:00 rising")), Known())
    made.show()
    return made


def said(times: FixedTimes) -> list[str]:
    return [text.text() for text in times.findChildren(Text) if text.isVisible()]


def test_every_time_is_told_in_the_order_of_the_day(times: FixedTimes) -> None:
    assert said(times) == [
        "07:00, After getting up: every morning",
        "10:30, Desk break: mornings, Mon to Fri",
    ]


def test_none_is_told_as_well(times: FixedTimes) -> None:
    times.show_times(Settings(), Known())
    assert said(times) == ["None yet. Breaks then come after a time at the computer only."]
    times.show_times(Settings(break_interval=False), Known())
    assert said(times) == ["None yet. No break comes by itself."]


def test_the_button_leads_to_the_plan(qtbot: QtBot, times: FixedTimes) -> None:
    with qtbot.waitSignal(times.plan_asked):
        times.change.click()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_everything_fits_and_has_a_name(look: Look, times: FixedTimes, scale: float) -> None:
    look.set_text_scale(scale)
    times.resize(420, 300)
    times.grab()
    assert [*clipped(times), *unnamed(times)] == []
