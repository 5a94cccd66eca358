from __future__ import annotations

import pytest

from supple.core.kept_texts import MOST_LINES, kept_text, kept_texts


@pytest.mark.parametrize("value", ["", "Heel", "  late ", "x" * 1000])
def test_a_text_comes_back_as_it_was(value: str) -> None:
    assert kept_text(value) == value


@pytest.mark.parametrize("value", [None, 1, ["a"], {"a": "b"}, True])
def test_what_is_no_text_is_none(value: object) -> None:
    assert kept_text(value) == ""


def test_half_of_a_character_goes() -> None:
    assert kept_text("heel\ud83d!") == "heel!"


def test_of_a_list_its_texts_are_kept() -> None:
    assert kept_texts(["a", 1, None, "", "b\ud800"]) == ("a", "", "b")
    assert kept_texts("abc") == ()
    assert len(kept_texts(["x"] * 1000)) == MOST_LINES
