"""Ids and names that nothing else has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.format_fields import Fields
from supple.core.format_findings import Findings
from supple.core.fresh import copy_name, fresh, is_copy_name, slug
from supple.core.routine_format import NAME_LENGTH


def is_id(text: str) -> bool:
    findings = Findings()
    return Fields({"id": text}, (), findings, "a test").identifier() == text and not findings.count


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lying down", "lying-down"),
        ("  Désk, break! ", "desk-break"),
        ("30 s & more", "30-s-more"),
        ("ﬁne", "fine"),
        ("伸び", "routine"),
        ("", "routine"),
        ("--", "routine"),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    assert slug(name, "routine") == expected


@given(st.text(max_size=100), st.sets(st.sampled_from(["a", "a-2", "a-3", "routine"])))
def test_any_name_gives_a_free_id(name: str, taken: set[str]) -> None:
    made = fresh(slug(name, "routine"), taken)
    assert is_id(made)
    assert made not in taken


def test_the_first_free_number_is_taken() -> None:
    assert fresh("a", {"b"}) == "a"
    assert fresh("a", {"a"}) == "a-2"
    assert fresh("a", {"a", "a-2", "a-4"}) == "a-3"


def test_the_number_of_a_long_id_has_room() -> None:
    longest = "a" * 64
    assert fresh(longest, {longest}) == "a" * 58 + "-2"
    assert is_id(fresh("a" * 57 + "-b", {"a" * 57 + "-b"}))


def test_a_copy_says_so() -> None:
    assert copy_name("Lying down", ()) == "Lying down (copy)"
    assert copy_name("Lying down", {"Lying down (copy)"}) == "Lying down (copy 2)"


def test_a_copy_of_a_copy_counts_on() -> None:
    taken = {"Lying down", "Lying down (copy)", "Lying down (copy 2)"}
    assert copy_name("Lying down (copy)", taken) == "Lying down (copy 3)"
    assert copy_name("Lying down (copy 2)", taken) == "Lying down (copy 3)"


@given(st.text("ab ", min_size=1, max_size=NAME_LENGTH).filter(str.strip))
def test_a_copys_name_is_never_too_long(name: str) -> None:
    first = copy_name(name, ())
    assert len(first) <= NAME_LENGTH
    assert len(copy_name(name, {first})) <= NAME_LENGTH
    assert copy_name(name, {first}) != first


@pytest.mark.parametrize(
    ("name", "of", "is_copy"),
    [
        ("Calf (copy)", "Calf", True),
        ("Calf (copy 3)", "Calf", True),
        ("Calf (copy 2)", "Calf (copy)", True),
        ("Calf", "Calf", False),
        ("Back (copy)", "Calf", False),
        (copy_name("x" * 60, ()), "x" * 60, True),
    ],
)
def test_a_copy_is_known_by_its_name(name: str, of: str, is_copy: bool) -> None:
    assert is_copy_name(name, of) is is_copy
