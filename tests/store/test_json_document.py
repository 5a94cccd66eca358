"""Lines and columns of the values of a JSON text, and the problems noted at them."""

from __future__ import annotations

from supple.core.format_findings import LIMIT
from supple.store.json_document import Positioned
from supple.store.json_positions import read_with_positions


def test_every_value_and_key_knows_its_place() -> None:
    document = read_with_positions('{\n  "a": [10,\r\n\t{"b": "x"}],\r  "c": null\n}')
    assert document.problems == []
    assert document.locate(()) == (1, 1)
    assert document.locate(("a",)) == (2, 8)
    assert document.locate(("a",), at_key=True) == (2, 3)
    assert document.locate(("a", 0)) == (2, 9)
    assert document.locate(("a", 1)) == (3, 2)
    assert document.locate(("a", 1, "b")) == (3, 8)
    assert document.locate(("a", 1, "b"), at_key=True) == (3, 3)
    # A lone carriage return ends a line too.
    assert document.locate(("c",)) == (4, 8)


def test_a_path_that_is_not_there_is_placed_at_its_parent() -> None:
    document = read_with_positions('{"a": [1]}')
    assert document.locate(("a", 7, "b")) == (1, 7)
    assert document.locate(("z",), at_key=True) == (1, 1)
    assert Positioned("").locate(("a",)) == (0, 0)


def test_other_line_ends_of_unicode_do_not_end_a_line() -> None:
    document = read_with_positions('["\N{LINE SEPARATOR}\N{NEXT LINE}", 2]')
    assert document.locate((1,)) == (1, 8)


def test_a_problem_is_noted_with_its_place_until_there_are_enough() -> None:
    document = Positioned('{\n "a": 1}')
    assert document.add(3, ("a",), "Wrong.", "Mend it.", sound=True)
    (problem,) = document.problems
    assert (problem.path, problem.line, problem.column) == ("a", 2, 2)
    assert document.sound
    assert document.spoiled == {("a",)}
    assert document.add(0, (), "No JSON.", "", sound=False)
    assert not document.sound
    assert document.spoiled == {("a",)}
    more = [document.add(0, (), "Again.", "", sound=True) for _ in range(LIMIT - 2)]
    assert more == [True] * (LIMIT - 3) + [False]
    assert not document.sound
