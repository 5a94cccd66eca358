"""Handles are named, and what cannot be held is told in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from supple.figure.bases import bases
from supple.figure.draft import Draft, from_base
from supple.figure.drawing import Prop
from supple.figure.holds import let_go
from supple.figure.pose import At, OnLimb, OnStrap, Pin, Target
from supple.figure.posing import HANDLES, drag, turn
from supple.figure.posture import Room, built, settled
from supple.ui.pose.words import HINT, NAMES, NEXT, complaints, guide, held_back, label, read_out

DRAFT = from_base(bases()[0])


def reaching(target: Target, props: tuple[Prop, ...] = (), strap: str = "") -> Draft:
    """Someone lying down reaches for what is too far away."""
    lying = bases()[3].posture
    holds = {"near.arm": Pin(target, toward=0.0, flat=isinstance(target, OnLimb))}
    posture = settled(replace(lying, holds=holds), Room(props, strap))
    return replace(from_base(bases()[3]), stretched=posture, props=props, strap=strap)


@pytest.mark.parametrize(
    ("target", "props", "said"),
    [
        (OnLimb("near.foot", 0.5, -30), (), "the near foot"),
        (OnLimb("far.shank", 0.9, -30), (), "the far shin"),
        (OnLimb("far.shank", 0.9, 30), (), "the far calf"),
        (At(391, 500), (Prop("wall", 400),), "the wall"),
        (At(500, 588), (Prop("chair", 640),), "the chair"),
        (At(600, 9), (), "the floor"),
        (At(600, 700), (), "its place"),
    ],
)
def test_a_hand_that_does_not_reach_is_told(
    target: Target, props: tuple[Prop, ...], said: str
) -> None:
    wanted = f"Stretched: the near hand does not reach {said}."
    assert complaints(reaching(target, props)) == [wanted]


def test_a_strap_too_far_away_is_told() -> None:
    draft = reaching(OnStrap(500), strap="near")
    assert complaints(draft) == ["Stretched: the near hand does not reach the strap."]


def test_with_nothing_wrong_the_next_step_is_told() -> None:
    assert complaints(DRAFT) == []
    assert guide(DRAFT) == NEXT
    bent = replace(DRAFT, stretched=turn(DRAFT.start, "lean", 5))
    assert guide(bent) == HINT


def test_every_handle_has_a_name() -> None:
    assert NAMES["near.knee"] == "Near knee"
    assert set(HANDLES) < set(NAMES)


def test_a_handle_is_read_out_with_its_degrees() -> None:
    posture = turn(DRAFT.start, "near.knee", 25)
    assert read_out(posture, "near.knee") == "Near knee, 35 degrees"
    assert label(posture, "near.knee") == "Near knee 35°"
    assert label(posture, "near.hand") == "Near hand"
    assert read_out(turn(DRAFT.start, "far.wrist", -3), "far.hand") == "Far hand, 1 degree"


def test_a_foot_on_the_other_leg_says_so() -> None:
    lying = next(base.posture for base in bases() if "back" in base.name)
    up = let_go(drag(lying, lying, "far.foot", (300, -50), Room()), "far.foot", Room())
    thigh = built(up).on("far.thigh", 0.8, -30)
    crossed = let_go(drag(up, up, "near.foot", thigh, Room()), "near.foot", Room())
    assert isinstance(crossed.holds["near.leg"].target, OnLimb)
    assert label(crossed, "near.foot") == "Near foot, on the far thigh"
    assert read_out(crossed, "near.foot").startswith("Near foot, on the far thigh, ")
    assert label(up, "far.foot") == "Far foot"


def test_feet_that_keep_the_hips_back_are_named() -> None:
    standing = bases()[0].posture
    s = built(standing)
    x, y = s.points["root"]
    assert held_back(standing, (x, y - 300)).startswith("Both feet stand")
    one = replace(standing, holds={"far.leg": standing.holds["far.leg"]})
    assert held_back(one, (x + 400, y)).startswith("The far foot stands")
    assert held_back(replace(standing, holds={}), (x + 400, y)) == ""
