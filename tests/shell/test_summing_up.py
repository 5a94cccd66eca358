"""What a session came to, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from supple.core.command import Command
from supple.core.goal import GoalCounts
from supple.core.level import LEVELS, Progress, Reason

MakeBench = Callable[..., Any]


@pytest.mark.parametrize(
    ("routine", "level", "doses", "gentler"),
    [
        ("desk-break", 2, True, True),
        ("desk-break", 3, True, True),
        ("desk-break", 1, True, False),
        ("desk-break", 2, False, False),
        ("three-short", 2, True, False),
    ],
)
def test_something_gentler_is_promised_only_where_the_plan_has_it(
    bench: MakeBench, routine: str, level: int, doses: bool, gentler: bool
) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, plan_doses=doses))
    stage = LEVELS[level - 1]
    one.deps.coach.progress = lambda now: Progress(stage, 0, Reason.STAY, False, "")
    one.guidance.conductor.start(routine, 3)
    one.play_to_the_end()
    summary = one.guidance.parts.page.summary
    summary.choose(5)
    end = "Next time will be gentler." if gentler else "Go easier next time, or rest tomorrow."
    assert summary.verdict.label.text() == f"Up from 3 to 5. {end}"


def test_nothing_held_promises_nothing(bench: MakeBench) -> None:
    one = bench()
    one.deps.coach.progress = lambda now: Progress(LEVELS[1], 0, Reason.STAY, False, "")
    one.guidance.conductor.start("desk-break", 3)
    one.guidance.parts.player.command(Command.STOP)
    one.guidance.parts.page.summary.choose(5)
    assert "gentler" not in one.guidance.parts.page.summary.verdict.label.text()


def test_the_summary_speaks_of_what_the_goal_counts(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, goal_counts=GoalCounts.SESSIONS))
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    week = one.guidance.parts.page.summary.facts.week
    assert week.goal.text() == "Two more sessions to go"
    assert week.ring.accessibleDescription() == "1 of 3 sessions this week"


def test_a_goal_out_of_reach_is_not_asked_of_this_week(bench: MakeBench) -> None:
    one = bench()
    now = one.deps.now()
    sunday = now + timedelta(days=6 - now.weekday())
    one.deps.now = lambda: sunday
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    assert one.guidance.parts.page.summary.facts.week.goal.text() == "New week on Monday"
