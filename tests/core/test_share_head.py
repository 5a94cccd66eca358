"""The slip of paper on top of a shared file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.share import Head
from supple.core.share_head import (
    NOTE_LENGTH,
    NOTE_LINES,
    TITLE_LENGTH,
    head_problem,
    head_values,
    newer,
    parse_head,
)

_lines = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30).filter(
    lambda text: not set(text) & set("{}")
)
_notes = st.lists(_lines, max_size=NOTE_LINES).map("\n".join)
_heads = st.builds(Head, title=_lines, note=_notes, made_with=_lines)


@given(_heads)
def test_what_is_written_is_read_again(head: Head) -> None:
    assert parse_head(head_values(head)) == (head, ())
    assert head_problem(head) == ""


def test_only_the_format_is_needed() -> None:
    assert parse_head({"format": 1}) == (Head(), ())
    assert head_values(Head()) == {"format": 1}


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ([], "This is a list"),
        ({}, '"format" is missing'),
        ({"format": 0}, "Write 1."),
        ({"format": True}, "Write 1."),
        ({"format": 2}, "A newer Supple may read it."),
        ({"format": 1, "title": 3}, "text in double quotes"),
        ({"format": 1, "title": "x" * (TITLE_LENGTH + 1)}, f"{TITLE_LENGTH} is the most"),
        ({"format": 1, "title": "a\nb"}, "line break"),
        ({"format": 1, "note": "x" * (NOTE_LENGTH + 1)}, f"{NOTE_LENGTH} is the most"),
        ({"format": 1, "note": "x\n" * NOTE_LENGTH}, f"{NOTE_LENGTH} is the most"),
        ({"format": 1, "note": "x\n" * NOTE_LINES}, f"{NOTE_LINES} is the most"),
        ({"format": 1, "note": "x\n\u202ey"}, "no shape"),
        ({"format": 1, "note": ["x"]}, "text in double quotes"),
        ({"format": 1, "titel": "x"}, 'Did you mean "title"?'),
    ],
)
def test_what_is_wrong_is_told(value: object, says: str) -> None:
    problems = parse_head(value)[1]
    assert any(says in str(problem) for problem in problems)


def test_nothing_but_the_format_counts_in_a_later_one() -> None:
    assert len(parse_head({"format": 2, "new": {}})[1]) == 1


def test_a_head_that_could_not_be_read_is_told_to_who_writes_it() -> None:
    assert head_problem(Head(title="x" * 61)).startswith("The title: This text has 61")
    assert head_problem(Head(note="a\n\tb")).startswith("The note: ")


@pytest.mark.parametrize(
    ("made_with", "is_newer"),
    [
        ("Supple 1.3.0", True),
        ("Supple 1.2.4", True),
        ("Supple 10.0", True),
        ("Supple 1.2.3", False),
        ("Supple 1.2", False),
        ("by hand", False),
        ("", False),
    ],
)
def test_a_later_version_is_told_from_an_earlier_one(made_with: str, is_newer: bool) -> None:
    assert newer(made_with, "1.2.3") is is_newer
