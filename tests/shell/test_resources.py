"""What ships with the program."""

from __future__ import annotations

import json

import pytest

from supple.shell.resources import figure_names, named_by, open_figures, read_resource
from supple.shell.shelf import open_library
from supple.store.paths import Paths


def test_every_stretch_has_its_figure(paths: Paths) -> None:
    wanted = {s.figure for s in open_library(paths).catalogue.stretches.values()}
    assert wanted <= set(figure_names())
    assert open_figures().ids() == frozenset(figure_names())


def test_resources_are_read_by_name() -> None:
    assert b"<svg" in read_resource("icons/house.svg")
    with pytest.raises(ValueError, match="not the name"):
        read_resource("../pyproject.toml")


def test_own_figures_lie_beside_the_routines(paths: Paths) -> None:
    folder = paths.routines_dir / "figures"
    folder.mkdir(parents=True)
    shipped = json.loads(read_resource("figures/march.json"))
    pose = json.dumps({**shipped, "id": "own-march"})
    (folder / "own-march.json").write_text(pose, encoding="utf-8")
    figures = open_figures(paths)
    assert figures.own.ids() == ("own-march",)
    assert figures.cycles("own-march")
    assert open_figures().own.ids() == ()


def test_an_image_is_named_by_the_stretch_that_has_it(paths: Paths) -> None:
    library = open_library(paths)
    name_of = named_by(lambda: library)
    assert name_of("leg-swing") == "Leg swings"
    assert name_of("own-nothing") == ""
