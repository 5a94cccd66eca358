from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.journal_lines import (
    Line,
    Unread,
    checked_sum,
    contents_of,
    lines_of,
    read_line,
)

AT = datetime(2026, 3, 14, 23, 30, 0, 250, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
CHANGED = AT.astimezone(UTC)
STEP = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 29.75, True, True, "s1", AT)
SESSION = SessionRecord(
    id="a",
    routine="desk-break",
    routine_name="Desk “break”,\u2028\n",
    started_at=AT,
    ended=Ended.HURT,
    steps=(STEP,),
    ended_at=AT + timedelta(seconds=30),
    pain_before=4,
    note='Zäh. ","sum":"x"}',
    planned_s=60.0,
    plan_level=2,
    corrected_s=20.0,
    device="dev",
    changed_at=CHANGED,
    deleted_at=CHANGED,
)
CONTENTS = Contents(
    (SESSION,),
    (Assessment("b", Check.LEG_RAISE, AT, 71.5, 68.0, device="dev", changed_at=CHANGED),),
    (DayOff("c", date(2026, 3, 15), Off.ILL, "dev", CHANGED),),
)


def line(contents: Contents = CONTENTS) -> Line:
    return lines_of(contents)[0]


def signed(values: dict[str, object]) -> bytes:
    """A whole line of other values than we would write."""
    from hashlib import blake2b

    head = json.dumps(values, separators=(",", ":")).encode()[:-1]
    return head + b',"sum":"' + blake2b(head, digest_size=16).hexdigest().encode() + b'"}'


def test_every_kind_of_row_comes_back() -> None:
    rows = [read_line(made.text) for made in lines_of(CONTENTS)]
    assert contents_of([row for row in rows if not isinstance(row, Unread)]) == CONTENTS


def test_a_line_is_one_line_of_json_with_its_version_kind_and_sum() -> None:
    made = line()
    assert b"\n" not in made.text
    values = json.loads(made.text)
    assert (values["v"], values["kind"], values["row"]["id"]) == (1, "session", "a")
    assert values["sum"].encode() == made.sum == checked_sum(made.text)


def test_equal_rows_have_equal_sums_and_others_do_not() -> None:
    assert line() == line()
    assert len({made.sum for made in lines_of(CONTENTS)}) == 3


@given(st.integers(0, len(line().text) - 1), st.integers(1, 255))
def test_one_wrong_byte_is_found(at: int, flip: int) -> None:
    text = bytearray(line().text)
    text[at] ^= flip
    # The version may have become a higher number: a line for a newer program.
    assert isinstance(read_line(bytes(text)), Unread)


@given(st.integers(0, len(line().text) - 1))
def test_half_a_line_is_damage(length: int) -> None:
    assert read_line(line().text[:length]) is Unread.DAMAGED
    assert checked_sum(line().text[:length]) is None


@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode))
def test_nothing_makes_reading_raise(text: bytes) -> None:
    assert read_line(text) is Unread.DAMAGED


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\0" * 300,
        b"\xff\xfe",
        b"[" * 100_000,
        b"9" * 5_000,
        b"NaN",
        b"null",
        b"[]",
        b'{"v":1}',
        b'{"v":true,"kind":"session"}',
        signed({"v": "2", "kind": "session", "row": {}}),
        signed({"kind": "session", "row": {}}),
    ],
)
def test_what_nobody_of_us_wrote_is_damage(text: bytes) -> None:
    assert read_line(text) is Unread.DAMAGED


@pytest.mark.parametrize(
    "text",
    [
        b'{"v":2,"made":"in another way"}',
        signed({"v": 1, "kind": "mood", "row": {}}),
        signed({"v": 1, "kind": "session", "row": {"id": "a", "ended": "evaporated"}}),
        signed({"v": 1, "kind": "session", "row": None}),
        signed({"v": 1, "kind": "day_off", "row": {"id": "a", "day": "\ud800", "off": "ill"}}),
        signed({"v": 1, "kind": "day_off", "row": {"id": "\ud800", "day": "2026-03-15"}}),
    ],
)
def test_what_is_whole_but_not_understood_is_for_a_newer_program(text: bytes) -> None:
    assert read_line(text) is Unread.NEWER
