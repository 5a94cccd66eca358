from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from supple.core.library_files import Library
from supple.core.routine import Dose, Position, Routine, RoutineStep, Sides, Stretch
from supple.core.routine_writing import document_values
from supple.store.own_lookup import entry_of, ids_in_use, own_entry, with_entry, without_entry
from supple.store.routine_files import load_library


def stretch(id_: str, hold_s: float = 30.0) -> Stretch:
    setup = ("Your {side} heel out.",)
    return Stretch(id_, id_.capitalize(), Position.SEATED, Sides.EACH, 1, setup, Dose(hold_s))


WALL, HEEL = stretch("wall"), stretch("heel")
EVENING = Routine("evening", "Evening", (RoutineStep("wall"), RoutineStep("heel")))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Wall ships; heel and the evening are the person's."""
    return load_library(
        written(tmp_path / "shipped.json", document_values([WALL])),
        None,
        (written(tmp_path / "own.json", document_values([HEEL], [EVENING])),),
    )


def written(path: Path, values: Mapping[str, object]) -> Path:
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def test_only_ones_own_of_the_same_kind_is_found(library: Library) -> None:
    assert own_entry(library, stretch("heel", 20.0)) == HEEL
    assert own_entry(library, WALL) is None
    assert own_entry(library, Routine("heel", "Heel", EVENING.steps)) is None
    assert entry_of(library, "wall") == WALL
    assert entry_of(library, "evening") == EVENING
    assert entry_of(library, "nobody") is None


def test_the_id_of_a_broken_entry_is_in_use(tmp_path: Path) -> None:
    shipped = written(tmp_path / "shipped.json", document_values([WALL]))
    values = {"format": 1, "stretches": [{"id": "calf", "name": 5}]}
    library = load_library(shipped, None, (written(tmp_path / "own.json", values),))
    assert library.broken
    assert ids_in_use(library) >= {"wall", "calf"}


def test_what_is_written_is_there_and_what_is_taken_away_is_not(library: Library) -> None:
    calf = stretch("calf")
    more = with_entry(library, calf)
    assert own_entry(more, calf) == calf
    assert own_entry(library, calf) is None
    less = without_entry(more, calf)
    assert less == library
    assert without_entry(library, None) == library


def test_what_ships_shows_again_where_its_stand_in_goes(tmp_path: Path) -> None:
    shipped = written(tmp_path / "shipped.json", document_values([WALL]))
    own = written(tmp_path / "own.json", document_values([stretch("wall", 20.0)]))
    library = load_library(shipped, None, (own,))
    assert own_entry(library, WALL) == stretch("wall", 20.0)
    assert without_entry(library, WALL) is None


def test_a_pipe_among_the_files_is_not_waited_for(
    tmp_path: Path, pipe_at: Callable[[Path], Path]
) -> None:
    shipped = written(tmp_path / "shipped.json", document_values([WALL]))
    pipe_at(tmp_path / "mine" / "pipe.json")
    assert ids_in_use(load_library(shipped, tmp_path / "mine")) == {"wall"}
