"""Bytes to text, whatever an editor saved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import Problem, ProblemsFound
from supple.store.json_bytes import decode_json


def refused(data: bytes) -> Problem:
    with pytest.raises(ProblemsFound) as error:
        decode_json(data)
    (problem,) = error.value.problems
    return problem


def test_utf_8_is_read_with_and_without_a_mark() -> None:
    text = '{"name": "Übung 🧘"}'
    assert decode_json(text.encode()) == text
    assert decode_json(b"\xef\xbb\xbf" + text.encode()) == text
    assert decode_json(b"") == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be"])
def test_other_encodings_are_named(encoding: str) -> None:
    problem = refused('{"format": 1}'.encode(encoding))
    assert "UTF-16" in problem.what or "UTF-32" in problem.what
    assert problem.mend == 'Save it as "UTF-8" in your editor.'


def test_what_is_no_text_is_not_to_be_saved_as_text() -> None:
    problem = refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert problem.what == "The file is not text."
    assert "UTF-8" not in problem.mend
    assert problem.line == 0


def test_a_wrong_byte_has_a_place() -> None:
    problem = refused('{\n "n": "Ü\N{EURO SIGN}'.encode() + b"\xe4x")
    assert (problem.line, problem.column) == (2, 10)
    assert problem.what == "The byte 0xe4 is not UTF-8 text."


@given(st.binary())
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    try:
        text = decode_json(data)
    except ProblemsFound:
        return
    assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
