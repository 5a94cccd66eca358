from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.breaks.look import Busy
from supple.core.breaks.times import DAYS
from supple.core.goal import GoalCounts
from supple.core.person import ASKED_EQUIPMENT, Person, Spot
from supple.core.safety import QUESTIONS
from supple.core.settings import (
    KEYS,
    SESSION_TEXT_SCALES,
    SNOOZE_MIN,
    SPEECH_SPEEDS,
    TEXT_SCALES,
    Motion,
    Settings,
    Theme,
    VoiceSource,
    from_values,
    to_values,
)
from supple.core.speech_level import MAY_BE_OFF

junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["dark", 0.9, 1, 3, [0, 0, 800, 600]]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
good = st.builds(
    Settings,
    theme=st.sampled_from(Theme),
    text_scale=st.sampled_from(TEXT_SCALES),
    session_text_scale=st.sampled_from(SESSION_TEXT_SCALES),
    motion=st.sampled_from(Motion),
    voice_on=st.booleans(),
    volume=st.floats(0, 1),
    voice=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40),
    speech_speed=st.sampled_from(SPEECH_SPEEDS),
    speech_off=st.lists(st.sampled_from(MAY_BE_OFF), unique=True).map(tuple),
    voice_source=st.sampled_from(VoiceSource),
    output=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40),
    wake_output=st.booleans(),
    full_screen=st.booleans(),
    session_keys=st.sampled_from([(), ("next PgDown",), ("next Left", "previous Right")]),
    weekly_goal_days=st.integers(2, 7),
    goal_counts=st.sampled_from(GoalCounts),
    first_weekday=st.integers(0, 6),
    day_ends_h=st.integers(0, 6),
    ask_pain=st.booleans(),
    daily_backup=st.booleans(),
    shared_folder=st.text(st.characters(exclude_categories=["C"]), max_size=40),
    first_run_done=st.booleans(),
    safety_on=st.just("") | st.dates().map(str),
    safety_ticked=st.lists(st.sampled_from([q.id for q in QUESTIONS]), unique=True).map(tuple),
    safety_cleared_on=st.just("") | st.dates().map(str),
    spots=st.lists(st.sampled_from(list(map(str, Spot))), unique=True, min_size=1).map(tuple),
    equipment=st.lists(st.sampled_from(ASKED_EQUIPMENT), unique=True).map(tuple),
    plan_doses=st.booleans(),
    breaks_on=st.booleans(),
    break_every_min=st.integers(10, 180),
    break_rest_min=st.integers(3, 30),
    break_days=st.lists(st.sampled_from(DAYS), unique=True).map(tuple),
    break_ranges=st.lists(
        st.sampled_from(["09:00-12:00", "13:00-24:00", "22:00-06:00"]), unique=True, min_size=1
    ).map(tuple),
    break_times=st.lists(
        st.sampled_from(["10:30", "07:00 rising", "20:00 bedtime"]), unique=True
    ).map(tuple),
    break_snooze_min=st.sampled_from(SNOOZE_MIN),
    break_busy=st.lists(st.sampled_from(list(map(str, Busy))), unique=True).map(tuple),
    break_typing=st.booleans(),
    break_sound=st.booleans(),
    start_with_system=st.booleans(),
    window=st.none() | st.tuples(*[st.integers(-9999, 9999)] * 2, *[st.integers(200, 9999)] * 2),
)


def test_every_setting_has_one_key_and_every_key_a_setting() -> None:
    names = [key.name for key in KEYS]
    assert len(set(names)) == len(names)
    assert names == [f.name for f in fields(Settings)]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_default_passes_its_own_check(key: object) -> None:
    name = key.name  # type: ignore[attr-defined]
    plain = to_values(Settings())[name]
    settings, problems = from_values({name: plain})
    assert problems == ()
    assert settings == Settings()


def test_the_smallest_window_is_good() -> None:
    assert from_values({"window": [0, 0, 200, 150]})[1] == ()


def test_a_new_user_is_guided_aloud_on_the_whole_screen() -> None:
    new = Settings()
    assert (new.voice_on, new.full_screen, new.weekly_goal_days) == (True, True, 3)


def test_a_new_user_has_weeks_from_monday_days_to_midnight_backups_and_shares_nothing() -> None:
    new = Settings()
    assert (new.goal_counts, new.first_weekday, new.day_ends_h) == (GoalCounts.DAYS, 0, 0)
    assert (new.daily_backup, new.ask_pain, new.shared_folder) == (True, True, "")


def test_a_new_user_is_taken_to_have_what_the_plan_assumes() -> None:
    new = Settings()
    assert Person() == Person(frozenset(map(Spot, new.spots)), frozenset(new.equipment))
    assert (new.first_run_done, new.safety_on, new.safety_ticked) == (False, "", ())


def test_a_new_user_has_breaks_in_office_hours_and_no_autostart() -> None:
    new = Settings()
    assert (new.breaks_on, new.break_every_min, new.break_ranges) == (True, 50, ("09:00-17:30",))
    assert (new.break_days, new.break_times) == (("mon", "tue", "wed", "thu", "fri"), ())
    assert not new.start_with_system


def test_nothing_is_a_new_user() -> None:
    assert from_values({}) == (Settings(), ())


@given(good)
def test_settings_survive_a_json_file(settings: Settings) -> None:
    assert from_values(json.loads(json.dumps(to_values(settings)))) == (settings, ())


@given(st.dictionaries(st.sampled_from([key.name for key in KEYS]), junk))
def test_anything_gives_sound_settings_and_names_what_was_wrong(values: dict[str, object]) -> None:
    settings, problems = from_values(values)
    assert from_values(to_values(settings)) == (settings, ())
    bad = {problem.path for problem in problems}
    assert bad <= set(values)
    asked_again = {"safety_on"} if "safety_ticked" in bad else set()
    for name in values.keys() - bad - asked_again:
        assert to_values(settings)[name] == values[name]
    for name in bad:
        kept = to_values(settings)[name]
        if kept != to_values(Settings())[name]:
            # Of a list the good ones are left.
            assert isinstance(kept, list)
            assert all(one in values[name] for one in kept)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("theme", "drak", '"system", "light", "dark"'),
        ("theme", ["dark"], "one of"),
        ("text_scale", 1.05, "0.9, 1, 1.15, 1.3"),
        ("text_scale", True, "one of"),
        ("volume", 1.01, "from 0 to 1"),
        ("volume", float("nan"), "from 0 to 1"),
        ("volume", True, "from 0 to 1"),
        ("voice_on", "yes", "true or false"),
        ("voice_on", 1, "true or false"),
        ("voice", "a\nb", "text"),
        ("voice", "x" * 501, "text"),
        ("speech_speed", 0.75, "0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3"),
        ("speech_speed", 1.4, "one of"),
        ("speech_off", "half", "a list"),
        ("speech_off", ["side"], '"half"'),
        ("speech_off", ["stop"], '"half"'),
        ("speech_off", [["half"]], '"half"'),
        ("voice_source", "mine", '"auto", "own", "reader"'),
        ("output", 3, "text"),
        ("wake_output", "no", "true or false"),
        ("weekly_goal_days", 8, "from 2 to 7"),
        ("weekly_goal_days", 1, "from 2 to 7"),
        ("weekly_goal_days", 3.0, "whole number"),
        ("goal_counts", "weeks", '"days", "sessions"'),
        ("first_weekday", 7, "from 0 to 6"),
        ("first_weekday", True, "from 0 to 6"),
        ("day_ends_h", 7, "from 0 to 6"),
        ("day_ends_h", -1, "from 0 to 6"),
        ("ask_pain", 0, "true or false"),
        ("daily_backup", None, "true or false"),
        ("shared_folder", None, "path of a folder"),
        ("shared_folder", "a\nb", "path of a folder"),
        ("safety_on", "yesterday", "a date"),
        ("safety_ticked", ["cold"], '"saddle"'),
        ("spots", [], "at least 1"),
        ("break_every_min", 9, "from 10 to 180"),
        ("break_every_min", 181, "from 10 to 180"),
        ("break_rest_min", 2, "from 3 to 30"),
        ("break_days", ["Monday"], '"mon", "tue"'),
        ("break_ranges", [], "at least 1, at most 6"),
        ("break_ranges", ["09:00"], '"09:00-17:30"'),
        ("break_ranges", ["09:00-09:00"], "a list"),
        ("break_ranges", "09:00-17:30", "a list"),
        ("break_times", ["7:00"], '"20:00 mon,wed,fri"'),
        ("break_times", ["07:00 lunch"], '"20:00 mon,wed,fri"'),
        ("check_weeks", 3, "one of 0, 2, 4, 8"),
        ("break_times", [7], "a list"),
        ("break_snooze_min", 10, "one of 5, 15"),
        ("break_snooze_min", 5.0, "one of 5, 15"),
        ("break_busy", ["music"], '"full-screen"'),
        ("break_keys", ["start B"], 'without "start B"'),
        ("session_keys", "next PgDown", 'such as "next PgDown"'),
        ("session_keys", ["next PageDwn"], "at most once"),
        ("session_keys", ["next Esc"], 'at most once, without "next Esc". Until'),
        ("break_sound", "yes", "true or false"),
        ("start_with_system", 1, "true or false"),
        ("window", [0, 0, 199, 600], "pixels"),
        ("window", [0, 0, 800, 149], "pixels"),
        ("window", [0, 0, 800], "pixels"),
        ("window", [0, 0, 800.5, 600], "pixels"),
        ("window", [10**9, 0, 800, 600], "pixels"),
        ("window", "0,0,800,600", "pixels"),
    ],
)
def test_a_bad_value_becomes_the_default_and_is_told(name: str, value: object, mend: str) -> None:
    settings, (problem,) = from_values({name: value})
    assert settings == Settings()
    assert problem.path == name
    assert mend in problem.mend


def test_one_bad_value_leaves_the_others() -> None:
    settings, problems = from_values({"theme": 1, "volume": 0.25, "from_the_future": [1]})
    assert settings == replace(Settings(), volume=0.25)
    assert [p.path for p in problems] == ["theme"]


def test_one_bad_key_leaves_the_other_keys() -> None:
    settings, (problem,) = from_values({"session_keys": ["next pgdown", "pause 5", 7]})
    assert settings.session_keys == ("next PgDown",)
    assert "Until then ['next PgDown'] is used." in problem.mend


@pytest.mark.parametrize(
    ("name", "value", "kept", "mend"),
    [
        ("break_times", ["10:30", "7:00", "20:00 mon"], ("10:30", "20:00 mon"), "such as"),
        ("break_times", [f"10:{n}" for n in range(10, 23)], None, "at most 12"),
        ("break_ranges", ["08:00-10:00", "noon"], ("08:00-10:00",), "such as"),
        ("break_ranges", ["09:00-10:00"] * 2, ("09:00-10:00",), "each once"),
        ("break_days", ["mon", "Tuesday"], ("mon",), '"tue"'),
        ("equipment", ["mat", "mat"], ("mat",), "each once"),
        ("spots", ["floor", "roof"], ("floor",), "at least 1"),
        ("speech_off", ["half", "half"], ("half",), "each once"),
    ],
)
def test_one_bad_entry_of_a_list_leaves_the_others(
    name: str, value: list[str], kept: tuple[str, ...] | None, mend: str
) -> None:
    settings, (problem,) = from_values({name: value})
    assert getattr(settings, name) == (tuple(value[:12]) if kept is None else kept)
    assert mend in problem.mend
    assert from_values(to_values(settings)) == (settings, ())


def test_safety_answers_that_cannot_be_read_are_asked_for_again() -> None:
    values = {"safety_on": "2026-10-22", "safety_ticked": ["saddle", "from the future"]}
    settings, problems = from_values(values)
    # What could be read stays ticked: the careful way until then.
    assert (settings.safety_on, settings.safety_ticked) == ("", ("saddle",))
    assert [p.path for p in problems] == ["safety_ticked"]


def test_a_long_value_is_cut_in_the_message() -> None:
    _, (problem,) = from_values({"theme": "x" * 10_000})
    assert len(str(problem)) < 300


def test_words_are_shown_as_a_file_has_them() -> None:
    _, (problem,) = from_values({"theme": None})
    assert problem.what.startswith("null ")
