"""Escapes, control characters and halves between two quotes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.json_strings import LOOSE_STRING, STRING, unescape


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_what_json_writes_is_read_back(text: str, ascii_only: bool) -> None:
    match = STRING.fullmatch(json.dumps(text, ensure_ascii=ascii_only))
    assert match is not None
    assert unescape(match.group(1)) == (text, [])


@pytest.mark.parametrize(
    ("body", "text", "offsets"),
    [
        ("C:\\dir", "C:\\dir", [3]),
        ("C:\\\\dir", "C:\\dir", []),
        ("\\d\\e", "\\d\\e", [1]),
        ("\\u12", "\\u12", [1]),
        ("a\tb", "a b", [2]),
        ("\\ud83d", "?", [0]),
        ("\\ud83e\\uddd8", "\N{PERSON IN LOTUS POSITION}", []),
        ("\\ude00\\ud83d x", "?? x", [0]),
        ("\\x\t", "\\x ", [3, 1]),
    ],
)
def test_slips_are_placed_and_mended(body: str, text: str, offsets: list[int]) -> None:
    read, slips = unescape(body)
    assert read == text
    assert [slip.offset for slip in slips] == offsets


@given(st.text(st.sampled_from('\\"u0dD8aé\t\x00nx ')))
def test_any_body_is_read(body: str) -> None:
    match = LOOSE_STRING.match(f'"{body}"')
    if match is not None:
        text, slips = unescape(match.group(1))
        assert text.encode("utf-8").decode("utf-8") == text
        assert all(0 <= s.offset <= len(match.group(1)) for s in slips)


def test_a_text_full_of_stray_backslashes_does_not_take_for_ever() -> None:
    # Quadratic work here would run into the time limit of the test run.
    text, slips = unescape("\\d" * 1_000_000)
    assert len(text) == 2_000_000
    assert len(slips) == 1
