"""Words without quotes: literals, numbers, and what was meant by others."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.json_words import Word, read_word


@given(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_what_json_writes_is_read_back(value: object) -> None:
    assert read_word(json.dumps(value)) == Word(value)


@pytest.mark.parametrize(
    ("word", "value", "mend"),
    [
        ("True", True, "Write true."),
        ("FALSE", False, "Write false."),
        ("yes", True, "Write true."),
        ("None", None, "Leave the entry out."),
        ("30s", 30, "Write 30."),
        ("2.5min", 2.5, "Write 2.5."),
        ("1_000", 0, "Write plain digits"),
        ("05", 0, "Write plain digits"),
        (".5", 0, "Write plain digits"),
        ("0x1F", 0, "Write plain digits"),
        ("wall-supine", "wall-supine", 'Write "wall-supine".'),
    ],
)
def test_what_is_no_json_is_mended(word: str, value: object, mend: str) -> None:
    read = read_word(word)
    assert (read.value, read.sound) == (value, False)
    assert read.what
    assert read.mend.startswith(mend)


@pytest.mark.parametrize("word", ["NaN", "nan", "Infinity", "-Infinity", "-inf"])
def test_what_is_no_number_spoils_only_its_place(word: str) -> None:
    read = read_word(word)
    assert isinstance(read.value, float)
    assert math.isnan(read.value)
    assert read.sound
    assert read.what == f"{word} is not a number."


def test_a_number_of_thousands_of_digits_is_only_large() -> None:
    assert read_word("9" * 5000) == Word(math.inf)
    assert read_word("-" + "9" * 5000) == Word(-math.inf)
