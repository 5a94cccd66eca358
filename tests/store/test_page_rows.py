from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.file_pages import Pages
from supple.store.page_rows import Found, rows_on

Value = None | int | float | str | bytes
Make = Callable[[list[tuple[Value, ...]]], bytes]


@pytest.fixture(scope="module")
def make() -> Make:
    """The bytes of a file with a table ``t``, and ``k`` of the same values without numbers."""

    def write(rows: list[tuple[Value, ...]]) -> bytes:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
            db.execute("CREATE TABLE t (n INTEGER PRIMARY KEY, a, b)")
            db.execute("CREATE TABLE k (i INTEGER PRIMARY KEY, a, b, c) WITHOUT ROWID")
            db.executemany("INSERT INTO t VALUES (?, ?, ?)", [(i, *r) for i, r in enumerate(rows)])
            db.executemany(
                "INSERT INTO k VALUES (?, ?, ?, 0)", [(i, *r) for i, r in enumerate(rows)]
            )
            return db.serialize()

    return write


def read(content: bytes) -> list[Found]:
    pages = Pages(content)
    return [row for number, page in pages for row in rows_on(number, page, pages.newest)]


VALUES = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    | st.binary(max_size=20)
)


@given(rows=st.lists(st.tuples(VALUES, VALUES), max_size=40))
def test_every_row_is_read_as_it_was_written(rows: list[tuple[Value, Value]], make: Make) -> None:
    found = read(make([*rows]))
    numbered = {row.number: row.values for row in found if row.number is not None}
    wanted = dict(enumerate(rows))
    assert {n: values[1:] for n, values in numbered.items() if len(values) == 3} == wanted
    by_key = {row.values[0]: row.values[1:3] for row in found if row.number is None}
    assert by_key == wanted


@pytest.mark.parametrize("length", [900, 1002, 1003, 4061, 4062, 5000, 30_000])
def test_a_long_row_goes_on_on_other_pages(length: int, make: Make) -> None:
    text = "".join(chr(97 + n % 26) for n in range(length))
    found = read(make([(text, 1), ("x", 2)]))
    assert [row.values[1] for row in found if text in row.values] == [text, text]


def test_a_long_row_whose_other_page_is_lost_is_passed_over(make: Make) -> None:
    content = make([("long" * 3000, 1), ("short", 2)])
    pages = Pages(content)
    rows = [row for number, page in pages for row in rows_on(number, page, lambda _: None)]
    assert [row.values[1] for row in rows if row.number == 1 and len(row.values) == 3] == ["short"]
    assert not any("long" in str(row.values) for row in rows)


def test_rows_beside_a_damaged_one_are_read(make: Make) -> None:
    content = make([(f"row {n}", n) for n in range(20)])
    at = content.index(b"row 7")
    damaged = bytearray(content)
    damaged[at - 6 : at] = b"\xff" * 6
    names = {row.values[1] for row in read(bytes(damaged)) if row.number is not None}
    assert {f"row {n}" for n in range(20) if n not in (6, 7)} <= names


@given(seed=st.integers(0, 2**32))
def test_nonsense_is_no_row_and_no_error(seed: int, make: Make) -> None:
    chance = random.Random(seed)
    content = bytearray(make([("text", n) for n in range(50)]))
    for _ in range(60):
        content[chance.randrange(len(content))] = chance.randrange(256)
    for row in read(bytes(content[: chance.randrange(len(content))])):
        assert isinstance(row.values, tuple)
    read(chance.randbytes(9000))


def test_a_page_of_zeros_has_no_rows() -> None:
    assert read(b"") == []
    assert read(bytes(3 * 4096)) == []
