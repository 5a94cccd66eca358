"""The course of a break by scenario, with made-up people at made-up desks."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.core.breaks.world import FAR, Run, World, last

from supple.core.breaks.event import Snoozed
from supple.core.breaks.look import Busy
from supple.core.breaks.rules import Rules

MIN = 60.0
H = 3600.0
DUE = 50 * MIN


def test_a_break_is_due_after_50_minutes_of_work_in_a_pause_of_typing() -> None:
    run = Run(World(works=[(0, FAR, 10.0)])).until(DUE + 30)
    assert run.prompts() == [DUE + 3]
    assert last(run).prompt.why == "You have been sitting for 50 minutes."
    assert run.told() == ["Held typing", "Prompted interval"]


def test_typing_on_and_on_delays_it_three_minutes_at_most() -> None:
    assert Run(World(works=[(0, FAR, 1.0)])).until(H).prompts() == [DUE + 180]


def test_a_prompt_without_an_answer_counts_as_snoozed_three_times_at_most() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 30 * MIN)
    assert run.told() == [
        *(["Prompted interval", "Closed unanswered", "Snoozed"] * 2),
        "Prompted interval",
        "Closed unanswered",
        "LetGo unanswered",
    ]
    assert run.prompts() == [DUE, DUE + 6 * MIN, DUE + 12 * MIN]
    assert run.until(3 * H).prompts()[3] == DUE + 13 * MIN + DUE


def test_after_two_snoozes_one_minute_is_offered() -> None:
    run = Run(World(knows_idle=False)).until(DUE + 1).act("snooze").until(DUE + 302)
    assert not last(run).prompt.short
    run.act("snooze", 15).until(DUE + 302 + 15 * MIN + 1)
    assert last(run).prompt.short
    assert last(run).prompt.why == "Even one minute helps."
    assert [e.until - e.at for e in run.events if isinstance(e, Snoozed)] == [300, 900]


def test_the_chosen_snooze_is_the_one_of_the_prompt() -> None:
    run = Run(World(Rules(snooze_min=15))).until(DUE + 10)
    assert last(run).prompt.snooze_min == 15
    assert run.act("snooze").until(DUE + 14 * MIN).prompts() == [DUE + 3]
    assert len(run.until(DUE + 16 * MIN).prompts()) == 2


def test_a_break_is_let_go_when_the_hours_are_over() -> None:
    begin = datetime.fromisoformat("2026-10-22 16:38")
    run = Run(World(begin=begin, knows_idle=False)).until(DUE + 10).act("snooze").until(H)
    assert (run.told()[-1], run.events[-1].at) == ("LetGo hours", 52 * MIN)
    held = Run(World(begin=begin, busy=[(0, FAR, Busy.FULL_SCREEN)])).until(H)
    assert held.told() == ["Held full-screen", "LetGo hours"]


def test_a_prompt_that_came_within_the_hours_stays_its_minute() -> None:
    begin = datetime.fromisoformat("2026-10-22 16:39:30")
    run = Run(World(begin=begin, knows_idle=False)).until(DUE + 59)
    assert run.told() == ["Prompted interval"]


@pytest.mark.parametrize("kind", sorted(Rules().busy))
def test_busy_holds_back_and_lets_through_within_half_a_minute(kind: Busy) -> None:
    run = Run(World(busy=[(DUE - 60, DUE + 605, kind)])).until(DUE + 700)
    assert run.told()[:1] == [f"Held {kind}"]
    assert DUE + 605 <= run.prompts()[0] <= DUE + 605 + 30 + 10
    assert not last(run).prompt.quiet


def test_after_half_an_hour_held_back_it_is_shown_quietly_once() -> None:
    run = Run(World(busy=[(DUE - 60, FAR, Busy.FULL_SCREEN)])).until(DUE + 45 * MIN)
    assert run.told() == [
        "Held full-screen",
        "Prompted quiet",
        "Closed unanswered",
        "LetGo unanswered",
    ]
    assert run.prompts() == [DUE + 30 * MIN]


def test_a_quiet_prompt_can_be_snoozed_and_the_next_one_is_held_back_anew() -> None:
    run = Run(World(busy=[(DUE - 60, FAR, Busy.FULL_SCREEN)])).until(DUE + 30 * MIN + 5)
    run.act("snooze").until(DUE + 60 * MIN)
    assert run.told()[-3:] == ["Closed snoozed", "Snoozed", "Held full-screen"]


def test_reasons_are_told_as_they_change() -> None:
    busy = [(0, DUE + 100, Busy.FULL_SCREEN), (DUE + 50, DUE + 200, Busy.MICROPHONE)]
    run = Run(World(busy=busy)).until(DUE + 190)
    assert run.told() == [
        "Held full-screen",
        "Held full-screen microphone",
        "Held microphone",
    ]
