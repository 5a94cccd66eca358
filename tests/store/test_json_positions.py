"""The quick way for good files, and places for the others."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.json_positions import Refused, load_quick, read_with_positions

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def test_the_quick_way_reads_plain_json() -> None:
    assert load_quick('{"a": [1, 2.5, true, null, "x"]}') == {"a": [1, 2.5, True, None, "x"]}


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"a": 1, "a": 2}', "[NaN]", "[-Infinity]", "[" * 100_000, "[1]]", "9" * 5000],
)
def test_the_quick_way_refuses_what_is_not_strict(text: str) -> None:
    with pytest.raises(Refused):
        load_quick(text)


@given(values, st.sampled_from([None, 0, 1, "\t"]), st.booleans())
def test_what_json_writes_is_read_with_the_place_of_every_token(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    value = [value]
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    document = read_with_positions(text)
    assert document.problems == []
    assert document.sound
    assert document.value == value == load_quick(text)
    lines = text.split("\n")
    for path, part in parts(value):
        line, column = document.locate(path)
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert json.JSONDecoder().raw_decode(rest)[0] == part


def parts(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    found = [(path, value)]
    if isinstance(value, dict):
        for key, inner in value.items():
            found += parts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += parts(inner, (*path, index))
    return found
