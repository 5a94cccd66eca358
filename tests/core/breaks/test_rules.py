from __future__ import annotations

from dataclasses import replace

from supple.core.breaks.look import Busy
from supple.core.breaks.rules import Rules, rules_of
from supple.core.breaks.times import FixedTime, Range
from supple.core.settings import Settings


def test_the_defaults_are_those_of_a_new_user() -> None:
    assert rules_of(Settings()) == Rules()


def test_every_choice_arrives() -> None:
    settings = replace(
        Settings(),
        breaks_on=False,
        break_every_min=25,
        break_rest_min=7,
        break_snooze_min=15,
        break_days=("sat", "mon"),
        break_ranges=("13:00-17:00", "08:00-12:00"),
        break_times=("20:00 bedtime", "10:30"),
        break_busy=("awake",),
        break_typing=False,
        day_ends_h=4,
    )
    assert rules_of(settings) == Rules(
        on=False,
        every_s=1500.0,
        rest_s=420.0,
        snooze_min=15,
        days=frozenset({0, 5}),
        ranges=(Range(480, 720), Range(780, 1020)),
        times=(FixedTime(630), FixedTime(1200, "bedtime")),
        busy=frozenset({Busy.AWAKE}),
        wait_for_pause=False,
        day_ends_h=4,
    )


def test_rising_and_bedtime_come_on_days_off_too() -> None:
    rules = Rules(days=frozenset({0}))
    assert rules.comes_on(FixedTime(630), 0)
    assert not rules.comes_on(FixedTime(630), 5)
    assert rules.comes_on(FixedTime(420, "rising"), 5)
