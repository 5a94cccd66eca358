"""What ships with the program."""

from __future__ import annotations

import pytest

from supple.shell.resources import figure_names, open_figures, read_resource
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
