from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.core.first_run import FirstRun
from supple.core.today import TodayView
from supple.ui.firstrun.goal import NOTE, GoalStep
from supple.ui.firstrun.goalcard import GoalCard
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text


@pytest.fixture
def step(look: Look, pictures: Pictures, widget: Any) -> GoalStep:
    made = GoalStep(look, pictures, FirstRun().aim(5))
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


def test_the_routine_to_begin_with_is_shown_where_there_is_one(
    step: GoalStep, today_view: TodayView
) -> None:
    offer = today_view.up_next
    assert offer is not None
    assert offer.name not in said(step)
    step.show_offer(offer)
    assert {offer.name, offer.detail, offer.summary} <= set(said(step))
    step.show_offer(None)
    assert offer.name not in said(step)
