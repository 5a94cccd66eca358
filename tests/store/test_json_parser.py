"""The slips of a hand-written file, found one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.format_findings import LIMIT
from supple.store.json_parser import DEPTH
from supple.store.json_positions import Refused, load_quick, read_with_positions

SHIPPED = (Path(__file__).parents[2] / "routines.json").read_text(encoding="utf-8")


def told(text: str) -> list[str]:
    document = read_with_positions(text)
    return [f"{p.line}:{p.column} {p.what} {p.mend}" for p in document.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[1,]", [1]),
        ("[1, 2 3]", [1, 2, 3]),
        ("[1; 2]", [1, 2]),
        ("[1,, 2]", [1, 2]),
        ("{'a': 'b'}", {"a": "b"}),
        ("{“a”: „b“}", {"a": "b"}),
        ("{a: 1}", {"a": 1}),
        ('{"a" = 1}', {"a": 1}),
        ("[True, False, None]", [True, False, None]),
        ("[30s, 2.5min, 45°]", None),
        ("[30s, 2.5min]", [30, 2.5]),
        ("// note\n[1] /* end */ # x", [1]),
        ('["a\tb"]', ["a b"]),
        ('["C:\\dir"]', ["C:\\dir"]),
        ("\N{NO-BREAK SPACE}[1,\N{IDEOGRAPHIC SPACE}2]", [1, 2]),
    ],
)
def test_a_slip_is_told_and_the_rest_is_read(text: str, value: object) -> None:
    document = read_with_positions(text)
    assert document.problems
    assert document.value == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1 2]", "1:3 A comma is missing here."),
        ("[1;2]", "1:3 A semicolon stands here."),
        ("[1,,2]", "1:4 Two commas follow each other."),
        ("[,1]", "1:2 Between [ and the first entry stands a comma. Take the comma out."),
        ("{,}", "1:2 Between { and the first entry stands a comma. Take the comma out."),
        ('{"a":}', "1:6 A value is missing before }."),
        ('{"a":', "1:6 The file ends here, where a value is still needed."),
        ('{"a"', '1:5 A colon is missing after "a".'),
        ('{"a": 1', "1:8 The file ends before the { of line 1 is closed."),
        ("[\n\n1, 2}", "3:5 } stands here, but the [ of line 1 is still open. Write ] first."),
        ("[1]]", '1:4 There is more after the end: "]".'),
        ("@", '1:1 The file begins with "@", not with {. A routine file is JSON'),
        ("format: 1", '1:1 The file begins with "format: 1", not with {.'),
        ("[@]", '1:2 "@" cannot stand here.'),
        ('[1, wall", 2]', '1:5 The text wall has no opening quote. Write "wall".'),
        ('{hold_s": 1}', '1:2 The text hold_s has no opening quote. Write "hold_s".'),
        ('{"hold_s: "30"}', '1:2 The name hold_s has no closing quote. Write "hold_s":'),
        ("[30 seconds]", '1:5 A unit stands behind the number: "seconds". Write 30 alone.'),
        ("{@: 1}", '1:2 "@" stands where a name in double quotes is needed.'),
        ('["a\n"]', '1:2 The text "a" has no closing quote.'),
        ("[“a]", "1:2 “ is not the quote that JSON uses."),
        ("[+5]", '1:2 "+5" is not a number as JSON writes it.'),
        ("[5.]", '1:2 "5." is not a number as JSON writes it.'),
        ("[0x1F]", '1:2 "0x1F" is not a number as JSON writes it.'),
        ("[hold]", '1:2 The text hold has no quotes. Write "hold".'),
        ('["\\u12"]', "1:3 A backslash in text begins an escape"),
        ('["\\ud83d"]', "1:2 The text holds half a character"),
        ("[nan]", "1:2 nan is not a number."),
    ],
)
def test_each_slip_has_its_place_and_its_words(text: str, said: str) -> None:
    assert told(text)[0].startswith(said)


def test_what_is_certain_about_a_slip_decides_what_can_be_used() -> None:
    assert not read_with_positions("[1,]").sound
    twice = read_with_positions('{"a": 1, "a": 2}')
    assert twice.sound
    assert twice.value == {"a": 1}
    assert twice.spoiled == {("a",)}
    assert read_with_positions('{"a": NaN}').spoiled == {("a",)}


def test_the_places_of_a_key_that_stands_twice_are_the_first_ones() -> None:
    document = read_with_positions('{"a": {"b": 1},\n "a": {"b": 2}}')
    assert document.locate(("a", "b")) == (1, 13)
    assert document.locate(("a",), at_key=True) == (1, 2)


def test_brackets_may_stand_as_deep_as_the_bound_and_no_deeper() -> None:
    assert told("[" * DEPTH + "]" * DEPTH) == []
    (problem,) = told("[" * 100_000)
    assert problem.startswith(f"1:{DEPTH + 1} Brackets stand more than {DEPTH} deep")
    (problem,) = told('{"a":' * 100_000)
    assert "deep inside one another" in problem


def test_a_number_of_thousands_of_digits_is_only_large() -> None:
    assert read_with_positions("[" + "9" * 5000 + "]").value == [float("inf")]


def test_a_flood_of_slips_is_cut() -> None:
    assert len(told("[" + "nan," * 100_000)) == LIMIT


def agree(text: str) -> None:
    """Both readers call the same texts good, and every problem lies inside the text."""
    document = read_with_positions(text)
    try:
        value = load_quick(text)
    except Refused:
        assert document.problems
    else:
        # JSON's own reader takes these three; a routine file is never one of them.
        said = " ".join(p.what for p in document.problems)
        scalar = "not with {" in said
        assert scalar == (not isinstance(value, dict | list))
        if not scalar and "half a character" not in said and "deep inside" not in said:
            assert document.problems == []
            assert document.value == value
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in document.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2
        assert str(problem).encode("utf-8")


@given(st.text(st.sampled_from("{}[]\",:;/*#\\'“”abntuf01.-+eE \n\r\t\x00é\ufeff")))
def test_any_text_is_read_or_explained(text: str) -> None:
    agree(text)


@given(
    st.integers(0, len(SHIPPED) - 1),
    st.integers(0, 3),
    st.text(st.sampled_from("{}[]\",:'\\/ \nx1"), max_size=3),
)
def test_any_slip_of_the_pen_in_the_shipped_file_is_explained(
    at: int, cut: int, put_in: str
) -> None:
    text = SHIPPED[:at] + put_in + SHIPPED[at + cut :]
    agree(text)


@pytest.mark.parametrize(
    ("text", "mend"), [("", "Start with {}."), ("@", "A song is JSON, text in braces: {}.")]
)
def test_who_named_another_kind_of_file_is_told_how_that_begins(text: str, mend: str) -> None:
    (problem,) = read_with_positions(text, "A song", "{}").problems
    assert problem.mend == mend
