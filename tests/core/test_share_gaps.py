"""What of a shared file can be done here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supple.core.routine import Catalogue, Stretch
from supple.core.share import Missing
from supple.core.share_gaps import without_missing

Make = Callable[..., Stretch]


@pytest.fixture
def known(make_stretch: Make) -> Catalogue:
    return Catalogue.of([make_stretch("wall")], [])


def routine(id_: str, *stretches: object) -> dict[str, object]:
    return {"id": id_, "name": id_.title(), "steps": [{"stretch": s} for s in stretches]}


EVENING, MORNING = routine("evening", "wall", "calf"), routine("morning", "wall", "frog", "frog")
CALF = {"id": "calf"}


def test_what_all_is_there_stays_as_it_is(known: Catalogue) -> None:
    value = {"format": 1, "stretches": [CALF], "routines": [EVENING]}
    assert without_missing(value, known) == (value, ())


def test_a_routine_with_a_stretch_of_nobody_is_left_out_and_named(known: Catalogue) -> None:
    value = {"format": 1, "stretches": [CALF], "routines": [MORNING, EVENING]}
    rest = without_missing(value, known, later=True)
    assert rest.value == {"format": 1, "stretches": [CALF], "routines": [EVENING]}
    assert rest.missing == (Missing("Morning", ("frog",), later=True),)
    assert value["routines"] == [MORNING, EVENING]


def test_a_stretch_of_the_file_is_enough_to_take(known: Catalogue) -> None:
    rest = without_missing({"stretches": [CALF], "routines": [MORNING]}, known)
    assert rest.value == {"stretches": [CALF], "routines": []}


def test_where_nothing_would_be_left_all_of_it_stays(known: Catalogue) -> None:
    value = {"routines": [MORNING]}
    assert without_missing(value, known) == (value, ())


@pytest.mark.parametrize(
    ("name", "shown"),
    [(None, "A routine"), ("  ", "A routine"), ("a\nb", "a\ufffdb"), ("x" * 99, "x" * 39 + "…")],
)
def test_its_name_can_always_be_shown(name: object, shown: str, known: Catalogue) -> None:
    value = {"stretches": [CALF], "routines": [{**MORNING, "name": name}]}
    assert [missing.name for missing in without_missing(value, known).missing] == [shown]


@pytest.mark.parametrize(
    "value",
    [None, [], "", {}, {"routines": 1}, {"routines": [1, {"steps": 2}, {"steps": [3]}]}],
)
def test_what_is_no_such_document_stays(value: object, known: Catalogue) -> None:
    assert without_missing(value, known) == (value, ())


@pytest.mark.parametrize("stretch", [None, 1, [], {}])
def test_a_step_that_names_nothing_is_not_of_a_later_version(
    stretch: object, known: Catalogue
) -> None:
    value = {"stretches": [CALF], "routines": [routine("a", stretch)]}
    assert without_missing(value, known).missing == ()
