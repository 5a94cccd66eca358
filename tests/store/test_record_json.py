from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check, Feel
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.record_json import (
    WrongValue,
    assessment_values,
    day_off_values,
    read_assessment,
    read_day_off,
    read_session,
    session_values,
)

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
STEP = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 2, 30.0, 29.5, True, id="t", ended_at=START)
SESSION = SessionRecord(
    "s", "desk-break", "Desk break", START, Ended.FINISHED, (STEP,), START, device="d"
)
CHECK = Assessment("a", Check.LEG_RAISE, START, 71.5, 68.0, device="d")
DAY_OFF = DayOff("o", date(2026, 3, 14), Off.ILL, device="d")
SOME = st.from_type(SessionRecord), st.from_type(Assessment), st.from_type(DayOff)


def through_text(values: dict[str, object]) -> object:
    return json.loads(json.dumps(values, allow_nan=False))


def offsets(row: Any) -> list[object]:
    """Aware instants are equal in any zone, so their offsets are compared on their own."""
    return [
        getattr(row, name).utcoffset()
        for name in ("started_at", "ended_at", "at")
        if name in {f.name for f in fields(row)}
    ]


@given(SOME[0])
def test_a_session_comes_back_as_it_was(session: SessionRecord) -> None:
    back = read_session(through_text(session_values(session)))
    assert back == session
    assert offsets(back) == offsets(session)
    assert [offsets(s) for s in back.steps] == [offsets(s) for s in session.steps]
    assert session_values(back) == session_values(session)


@given(SOME[1])
def test_a_check_comes_back_as_it_was(check: Assessment) -> None:
    back = read_assessment(through_text(assessment_values(check)))
    assert back == check
    assert offsets(back) == offsets(check)


@given(SOME[2])
def test_a_day_off_comes_back_as_it_was(day_off: DayOff) -> None:
    assert read_day_off(through_text(day_off_values(day_off))) == day_off


def test_what_is_not_there_yet_comes_back_as_none() -> None:
    session = SessionRecord("s", "r", "R", START, None, (replace(STEP, id="", ended_at=None),))
    assert read_session(through_text(session_values(session))) == session


def test_every_field_is_written() -> None:
    assert set(session_values(SESSION)) == {f.name for f in fields(SessionRecord)}
    (step,) = session_values(SESSION)["steps"]  # type: ignore[misc]
    assert set(step) == {f.name for f in fields(StepRecord)}
    assert set(assessment_values(CHECK)) == {f.name for f in fields(Assessment)}
    assert set(day_off_values(DAY_OFF)) == {f.name for f in fields(DayOff)}


def test_equal_rows_give_equal_text() -> None:
    changed = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
    here = replace(SESSION, planned_s=60.0, corrected_s=0.0, changed_at=changed)
    there = replace(
        SESSION, planned_s=60, corrected_s=-0.0, changed_at=changed.astimezone(START.tzinfo)
    )
    assert json.dumps(session_values(here)) == json.dumps(session_values(there))


def test_an_offset_is_kept_in_whole_minutes_as_in_the_database() -> None:
    odd = START.astimezone(timezone(timedelta(hours=1, seconds=31)))
    values = session_values(replace(SESSION, started_at=odd))
    assert values["started_at"] == "2026-03-14T22:31:00+01:01"
    assert read_session(values).started_at == START


def test_keys_that_are_not_known_are_let_be() -> None:
    values = session_values(SESSION) | {"mood": "fine"}
    values["steps"] = [{**step, "speed": 1} for step in values["steps"]]  # type: ignore[attr-defined]
    assert read_session(values) == SESSION


def test_what_older_files_do_not_say_is_left_open() -> None:
    values = {
        "id": "s",
        "routine": "desk-break",
        "routine_name": "Desk break",
        "started_at": "2026-03-14T23:30:00+02:00",
        "ended": None,
        "ended_at": None,
        "steps": [
            {
                "kind": "hold",
                "stretch": "strap",
                "side": "left",
                "set": 1,
                "planned_s": 30,
                "held_s": 29.5,
                "completed": True,
            }
        ],
    }
    step = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 29.5, True)
    assert read_session(values) == SessionRecord(
        "s", "desk-break", "Desk break", START, None, (step,)
    )


PAIN = "It needs to be a whole number from 0 to 10 or null."
LEVEL = "It needs to be a whole number from 0 to 10000 or null."
SECONDS = "It needs to be a number from 0 to 1000000000."
SECONDS_OR_NULL = "It needs to be a number from 0 to 1000000000 or null."
ENDED = 'It needs to be one of "finished", "stopped", "hurt", "crashed", or null.'
SIDE = 'It needs to be one of "left", "right", "both".'
TOGETHER = '"ended" and "ended_at" need to be given together, or both be null.'
WRONG: list[tuple[str, object, str]] = [
    ("id", "", "This text is empty. It needs to be written."),
    ("id", None, "This is null. It needs to be text in double quotes."),
    ("id", "x" * 101, "This text has 101 characters. 100 is the most."),
    ("note", "x" * 100_001, "This text has 100001 characters. 100000 is the most."),
    ("note", "\ud83d", "This text holds half a character. Write it again."),
    ("routine", 7, "This is 7. It needs to be text in double quotes."),
    ("pain_before", 11, "This is 11. " + PAIN),
    ("pain_before", -1, "This is -1. " + PAIN),
    ("pain_after", 3.0, "This is 3.0. " + PAIN),
    ("pain_after", True, "This is true. " + PAIN),
    ("plan_level", "2", 'This is the text "2". ' + LEVEL),
    ("planned_s", -0.5, "This is -0.5. " + SECONDS),
    ("planned_s", None, "This is null. " + SECONDS),
    ("corrected_s", float("nan"), "This is NaN. " + SECONDS_OR_NULL),
    ("corrected_s", float("inf"), "This is a very large number. " + SECONDS_OR_NULL),
    ("corrected_s", 10**400, "This is a very large number. " + SECONDS_OR_NULL),
    ("corrected_s", False, "This is false. " + SECONDS_OR_NULL),
    ("ended", "bored", 'This is the text "bored". ' + ENDED),
    ("ended", [], "This is a list in [ ]. " + ENDED),
    ("ended_at", None, "One of the two is missing. " + TOGETHER),
    ("steps", {}, "This is a group in { }. It needs to be a list in [ ]."),
    ("steps[0].kind", "rest", 'This is the text "rest". It needs to be one of "hold", "reps".'),
    ("steps[0].side", "middle", 'This is the text "middle". ' + SIDE),
    ("steps[0].set", 0, "This is 0. It needs to be a whole number from 1 to 10000."),
    ("steps[0].set", True, "This is true. It needs to be a whole number from 1 to 10000."),
    ("steps[0].held_s", -1, "This is -1. " + SECONDS),
    ("steps[0].held_s", "29.5", 'This is the text "29.5". ' + SECONDS),
    ("steps[0].completed", 1, "This is 1. It needs to be true or false."),
    ("steps[0].hurt", "no", 'This is the text "no". It needs to be true or false.'),
    ("steps[0]", 3, "This is 3. It needs to be a group in { }."),
]


def put(values: Any, path: str, value: object) -> None:
    *way, last = path.replace("[0]", ".0").split(".")
    for part in way:
        values = values[int(part) if part.isdigit() else part]
    values[int(last) if last.isdigit() else last] = value


@pytest.mark.parametrize(("path", "value", "said"), WRONG)
def test_a_wrong_value_is_named(path: str, value: object, said: str) -> None:
    values = session_values(SESSION)
    put(values, path, value)
    with pytest.raises(WrongValue) as wrong:
        read_session(values)
    assert str(wrong.value) == f"{path}: {said}"


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14T23:30:00",
        "2026-03-14T23:30:00+02",
        "2026-03-14T23:30:00+02:00:30",
        "2026-03-14T23:30:00.1234567+02:00",
        "2026-02-30T23:30:00+02:00",
        "2026-03-14",
        "yesterday",
        "",
        1773523800,
        None,
    ],
)
def test_an_instant_is_a_whole_one(text: object) -> None:
    with pytest.raises(WrongValue, match="with its offset from UTC") as wrong:
        read_session(session_values(SESSION) | {"started_at": text})
    assert wrong.value.path == ("started_at",)


@pytest.mark.parametrize("text", ["2026-03-14T21:30:00Z", "2026-03-14 23:30:00+02:00"])
def test_other_ways_to_write_an_instant_are_read(text: str) -> None:
    assert read_session(session_values(SESSION) | {"started_at": text}).started_at == START


@pytest.mark.parametrize("year", ["0001", "1899", "3000", "9999"])
def test_a_year_beyond_all_reason_is_refused(year: str) -> None:
    with pytest.raises(
        WrongValue, match=f"in the year {int(year)}. It needs to be in 1900 to 2999"
    ):
        read_session(session_values(SESSION) | {"started_at": f"{year}-03-14T23:30:00+02:00"})
    with pytest.raises(WrongValue, match="in the year"):
        read_day_off(day_off_values(DAY_OFF) | {"day": f"{year}-03-14"})


@pytest.mark.parametrize("key", ["id", "routine", "routine_name", "started_at", "steps"])
def test_a_key_that_is_needed_is_missed(key: str) -> None:
    values = session_values(SESSION)
    del values[key]
    with pytest.raises(WrongValue, match=f'^"{key}" is missing. It needs to stand here.$'):
        read_session(values)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"check": "plank"}, 'check: This is the text "plank". It needs to be one of '),
        ({"check": None}, "check: This is null. It needs to be one of "),
        ({"left": 110.5}, "left: This is 110.5. It needs to be a number from 0 to 110 or null."),
        ({"right": -1}, "right: This is -1. It needs to be a number from 0 to 110 or null."),
        ({"feel": "great"}, 'feel: This is the text "great". It needs to be one of "easy", '),
        ({"at": "2026-03-14T23:30:00"}, "at: This is the text "),
    ],
)
def test_a_wrong_check_is_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(WrongValue) as wrong:
        read_assessment(assessment_values(CHECK) | change)
    assert str(wrong.value).startswith(said)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"off": "bored"}, 'off: This is the text "bored". It needs to be one of "rest", '),
        ({"day": "20260314"}, 'day: This is the text "20260314". It needs to be a date such as '),
        ({"day": "2026-02-30"}, "day: There is no day 2026-02-30. It needs to be a date of the "),
        ({"day": None}, "day: This is null. It needs to be a date such as "),
    ],
)
def test_a_wrong_day_off_is_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(WrongValue) as wrong:
        read_day_off(day_off_values(DAY_OFF) | change)
    assert str(wrong.value).startswith(said)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
readers = st.sampled_from(
    [
        (read_session, session_values(SESSION)),
        (read_assessment, assessment_values(CHECK)),
        (read_day_off, day_off_values(DAY_OFF)),
    ]
)


@given(json_values, st.sampled_from([read_session, read_assessment, read_day_off]))
def test_no_value_at_all_breaks_the_reading(
    value: object, read: Callable[[object], object]
) -> None:
    with pytest.raises(WrongValue):
        read(value)


@given(readers, json_values, st.data())
def test_no_value_of_a_key_breaks_the_reading(
    reader: tuple[Callable[[object], object], dict[str, object]], value: object, data: st.DataObject
) -> None:
    read, values = reader
    key = data.draw(st.sampled_from(sorted(values)))
    with suppress(WrongValue):
        read(values | {key: value})


def test_a_check_that_only_felt_has_no_degrees() -> None:
    check = Assessment("a", Check.TOE_TOUCH, START, feel=Feel.TIGHT)
    assert read_assessment(assessment_values(check)) == check


def test_a_naive_instant_is_never_written() -> None:
    with pytest.raises(ValueError, match="offset"):
        session_values(replace(SESSION, started_at=START.replace(tzinfo=None)))


def test_a_problem_inside_a_file_says_where_in_it() -> None:
    with pytest.raises(WrongValue) as wrong:
        read_session(session_values(SESSION) | {"note": 3})
    assert str(wrong.value.inside(("sessions", 4))).startswith("sessions[4].note: This is 3.")
