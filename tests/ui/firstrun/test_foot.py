from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun, Step
from supple.core.reminders import Reminders
from supple.core.today import TodayView
from supple.ui.firstrun.foot import Foot
from supple.ui.look import Look

NONE = FirstRun().tick_none(True)
ONE = FirstRun((Step.SAFETY,))


@pytest.fixture
def foot(look: Look, widget: Any) -> Foot:
    made = Foot(look)
    widget(made)
    made.resize(1100, 80)
    return made


def shown(foot: Foot) -> set[str]:
    return {b.text() for b in foot.findChildren(QPushButton) if b.isVisible()}


@pytest.mark.parametrize(
    ("run", "buttons", "main", "on"),
    [
        (FirstRun(), {"Skip for now", "Next"}, "Next", False),
        (NONE, {"Skip for now", "Next"}, "Next", True),
        (FirstRun().tick("saddle", True), {"Close for now"}, "Close for now", True),
        (
            FirstRun().tick("leg", True),
            {"I have been told I can stretch", "Close for now"},
            "Close for now",
            True,
        ),
        (NONE.next(), {"Back", "Next"}, "Next", True),
        (
            NONE.next().next(),
            {"Back", "Not now", "Start my first break, 5 min"},
            "Start my first break, 5 min",
            True,
        ),
        (ONE, {"Not now", "Save"}, "Save", False),
        (ONE.tick("saddle", True), {"Save my answers"}, "Save my answers", True),
        (FirstRun((Step.PLACE,)), {"Not now", "Save"}, "Save", True),
    ],
)
def test_the_ways_on(
    foot: Foot, today_view: TodayView, run: FirstRun, buttons: set[str], main: str, on: bool
) -> None:
    foot.show_run(run, today_view.up_next)
    assert shown(foot) == buttons
    assert (foot.main().text(), foot.main().isEnabled()) == (main, on)


def test_without_breaks_it_is_a_session(foot: Foot, today_view: TodayView) -> None:
    last = NONE.next().next()
    foot.show_run(last.remind(Reminders(breaks=False)), today_view.up_next)
    assert foot.main().text() == "Start my first session, 5 min"


def test_what_is_missing_is_told_with_the_button_that_waits(foot: Foot) -> None:
    foot.show_run(FirstRun(), None)
    assert foot.main().accessibleDescription() == "Choose at least one line"
    foot.show_run(NONE, None)
    assert foot.main().accessibleDescription() == "Key: Enter"


def test_a_narrow_bar_has_shorter_words_but_the_whole_name(
    foot: Foot, today_view: TodayView
) -> None:
    foot.set_narrow(True)
    foot.show_run(NONE.next().next(), today_view.up_next)
    assert foot.main().text() == "Start, 5 min"
    assert foot.main().accessibleName() == "Start my first break, 5 min: Desk break"


@pytest.mark.parametrize(
    ("run", "button", "signal"),
    [
        (FirstRun(), "Skip for now", "leave_asked"),
        (NONE, "Next", "next_asked"),
        (NONE.next(), "Back", "back_asked"),
        (FirstRun().tick("leg", True), "I have been told I can stretch", "clear_asked"),
        (FirstRun().tick("leg", True), "Close for now", "stop_asked"),
        (NONE.next().next(), "Start my first break, 5 min", "start_asked"),
        (NONE.next().next(), "Not now", "finish_asked"),
        (ONE.tick_none(True), "Save", "finish_asked"),
    ],
)
def test_what_each_button_tells(
    qtbot: QtBot, foot: Foot, today_view: TodayView, run: FirstRun, button: str, signal: str
) -> None:
    foot.show_run(run, today_view.up_next)
    found = foot.findChildren(QPushButton)
    with qtbot.waitSignal(getattr(foot, signal)):
        next(b for b in found if b.isVisible() and b.text() == button).click()
