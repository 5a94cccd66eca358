"""A draft that is being drawn is kept to the last digit."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import ProblemsFound
from supple.figure.bases import bases
from supple.figure.draft import Draft, can_be_drawn_on, from_base, from_drawing
from supple.figure.draft_file import draft_text, read_draft
from supple.figure.drawing import Drawing
from supple.figure.furnishing import furnished, moved, strapped
from supple.figure.posing import drag

HANDLES = ("near.hand", "far.hand", "near.foot", "far.knee", "chest", "head", "hips")
AWAY = st.floats(-600, 600)


def test_what_one_begins_with_comes_back(figure_id: str, drawings: dict[str, Drawing]) -> None:
    drawing = drawings[figure_id]
    if can_be_drawn_on(drawing):
        draft = from_drawing(drawing)
        assert read_draft(draft_text(draft)) == draft


@given(
    base=st.sampled_from(bases()),
    pulls=st.lists(st.tuples(st.sampled_from(HANDLES), AWAY, AWAY), max_size=3),
    stretched=st.booleans(),
    things=st.sets(st.sampled_from(("mat", "wall"))),
    chair=st.sampled_from(("", "1", "-1")),
    strap=st.sampled_from(("", "near")),
    arrow=st.booleans(),
)
def test_whatever_is_drawn_comes_back(
    base: Any,
    pulls: list[tuple[str, float, float]],
    stretched: bool,
    things: set[str],
    chair: str,
    strap: str,
    arrow: bool,
) -> None:
    draft: Draft = replace(from_base(base), arrow=arrow, glow="near.calf")
    for thing in sorted(things):
        draft = furnished(draft, thing, "yes")
    if "wall" in things:
        draft = moved(draft, "wall", 412.5)
    draft = strapped(furnished(draft, "chair", chair), strap)
    for name, x, y in pulls:
        posture = draft.posture(stretched)
        posture = drag(posture, posture, name, (x, y - 400), draft.around)
        draft = draft.with_posture(stretched, posture)
    assert read_draft(draft_text(draft)) == draft


def spoiled(**changes: Any) -> str:
    values = json.loads(draft_text(from_base(bases()[0])))
    for path, value in changes.items():
        *groups, last = path.split("__")
        group = values
        for name in groups:
            group = group[name]
        group[last] = value
    return json.dumps(values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "[" * 100_000,
        spoiled(format=2),
        spoiled(start=None),
        spoiled(start__angles={}),
        spoiled(start__angles__pelvis=float("nan")),
        spoiled(stretched__angles__pelvis=1e300),
        spoiled(stretched__root=[0, 9000]),
        spoiled(stretched__root="here"),
        spoiled(stretched__holds={"tail": {"at": [0, 0]}}),
        spoiled(stretched__holds={"near.arm": {"strap": 200}}),
        spoiled(stretched__holds={"near.arm": {}}),
        spoiled(strap="both"),
        spoiled(glow="nose"),
        spoiled(arrow="yes"),
        spoiled(props=[{"kind": "sofa"}]),
    ],
)
def test_what_is_no_draft_says_so(text: str) -> None:
    with pytest.raises(ProblemsFound):
        read_draft(text)
