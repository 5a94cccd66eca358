"""The library as the program sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.shell.shelf import find_routine, open_library
from supple.store.paths import Paths


def test_the_persons_files_are_found_in_the_data_folder(paths: Paths, short_file: Path) -> None:
    paths.routines_dir.mkdir(parents=True)
    shutil.copy(short_file, paths.routines_dir / "mine.json")
    library = open_library(paths)
    assert "three-short" in library.catalogue.routines
    assert "desk-break" in library.catalogue.routines
    assert "three-short" in library.own


def test_a_broken_file_leaves_the_rest_alone(paths: Paths) -> None:
    paths.routines_dir.mkdir(parents=True)
    (paths.routines_dir / "bad.json").write_text("{")
    library = open_library(paths)
    assert len(library.catalogue.stretches) == 19
    assert [Path(b.path).name for b in library.broken] == ["bad.json"]


def test_a_stretch_can_be_found_as_a_routine_of_its_own(paths: Paths) -> None:
    catalogue = open_library(paths).catalogue
    assert find_routine(catalogue, "desk-break").name == "Desk break"
    assert [s.stretch for s in find_routine(catalogue, "wall-supine").steps] == ["wall-supine"]


def test_a_slip_of_the_pen_gets_the_nearest_name(paths: Paths) -> None:
    with pytest.raises(UserError, match="desk-break"):
        find_routine(open_library(paths).catalogue, "desk-braek")


def test_part_of_an_id_is_enough_to_go_by(paths: Paths) -> None:
    with pytest.raises(UserError, match=r"Did you mean desk-break\?"):
        find_routine(open_library(paths).catalogue, "Desk")


@pytest.mark.parametrize("typed", ["nothing", "morning", "bedtime", "foo", "x", ""])
def test_what_is_only_a_little_alike_is_not_suggested(paths: Paths, typed: str) -> None:
    with pytest.raises(UserError, match=r"See: supple routines list"):
        find_routine(open_library(paths).catalogue, typed)


def test_something_far_off_gets_the_way_to_the_list(paths: Paths) -> None:
    with pytest.raises(UserError, match="routines list"):
        find_routine(open_library(paths).catalogue, "zzzzzzzz")
