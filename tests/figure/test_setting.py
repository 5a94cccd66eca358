"""What a figure shows is what its stretch says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from supple.core.routine import Position
from supple.figure.bases import bases
from supple.figure.book import read_figure
from supple.figure.draft import from_base
from supple.figure.drafting import drawn
from supple.figure.drawing import Drawing, ViewFrom
from supple.figure.setting import equipment_of, position_of

ROOT = Path(__file__).parents[2]
STRETCHES = json.loads((ROOT / "routines.json").read_text(encoding="utf-8"))["stretches"]


def drawing(figure: str) -> Drawing:
    return read_figure((ROOT / "resources" / "figures" / f"{figure}.json").read_bytes(), figure)


@pytest.mark.parametrize("stretch", STRETCHES, ids=lambda s: s["id"])
def test_every_shipped_stretch_says_what_its_figure_shows(stretch: dict[str, object]) -> None:
    found = drawing(str(stretch["figure"]))
    if found.view is ViewFrom.SIDE:
        assert position_of(found) == stretch["position"]
    else:
        assert position_of(found) is None
    things = stretch.get("equipment", [])
    assert isinstance(things, list)
    assert {*equipment_of(found)} == {*things} - ({"wall"} if not found.props else set())


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("Standing", Position.STANDING),
        ("Sitting on a chair", Position.SEATED),
        ("Sitting on the floor", Position.FLOOR),
        ("Lying on the back", Position.LYING),
        ("Kneeling on one knee", Position.HALF_KNEELING),
        ("On hands and knees", Position.FLOOR),
    ],
)
def test_every_way_to_begin_a_pose_has_its_position(name: str, position: Position) -> None:
    base = next(base for base in bases() if base.name == name)
    made = drawn(from_base(base), "own-pose", "A pose")
    assert position_of(made) is position


def test_a_strap_and_a_second_chair_are_named() -> None:
    seated = drawing("two-chair")
    assert equipment_of(replace(seated, strap="near")) == ("strap", "two-chairs")
