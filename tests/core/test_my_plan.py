"""The daily plan: telling it and changing it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core import my_plan
from supple.core.breaks.kinds import DAYS
from supple.core.breaks.times import EVERY_DAY, FixedTime, fixed_of
from supple.core.my_plan import (
    EVERY,
    OFF,
    TIMES,
    TWICE,
    Known,
    check_choices,
    clash,
    days_words,
    entries,
    moved,
    on_days,
    rhythm,
    rhythms,
    told,
    turned_on,
    with_entry,
    with_rhythm,
    without_entry,
)
from supple.core.offer import Offer
from supple.core.settings import KEYS, MOST_BREAK_TIMES, Settings, from_values, to_values

DESK = Offer("desk-break", "Desk break", "", "", "", "4 min", "On your chair", "", "")
LYING = Offer("lying-down", "Lying down", "", "", "", "9 min", "Lying down", "Mat", "")
KNOWN = Known((DESK, LYING), {"": DESK, "bedtime": LYING}, {"full-session": "Full session"})
FIXED = st.builds(
    FixedTime,
    st.integers(0, 1439),
    st.sampled_from(["", "rising", "bedtime"]),
    st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    st.sampled_from(["", "lying-down", "full-session", "gone"]),
)
SETTINGS = st.builds(
    Settings,
    breaks_on=st.booleans(),
    break_interval=st.booleans(),
    break_every_min=st.integers(10, 180),
    break_days=st.sets(st.sampled_from(DAYS)).map(lambda d: tuple(x for x in DAYS if x in d)),
    break_times=st.lists(FIXED, max_size=MOST_BREAK_TIMES, unique=True).map(
        lambda times: tuple(fixed.text for fixed in times)
    ),
)


def keepable(settings: Settings) -> bool:
    return from_values(to_values(settings)) == (settings, ())


def others(settings: Settings) -> list[str]:
    return [text for text in settings.break_times if not fixed_of(text).plain]


def only(settings: Settings) -> my_plan.Entry:
    (entry,) = entries(settings, KNOWN)
    return entry


def test_a_new_user_has_breaks_by_the_interval() -> None:
    assert rhythm(Settings()) == f"{EVERY}50"
    assert entries(Settings(), KNOWN) == ()


@given(SETTINGS)
def test_what_is_chosen_is_among_what_there_is_to_choose(settings: Settings) -> None:
    keys = [key for key, _, _ in rhythms(settings)]
    assert rhythm(settings) in keys
    assert len(set(keys)) == len(keys)
    for entry in entries(settings, KNOWN):
        assert entry.day_key in [key for key, _, _ in entry.when]
        words = [words for _, words, _ in entry.when]
        assert len(set(words)) == len(words)
        assert told(entry).startswith(entry.fixed.clock)


@given(SETTINGS, st.data())
def test_a_rhythm_that_is_chosen_is_kept_and_leaves_every_other_time(
    settings: Settings, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from([key for key, _, _ in rhythms(settings)]))
    changed = with_rhythm(settings, key)
    assert keepable(changed)
    assert others(changed) == others(settings)
    room = len(others(settings)) <= MOST_BREAK_TIMES - 2
    if key != TWICE or room:
        assert rhythm(changed) == key
    assert with_rhythm(changed, rhythm(changed)) == changed


@given(SETTINGS)
def test_off_leaves_what_else_is_planned_asking(settings: Settings) -> None:
    changed = with_rhythm(settings, OFF)
    assert rhythm(changed) == OFF
    assert changed.breaks_on is (settings.breaks_on and bool(others(settings)))


def test_twice_is_two_times_of_the_day_that_can_be_moved() -> None:
    twice = with_rhythm(Settings(break_times=("20:00 bedtime",)), TWICE)
    assert twice.break_times == ("20:00 bedtime", "10:30", "14:30")
    assert not twice.break_interval
    later = with_entry(twice, FixedTime(11 * 60), "10:30")
    assert rhythm(later) == TWICE
    assert with_rhythm(later, TWICE) == later
    assert rhythm(without_entry(later, "11:00")) == TIMES
    assert with_rhythm(later, f"{EVERY}60").break_times == ("20:00 bedtime",)


def test_times_beside_the_interval_stay_with_another_interval() -> None:
    before = Settings(break_times=("10:30",))
    assert with_rhythm(before, f"{EVERY}60").break_times == ("10:30",)


@given(SETTINGS, FIXED)
def test_a_time_that_is_added_asks_and_can_be_taken_out(
    settings: Settings, fixed: FixedTime
) -> None:
    if clash(settings, fixed):
        return
    more = with_entry(settings, fixed)
    assert keepable(more)
    assert more.breaks_on
    assert set(more.break_times) == {*settings.break_times, fixed.text}
    back = without_entry(more, fixed.text)
    assert set(back.break_times) == set(settings.break_times) - {fixed.text}


def test_a_time_added_while_breaks_are_off_leaves_the_desk_in_peace() -> None:
    more = with_entry(Settings(breaks_on=False), FixedTime(1200, routine="lying-down"))
    assert (more.breaks_on, more.break_interval, rhythm(more)) == (True, False, OFF)


def test_a_time_changed_while_reminders_are_off_leaves_them_off() -> None:
    off = Settings(breaks_on=False, break_times=("20:00 bedtime",))
    changed = with_entry(off, FixedTime(1260, "bedtime"), "20:00 bedtime")
    assert (changed.breaks_on, changed.break_times) == (False, ("21:00 bedtime",))


@given(SETTINGS)
def test_turned_on_the_times_ask_and_a_desk_that_did_not_stays_still(settings: Settings) -> None:
    on = turned_on(settings)
    assert on.breaks_on
    assert on.break_times == settings.break_times
    if not settings.breaks_on:
        assert not on.break_interval
    assert turned_on(on) == on


def test_without_a_day_for_breaks_nothing_comes_twice() -> None:
    keys = [key for key, _, _ in rhythms(Settings(break_days=()))]
    assert TWICE not in keys


@given(SETTINGS, st.data())
def test_other_days_move_one_time_and_no_other(settings: Settings, data: st.DataObject) -> None:
    found = entries(settings, KNOWN)
    if not found:
        return
    entry = data.draw(st.sampled_from(found))
    key = data.draw(st.sampled_from([key for key, _, _ in entry.when]))
    changed = with_entry(settings, moved(entry.fixed, key), entry.text)
    assert keepable(changed)
    assert set(settings.break_times) - {entry.text} <= set(changed.break_times)
    there = moved(entry.fixed, key)
    assert key == entry.day_key or not clash(changed, there, there.text)


def test_days_on_which_something_comes_at_that_time_are_not_offered() -> None:
    settings = Settings(break_times=("20:00 mon routine:lying-down", "20:00 tue routine:gone"))
    first, second = entries(settings, KNOWN)
    assert [key for key, _, _ in first.when] == ["024", "56", "0"]
    assert [key for key, _, _ in second.when] == ["135", "56", "1"]


def test_twice_keeps_clear_of_what_is_planned_then() -> None:
    settings = Settings(break_times=("10:30 mon routine:lying-down", "14:30 bedtime sat"))
    twice = with_rhythm(settings, TWICE)
    # On a Monday only one of two at 10:30 would ask; on a Saturday the desk does not.
    assert twice.break_times == (*settings.break_times, "11:00", "14:30")


@given(FIXED, st.sets(st.sampled_from(DAYS), min_size=1), st.sets(st.sampled_from(DAYS)))
def test_days_are_kept_as_they_were_chosen(
    fixed: FixedTime, days: set[str], usual: set[str]
) -> None:
    found = on_days(fixed, tuple(days), tuple(usual))
    places = {DAYS.index(day) for day in usual}
    assert set(found.days_in(places)) == {DAYS.index(day) for day in days}
    assert replace(found, days=()) == replace(fixed, days=())


@given(SETTINGS, FIXED)
def test_two_things_never_come_at_once(settings: Settings, fixed: FixedTime) -> None:
    usual = {DAYS.index(day) for day in settings.break_days}
    other = [fixed_of(text) for text in settings.break_times]
    same = [o for o in other if o.minute == fixed.minute]
    met = any(set(o.days_in(usual)) & set(fixed.days_in(usual)) for o in same)
    assert bool(clash(settings, fixed)) is (met or len(other) >= MOST_BREAK_TIMES)


def test_a_time_is_not_in_its_own_way() -> None:
    settings = Settings(break_times=("20:00 daily routine:lying-down",))
    same = fixed_of(settings.break_times[0])
    assert clash(settings, same) == "Something comes at 20:00 on one of these days already"
    assert clash(settings, same, same.text) == ""


@pytest.mark.parametrize(
    ("text", "name", "hint", "words"),
    [
        (
            "20:00 mon,wed,fri routine:lying-down",
            "Lying down, 9 min",
            "Reminder at 20:00",
            "Evenings, Mon Wed Fri",
        ),
        ("10:30", "Desk break, 4 min", "Reminder at 10:30", "Mornings, Mon to Fri"),
        (
            "07:00 rising",
            "After getting up",
            "Reminder at 07:00, with what fits then",
            "Every morning",
        ),
        (
            "14:00 sat,sun routine:full-session",
            "Full session",
            "Reminder at 14:00. It is left out with your answers; what fits comes instead",
            "Afternoons, Sat Sun",
        ),
        (
            "20:00 daily routine:gone",
            "A routine that is gone",
            "Reminder at 20:00. It is no longer there; what fits comes instead",
            "Every evening",
        ),
    ],
)
def test_a_time_is_told(text: str, name: str, hint: str, words: str) -> None:
    entry = only(Settings(break_times=(text,)))
    assert (entry.name, entry.hint) == (name, hint)
    assert {key: words for key, words, _ in entry.when}[entry.day_key] == words
    assert told(entry) == f"{entry.fixed.clock}, {name}: {words[0].lower()}{words[1:]}"


def test_a_routine_that_waits_for_answers_says_so() -> None:
    known = replace(KNOWN, unanswered=True)
    (entry,) = entries(Settings(break_times=("14:00 daily routine:full-session",)), known)
    assert entry.hint.endswith("It waits for your safety answers; what fits comes instead")


@pytest.mark.parametrize(
    ("days", "words", "line"),
    [
        ("mon,wed,thu,fri", "Mon Wed Thu Fri", "Mon Wed Thu Fri"),
        ("mon,wed,thu,sat,sun", "All but Tue Fri", "all but Tue Fri"),
        ("mon,wed,thu,fri,sat,sun", "Evenings, all but Tue", "evenings, all but Tue"),
    ],
)
def test_many_days_leave_the_part_of_the_day_out(days: str, words: str, line: str) -> None:
    entry = only(Settings(break_times=(f"20:00 {days} routine:lying-down",)))
    assert {key: words for key, words, _ in entry.when}[entry.day_key] == words
    assert told(entry) == f"20:00, Lying down, 9 min: {line}"


def test_a_time_while_reminders_are_off_says_so() -> None:
    off = only(Settings(breaks_on=False, break_times=("20:00 bedtime",)))
    assert off.hint == "20:00, while reminders are on, with what fits then"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "no day"),
        (EVERY_DAY, "every day"),
        ((0, 1, 2, 3, 4), "Mon to Fri"),
        ((0, 2, 4), "Mon Wed Fri"),
        ((5, 6), "Sat Sun"),
        ((0, 1, 2, 3, 4, 6), "all but Sat"),
        ((0, 2, 3, 5, 6), "all but Tue Fri"),
    ],
)
def test_days_in_words(days: tuple[int, ...], words: str) -> None:
    assert days_words(days) == words


def test_the_check_can_be_chosen_as_often_as_settings_keep_it() -> None:
    read = next(key.read for key in KEYS if key.name == "check_weeks")
    assert [read(int(key)) for key, _, _ in check_choices()] == [2, 4, 8, 0]
