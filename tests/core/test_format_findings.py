"""Paths, values and suggestions said in plain words."""

from __future__ import annotations

import pytest

from supple.core.format_findings import LIMIT, Findings, nearest, path_text, quote, shown, suggest


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("format",), "format"),
        (("routines", 0, "steps", 12, "hold_s"), "routines[0].steps[12].hold_s"),
        (("stretches", 3, "hold-s"), 'stretches[3]["hold-s"]'),
        (("stretches", 3, "a\nb"), 'stretches[3]["a\N{REPLACEMENT CHARACTER}b"]'),
    ],
)
def test_a_path_reads_like_code(path: tuple[str | int, ...], text: str) -> None:
    assert path_text(path) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("hi", 'the text "hi"'),
        (None, "null"),
        (True, "true"),
        (30, "30"),
        (30.0, "30"),
        (2.5, "2.5"),
        (float("nan"), "NaN"),
        (float("inf"), "a very large number"),
        ([], "a list in [ ]"),
        ({}, "a group in { }"),
    ],
)
def test_a_value_is_said_as_a_person_reads_it(value: object, text: str) -> None:
    assert shown(value) == text


def test_a_number_of_thousands_of_digits_is_not_spelt_out() -> None:
    assert shown(-(10**6000)) == "a very large number"


def test_quoted_text_can_always_be_printed_and_is_short() -> None:
    text = quote("\ud800\x00\n" + "x" * 1000)
    assert text.encode("utf-8")
    assert len(text) == 42
    assert "\n" not in text


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hold", "hold_s"),
        ("Hold_S", "hold_s"),
        ("hold-s", "hold_s"),
        ("holds", "hold_s"),
        ("rest", "rest_s"),
        ("zebra", None),
        ("x" * 100_000, None),
    ],
)
def test_the_nearest_known_word_is_found(word: str, meant: str | None) -> None:
    assert nearest(word, ["hold_s", "rest_s", "sets"]) == meant


def test_a_suggestion_falls_back_to_all_known_words_or_none() -> None:
    assert suggest("rest", ["rest_s"]) == 'Did you mean "rest_s"?'
    assert suggest("zebra", ["wall", "mat"]) == "Choose from: wall, mat."
    assert suggest("zebra", [f"word{i}" for i in range(50)]) == "No known name is near it."
    assert suggest("zebra", []) == ""


def test_a_part_of_a_word_brings_those_that_hold_it() -> None:
    known = ["wall-supine", "wall-corner", "leg-swing", *(f"other-{i}" for i in range(20))]
    assert suggest("wall", known) == 'Did you mean "wall-supine" or "wall-corner"?'
    assert suggest("Swing", known) == 'Did you mean "leg-swing"?'
    assert suggest("al", known) == "No known name is near it."


def test_problems_come_in_the_order_of_the_file() -> None:
    places = {("b",): (2, 1), ("a",): (1, 5)}
    findings = Findings(lambda path, at_key: places[path])  # type: ignore[index]
    findings.add(("b",), "Second.", "")
    findings.add(("a",), "First.", "")
    assert [(p.what, p.line, p.column) for p in findings.problems()] == [
        ("First.", 1, 5),
        ("Second.", 2, 1),
    ]


def test_a_flood_of_problems_is_cut_and_counted() -> None:
    findings = Findings()
    for _ in range(LIMIT + 7):
        findings.add((), "Wrong.", "")
    assert findings.full
    problems = findings.problems()
    assert len(problems) == LIMIT + 1
    assert problems[-1].what == "There are 7 more problems."
