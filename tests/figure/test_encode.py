"""Figures written as files are read back as they were."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure.decode import HANDS, MUSCLES, decode
from supple.figure.drawing import Drawing, Prop, Trail
from supple.figure.encode import encode, to_json
from supple.figure.limits import ALLOWED
from supple.figure.pose import LIMBS, Anchor, At, OnLimb, Pin, Pose

PLACES = st.integers(-9000, 9000).map(lambda n: n / 10)


def test_shipped_figures_come_back(figure_id: str, drawings: dict[str, Drawing]) -> None:
    drawing = drawings[figure_id]
    assert decode(json.loads(to_json(drawing))) == drawing


@st.composite
def pins(draw: st.DrawFn, limb: str) -> Pin:
    leg = limb.endswith("leg")
    target: At | OnLimb = At(draw(PLACES), draw(PLACES))
    if draw(st.booleans()):
        along = draw(st.floats(-0.5, 1.5))
        target = OnLimb(draw(st.sampled_from(("near.thigh", "far.shank"))), along, draw(PLACES))
    point = draw(st.sampled_from(("ankle", "sole", "heel", "toe"))) if leg else "palm"
    toward = draw(st.none() | st.floats(-360, 360))
    return Pin(target, point, toward, draw(st.booleans()))


@st.composite
def poses(draw: st.DrawFn) -> Pose:
    names = draw(st.sets(st.sampled_from(sorted(ALLOWED))))
    limbs = draw(st.sets(st.sampled_from(LIMBS)))
    return Pose(
        joints={name: draw(st.floats(*ALLOWED[name])) for name in names},
        anchor=Anchor(draw(st.sampled_from(("root", "near.ankle"))), (draw(PLACES), draw(PLACES))),
        flat=draw(st.frozensets(st.sampled_from(("near", "far")))),
        pins={limb: draw(pins(limb)) for limb in limbs},
        slack=draw(st.floats(0, 300)),
        stretch=draw(st.floats(0, 1)),
    )


@given(
    start=poses(),
    stretched=poses(),
    by=st.none() | poses(),
    hands=st.tuples(st.sampled_from(HANDS), st.sampled_from(HANDS)),
    glow=st.sampled_from(("", *MUSCLES)),
    shift=st.tuples(PLACES, PLACES),
)
def test_any_figure_comes_back(
    start: Pose,
    stretched: Pose,
    by: Pose | None,
    hands: tuple[str, str],
    glow: str,
    shift: tuple[float, float],
) -> None:
    drawing = Drawing(
        "own-one",
        "A person.",
        start,
        stretched,
        (-500, -95, 500, 900),
        by=by,
        hands=hands,
        glow=glow,
        props=(Prop("mat", -300, 200), Prop("chair", 40, y=3, facing=-1)),
        trails=(Trail("skull", 50, shift),),
        far_arm_over_leg=True,
    )
    assert decode(json.loads(to_json(drawing))) == drawing


def test_it_reads_well() -> None:
    pose = Pose({"near.hip": 9, "far.hip": 9, "near.knee": 2.5})
    document = encode(Drawing("own-one", "A person.", pose, pose, (-1, -1, 1, 1)))
    assert document["poses"]["start"]["joints"] == {"both.hip": 9, "near.knee": 2.5}
    assert isinstance(document["poses"]["start"]["joints"]["both.hip"], int)


@pytest.mark.parametrize("glow", ["", "near.calf"])
def test_what_is_not_there_is_not_written(glow: str) -> None:
    drawing = Drawing("own-one", "A person.", Pose(), Pose(stretch=1), (-1, -1, 1, 1))
    assert ("glow" in encode(replace(drawing, glow=glow))) is bool(glow)
    assert "cycle" not in encode(drawing)
    assert "stretch" not in encode(drawing)["poses"]["stretched"]
