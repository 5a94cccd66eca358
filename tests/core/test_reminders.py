"""What the first start asks of reminders."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.breaks.kinds import DAYS
from supple.core.breaks.rules import rules_of
from supple.core.breaks.times import fixed_of
from supple.core.offer import Offer
from supple.core.reminders import (
    Reminders,
    evening_hint,
    reminded,
    reminders_of,
    work_hint,
)
from supple.core.settings import KEYS, MOST_BREAK_TIMES, Settings

OFFER = Offer("r", "Name", "", "", "", "8 min", "On the floor", "", "")
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
WHAT = ["", " rising", " bedtime", " bedtime mon,wed", " mon routine:lying-down"]
WHAT += [" bedtime routine:back-care-pair"]
TIMES = st.builds(str.__add__, CLOCKS, st.sampled_from(WHAT))
SETTINGS = st.builds(
    Settings,
    breaks_on=st.booleans(),
    break_times=st.lists(TIMES, max_size=MOST_BREAK_TIMES, unique=True).map(tuple),
    break_ranges=st.sampled_from([("09:00-17:30",), ("22:00-02:00", "08:00-24:00")]),
    start_with_system=st.booleans(),
)
CHOSEN = st.builds(
    Reminders,
    breaks=st.booleans(),
    every_min=st.integers(10, 180),
    hours=st.sampled_from(["08:00-24:00", "22:00-06:00"]),
    evening=st.booleans(),
    evening_at=CLOCKS,
    with_system=st.booleans(),
)


def test_a_new_user_has_the_defaults_of_the_settings() -> None:
    assert reminders_of(Settings()) == Reminders()
    assert reminded(Reminders(), Settings()) == Settings()


@given(SETTINGS)
def test_what_is_left_as_it_is_changes_nothing(settings: Settings) -> None:
    assert reminded(reminders_of(settings), settings) == settings


@given(CHOSEN, SETTINGS)
def test_what_is_chosen_is_kept_and_what_was_not_asked_for_stays(
    chosen: Reminders, settings: Settings
) -> None:
    kept = reminded(chosen, settings)
    for key in KEYS:
        value = getattr(kept, key.name)
        assert key.read(list(value) if isinstance(value, tuple) else value) == value
    assert (kept.breaks_on, kept.break_every_min) == (chosen.breaks, chosen.every_min)
    assert kept.start_with_system is chosen.with_system
    assert kept.break_ranges[0] == chosen.hours
    assert set(kept.break_ranges) == {chosen.hours, *settings.break_ranges[1:]}
    others = [t for t in settings.break_times if fixed_of(t).occasion != "bedtime"]
    left = [t for t in kept.break_times if fixed_of(t).occasion != "bedtime"]
    assert left == others


@given(CHOSEN)
def test_a_time_before_bed_asks_where_it_is_on(chosen: Reminders) -> None:
    rules = rules_of(reminded(chosen, Settings()))
    asks = rules.on and fixed_of(f"{chosen.evening_at} bedtime") in rules.times
    assert asks is chosen.has_evening


def test_another_hour_leaves_days_and_routine_of_the_evening() -> None:
    before = Settings(break_times=("21:00 bedtime mon,wed routine:lying-down",))
    chosen = replace(reminders_of(before), evening_at="22:00")
    assert reminded(chosen, before).break_times == ("22:00 bedtime mon,wed routine:lying-down",)


def test_turning_it_off_takes_the_time_away_but_not_while_breaks_are_off() -> None:
    before = Settings(break_times=("07:00 rising", "21:00 bedtime"))
    chosen = replace(reminders_of(before), evening=False)
    assert reminded(chosen, before).break_times == ("07:00 rising",)
    off = replace(chosen, breaks=False)
    assert reminded(off, before).break_times == before.break_times


@pytest.mark.parametrize(
    ("days", "offer", "words"),
    [
        (DAYS[:5], OFFER, "A small prompt, 8 min, Monday to Friday"),
        (DAYS[:5], None, "A small prompt, Monday to Friday"),
        (DAYS, None, "A small prompt, every day"),
        (("mon", "wed"), None, "A small prompt, on the days you chose"),
    ],
)
def test_the_words_of_a_break(days: tuple[str, ...], offer: Offer | None, words: str) -> None:
    assert work_hint(Reminders(days=days), offer) == words


@pytest.mark.parametrize(
    ("breaks", "offer", "words"),
    [
        (True, OFFER, "8 min, on the floor, every day"),
        (True, None, "Every day"),
        (False, OFFER, "Comes with the desk breaks"),
    ],
)
def test_the_words_of_the_evening(breaks: bool, offer: Offer | None, words: str) -> None:
    assert evening_hint(Reminders(breaks=breaks), offer) == words
