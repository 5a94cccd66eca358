from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from tests.core.breaks.world import FAR, Run, World

from supple.core.breaks.look import Busy
from supple.core.breaks.rules import Rules
from supple.core.breaks.status import Phase, Status, status_of
from supple.core.breaks.times import fixed_of, range_of


def told(run: Run) -> Status:
    return status_of(run.breaks)


def test_the_next_break_is_told_in_minutes_and_as_a_time() -> None:
    status = told(Run(World()).until(38 * 60))
    assert status == Status(
        Phase.WAITING,
        "Next break in 12 min",
        "Next break at about 09:50",
        720.0,
        (),
        2280.0,
        "09:50",
    )


def test_the_tip_stays_while_nothing_changes() -> None:
    run, tips = Run(World()), set()
    for minute in range(1, 49):
        tips.add(told(run.until(minute * 60)).tip)
    assert tips == {"Next break at about 09:50"}


def test_a_fixed_time_that_is_nearer_is_the_next_break() -> None:
    rules = Rules(times=(fixed_of("09:30"),))
    assert told(Run(World(rules)).until(60)).tip == "Next break at about 09:30"


def test_without_the_interval_there_are_no_hours_to_be_outside_of() -> None:
    rules = Rules(interval=False, times=(fixed_of("20:00 daily routine:lying-down"),))
    status = told(Run(World(rules, begin=datetime(2026, 10, 22, 18, 0))).until(60))  # noqa: DTZ001
    assert (status.phase, status.when) == (Phase.WAITING, "20:00")
    assert told(Run(World(Rules(interval=False))).until(60)).text == "No breaks planned"


def test_off() -> None:
    assert told(Run(World(Rules(on=False))).until(60)).text == "Breaks are off"


def test_answers_that_leave_nothing_are_told_as_the_reason() -> None:
    status = told(Run(World(Rules(on=False, barred=True))).until(60))
    assert status.phase is Phase.OFF
    assert status.text == "No breaks: your safety answers leave nothing to start"


def test_a_pause_and_not_today() -> None:
    run = Run(World()).until(600).act("pause", 60)
    assert told(run).text == "Paused until 10:10"
    assert told(run.act("not_today")).text == "No more breaks today"
    assert told(run.act("resume")).phase is Phase.WAITING


def test_outside_the_hours() -> None:
    run = Run(World(begin=datetime(2026, 10, 23, 18, 0))).until(60)  # noqa: DTZ001
    status = told(run)
    assert status.phase is Phase.OUTSIDE
    assert status.text == "Outside your hours, next break Monday 09:50"


def test_without_any_hours() -> None:
    assert told(Run(World(Rules(days=frozenset()))).until(60)).text == "No breaks planned"


def test_a_far_break_within_the_hours_is_told_as_a_time() -> None:
    rules = Rules(ranges=(range_of("00:00-24:00"),), every_s=7 * 3600.0)
    assert told(Run(World(rules)).until(60)).text == "Next break 16:00"


def test_away() -> None:
    status = told(Run(World(works=[(0, 600, 10.0)])).until(1200))
    assert (status.phase, status.sat_s) == (Phase.AWAY, 0.0)
    assert status.text == "You are away, the count starts anew"


def test_held_back_with_the_reason() -> None:
    run = Run(World(busy=[(0, FAR, Busy.FULL_SCREEN)])).until(51 * 60)
    status = told(run)
    assert (status.phase, status.held) == (Phase.HELD, ("full screen",))
    assert status.text == "Held back: full screen"


def test_the_prompt_the_snooze_and_the_break() -> None:
    run = Run(World()).until(50 * 60 + 10)
    assert told(run).phase is Phase.PROMPT
    assert told(run.act("snooze")).text == "Snoozed until 09:55"
    assert told(run.act("start")).phase is Phase.BREAK
    assert told(run.act("session_started").act("session_ended", True)).phase is Phase.WAITING


def test_a_break_after_sleep_waits_a_moment() -> None:
    rules = replace(Rules(), times=(fixed_of("09:10"),))
    run = Run(World(rules, sleeps=[(300, 600.0)])).until(310)
    assert told(run).text == "A break is due"
    assert told(run.until(375)).phase is Phase.PROMPT
