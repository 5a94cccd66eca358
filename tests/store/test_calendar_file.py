from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.calendar_file import LINE_BYTES, escaped, folded, to_ics

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
HOLD = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 95.4, True)
SESSION = SessionRecord(
    *("s1", "desk-break", "Desk break", START, Ended.FINISHED, (HOLD,)),
    *(START + timedelta(minutes=6), 3, 2, "Calm; slow, good\\better"),
    changed_at=START + timedelta(hours=1),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
one_line = texts.map(lambda text: re.sub(r"[\r\n]", " ", text))


def unfolded(content: bytes) -> list[str]:
    """The lines as another program reads them: RFC 5545, 3.1."""
    assert content.endswith(b"\r\n")
    lines = content.replace(b"\r\n ", b"").removesuffix(b"\r\n").split(b"\r\n")
    return [line.decode() for line in lines]


def meant(value: str) -> str:
    """The text a value stands for: RFC 5545, 3.3.11."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def events(content: bytes) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for line in unfolded(content):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


# Long enough to be folded, of characters of one to four bytes.
long_lines = st.text("aé€😀", min_size=40, max_size=200)


@given(one_line | long_lines)
def test_a_folded_line_reads_as_it_was(line: str) -> None:
    content = folded(line)
    parts = content.removesuffix(b"\r\n").split(b"\r\n")
    assert unfolded(content) == [line]
    for part in parts:
        assert len(part) <= LINE_BYTES
        part.decode()
    assert all(part.startswith(b" ") for part in parts[1:])


@pytest.mark.parametrize(("length", "parts"), [(75, 1), (76, 2), (149, 2), (150, 3)])
def test_lines_are_folded_no_sooner_than_needed(length: int, parts: int) -> None:
    assert len(folded("x" * length).split(b"\r\n")) == parts + 1


@given(texts)
def test_an_escaped_text_reads_as_it_was(text: str) -> None:
    value = escaped(text)
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f]", value)
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    plain = re.sub("\r\n?", "\n", text)
    assert meant(value) == re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", plain)


def test_a_session_is_an_entry() -> None:
    content = to_ics([SESSION])
    lines = unfolded(content)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    (event,) = events(content)
    assert event == {
        "UID": "s1@supple",
        "DTSTAMP": "20260314T223000Z",
        "LAST-MODIFIED": "20260314T223000Z",
        "DTSTART": "20260314T213000Z",
        "DTEND": "20260314T213600Z",
        "SUMMARY": "Desk break",
        "DESCRIPTION": "Held 1 min 35 s.\\nPain\\, 0 to 10: before 3\\, after 2.\\n"
        "Calm\\; slow\\, good\\\\better",
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
        "END": "VEVENT",
    }


@given(st.lists(st.from_type(SessionRecord), min_size=1, max_size=3))
def test_every_session_reads_as_it_was(sessions: list[SessionRecord]) -> None:
    live = [replace(s, deleted_at=None) for s in sessions]
    found = events(to_ics(live))
    assert len(found) == len(live)
    for event, session in zip(found, sorted(live, key=lambda s: (s.started_at, s.id)), strict=True):
        start, end = (
            datetime.strptime(event[name], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            for name in ("DTSTART", "DTEND")
        )
        assert timedelta(0) <= session.started_at - start < timedelta(seconds=1)
        assert start < end
        assert meant(event["UID"]) == f"{session.id}@supple"


def test_the_same_sessions_give_the_same_bytes_in_any_order() -> None:
    early = replace(SESSION, id="s0", started_at=START - timedelta(days=1))
    assert to_ics([SESSION, early]) == to_ics([early, SESSION])
    assert [e["UID"] for e in events(to_ics([SESSION, early]))] == ["s0@supple", "s1@supple"]


@pytest.mark.parametrize(
    ("ended", "said"),
    [
        (Ended.STOPPED, "Ended early."),
        (Ended.HURT, "Ended because something hurt."),
        (Ended.CRASHED, "Cut short when the program closed."),
    ],
)
def test_how_it_ended_is_said_when_it_was_not_finished(ended: Ended, said: str) -> None:
    session = replace(SESSION, ended=ended, pain_before=None, pain_after=None, note="")
    (event,) = events(to_ics([session]))
    assert event["DESCRIPTION"] == f"Held 1 min 35 s.\\n{said}"


def test_what_was_corrected_counts() -> None:
    (event,) = events(to_ics([replace(SESSION, corrected_s=600.0)]))
    assert event["DTEND"] == "20260314T214000Z", "no shorter than what was held"
    assert event["DESCRIPTION"].startswith("Held 10 min.")


def test_a_calendar_without_entries_is_refused() -> None:
    hidden = [replace(SESSION, deleted_at=START), replace(SESSION, ended=None, ended_at=None)]
    with pytest.raises(UserError, match="no session to put into a calendar"):
        to_ics(hidden)
