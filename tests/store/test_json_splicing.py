"""One entry of a list changed in a text, and every other character left as it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from supple.store.json_positions import Refused
from supple.store.json_splicing import Splice

HAND = """{
    "$schema": "routines.schema.json",
    "format": 1,
    "routines": [
        {"id": "a",   "name": "A"},
        {
            "id": "b"
        },
        {"id": "c"}   ]
}
"""


def layout(indent: str, unit: str) -> str:
    return f'{{\n{indent}{unit}"id": "new"\n{indent}}}'


def test_an_entry_is_replaced_in_its_place_and_indent() -> None:
    text = Splice.of(HAND).replaced(("routines", 1), layout)
    old = '        {\n            "id": "b"\n        },'
    assert old in HAND
    assert text == HAND.replace(old, '        {\n          "id": "new"\n        },')


@pytest.mark.parametrize(
    ("index", "gone"),
    [
        (0, '{"id": "a",   "name": "A"},\n        '),
        (1, '{\n            "id": "b"\n        },\n        '),
        (2, ',\n        {"id": "c"}'),
    ],
)
def test_an_entry_goes_with_its_comma(index: int, gone: str) -> None:
    assert Splice.of(HAND).removed(("routines", index)) == HAND.replace(gone, "")


def test_the_last_entry_leaves_an_empty_list() -> None:
    assert Splice.of('{"x": [ {"id": 1} ], "y": 2}').removed(("x", 0)) == '{"x": [], "y": 2}'


def test_an_entry_is_added_at_the_end() -> None:
    text = Splice.of(HAND).inserted(("routines", 3), layout)
    added = ',\n        {\n          "id": "new"\n        }   ]'
    assert text == HAND.replace("   ]", added)


def test_an_entry_is_added_in_between() -> None:
    text = Splice.of(HAND).inserted(("routines", 1), layout)
    before = '        {\n            "id": "b"'
    assert text == HAND.replace(before, '        {\n          "id": "new"\n        },\n' + before)


def test_an_empty_list_is_opened() -> None:
    text = Splice.of('{\n\t"x": []\n}').inserted(("x", 0), layout)
    assert text == '{\n\t"x": [\n\t\t{\n\t\t\t"id": "new"\n\t\t}\n\t]\n}'


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_stay_those_of_the_file(end: str) -> None:
    text = Splice.of(HAND.replace("\n", end)).replaced(("routines", 1), layout)
    assert text == Splice.of(HAND).replaced(("routines", 1), layout).replace("\n", end)


@pytest.mark.parametrize("text", ["", "{", '{"a": 1,}', '{"a": 1, "a": 2}', "[" * 99 + "]" * 99])
def test_what_is_not_strict_json_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        Splice.of(text)


values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=4,
)
indents = st.none() | st.integers(0, 4) | st.just("\t")


@given(st.lists(values, max_size=4), st.data(), indents, values)
def test_any_list_is_changed_as_a_list_is(
    entries: list[object], data: st.DataObject, indent: Any, new: object
) -> None:
    text = json.dumps({"before": 1, "x": entries, "after": [2]}, indent=indent)
    splice = Splice.of(text)

    def plain(indent: str, unit: str) -> str:
        return json.dumps(new)

    at = data.draw(st.integers(0, len(entries)))
    added = json.loads(splice.inserted(("x", at), plain))
    assert added == {"before": 1, "x": [*entries[:at], new, *entries[at:]], "after": [2]}
    assume(at < len(entries))
    rest = [*entries[:at], *entries[at + 1 :]]
    assert json.loads(splice.removed(("x", at)))["x"] == rest
    replaced = splice.replaced(("x", at), plain)
    assert json.loads(replaced)["x"] == [*entries[:at], new, *entries[at + 1 :]]
    # And back again, to the letter.
    old = json.dumps(entries[at], indent=indent)
    if indent is None:
        assert Splice.of(replaced).replaced(("x", at), lambda *_: old) == text


@given(st.lists(values, min_size=1, max_size=4), st.integers(0, 3), indents)
def test_what_is_added_and_removed_again_leaves_the_text_as_it_was(
    entries: list[object], at: int, indent: Any
) -> None:
    text = json.dumps({"x": entries}, indent=indent)
    at = min(at, len(entries))
    added = Splice.of(text).inserted(("x", at), layout)
    assert Splice.of(added).removed(("x", at)) == text


def test_a_part_is_as_it_was_written() -> None:
    assert Splice.of(HAND).part(("routines", 0)) == '{"id": "a",   "name": "A"}'
