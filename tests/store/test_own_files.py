"""One routine file of somebody's own, as it was read and as it will be."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import Catalogue, Routine, RoutineStep, Stretch
from supple.core.routine_format import parse_document
from supple.store.own_files import OwnFile, document_of, list_of, whole_file
from supple.store.routine_files import LARGEST_FILE

EMPTY = Catalogue({}, {})


def routine(id_: str, stretch: str = "wall", name: str = "Mine") -> Routine:
    return Routine(id_, name, (RoutineStep(stretch),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "mine.json"
    values = {"format": 1, "routines": [document_of(routine(i))["routines"][0] for i in "ab"]}  # type: ignore[index]
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


@given(st.from_type(Stretch))
def test_a_file_of_one_entry_holds_just_that(stretch: Stretch) -> None:
    parsed = parse_document(json.loads(whole_file(stretch)))
    assert parsed.problems == ()
    assert parsed.catalogue == Catalogue({stretch.id: stretch}, {})
    assert list_of(stretch) == "stretches"


def test_an_entry_is_found_by_kind_and_id(path: Path) -> None:
    file = OwnFile.read(path)
    known = Catalogue({"wall": None}, {})  # type: ignore[dict-item]
    assert file.count == 2
    assert not file.takes(routine("a"))
    assert file.takes(routine("c"))
    assert file.entry(routine("c"), known) is None


def test_a_broken_entry_is_none(path: Path) -> None:
    assert OwnFile.read(path).entry(routine("a"), EMPTY) is None  # there is no such stretch


def test_a_new_entry_is_added_and_an_old_one_replaced(path: Path) -> None:
    path.write_bytes(OwnFile.read(path).with_entry(routine("c")))
    path.write_bytes(OwnFile.read(path).with_entry(routine("a", name="Other")))
    names = {r["id"]: r["name"] for r in json.loads(path.read_bytes())["routines"]}
    assert names == {"a": "Other", "b": "Mine", "c": "Mine"}


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_the_mark_some_editors_begin_a_file_with_stays_as_it_was(path: Path, mark: bytes) -> None:
    path.write_bytes(mark + path.read_bytes())
    made = OwnFile.read(path).with_entry(routine("c"))
    assert made.startswith(mark + b"{")


@pytest.mark.parametrize("indent", [None, 2])
def test_an_entry_stays_on_one_line_or_on_many(path: Path, indent: int | None) -> None:
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=indent), encoding="utf-8")
    made = OwnFile.read(path).with_entry(routine("a", name="Other"))
    assert (b"\n" in made) is (indent is not None)


def test_an_entry_that_goes_leaves_the_others(path: Path) -> None:
    left = json.loads(OwnFile.read(path).without(routine("a")))
    assert [r["id"] for r in left["routines"]] == ["b"]


def test_an_entry_that_is_not_there_cannot_go(path: Path) -> None:
    with pytest.raises(KeyError):
        OwnFile.read(path).without(routine("c"))


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe{", b'{"a": 1, "a": 1}'])
def test_what_is_no_json_is_told_with_its_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ProblemsFound, match=r"mine\.json"):
        OwnFile.read(path)


def test_what_is_no_routine_file_has_no_entries(path: Path) -> None:
    path.write_text('{"routines": 1, "stretches": {"id": "a"}}')
    file = OwnFile.read(path)
    assert file.count == 0
    assert not file.takes(routine("a"))


def test_a_file_does_not_outgrow_what_is_read(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content + b" " * (LARGEST_FILE - len(content)))
    with pytest.raises(UserError, match="2 MB"):
        OwnFile.read(path).with_entry(routine("c"))
