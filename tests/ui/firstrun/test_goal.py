from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun
from supple.core.reminders import Prospect
from supple.core.today import TodayView
from supple.ui.firstrun.goal import NOTE, GoalStep
from supple.ui.firstrun.goalcard import GoalCard
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.switch import Switch


@pytest.fixture
def step(look: Look, widget: Any) -> GoalStep:
    made = GoalStep(look, FirstRun().aim(5))
    widget(made)
    return made


def chosen(step: GoalStep) -> list[str]:
    return [c.accessibleName() for c in step.findChildren(GoalCard) if c.isChecked()]


def said(step: GoalStep) -> list[str]:
    return [text.text() for text in step.findChildren(Text) if text.isVisible()]


def test_one_goal_is_chosen_at_a_time(qtbot: QtBot, step: GoalStep) -> None:
    assert chosen(step) == ["5 days a week"]
    card = next(c for c in step.findChildren(GoalCard) if c.accessibleName() == "7 days a week")
    with qtbot.waitSignal(step.changed) as got:
        card.click()
    assert got.args[0].goal_days == 7
    assert chosen(step) == ["7 days a week"]


def test_it_says_what_the_program_is_not(step: GoalStep) -> None:
    assert NOTE in said(step)


def test_the_reminders_are_part_of_the_answers(
    qtbot: QtBot, step: GoalStep, today_view: TodayView
) -> None:
    switch = next(s for s in step.findChildren(Switch) if s.accessibleName() == "Before bed")
    with qtbot.waitSignal(step.changed) as got:
        switch.click()
    assert got.args[0].reminders.evening
    assert got.args[0].goal_days == 5
    offer = today_view.up_next
    assert offer is not None
    step.show_prospect(Prospect(offer, offer))
    assert f"{offer.detail}, every day" in said(step)
