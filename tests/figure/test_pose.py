from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure.drawing import Drawing
from supple.figure.pose import REST, Anchor, At, OnLimb, Pin, Pose, joint, swapped

POSE = Pose(
    joints={"pelvis": 5, "near.hip": 40, "far.hip": 10},
    anchor=Anchor("far.sole", (1, 2)),
    flat=frozenset({"far"}),
    pins={"near.arm": Pin(OnLimb("near.thigh", 0.5, -50), flat=True), "far.leg": Pin(At(3, 4))},
    slack=7,
    stretch=0.5,
)


def test_swapping_exchanges_near_and_far_everywhere() -> None:
    other = swapped(POSE)
    assert other.joints == {"pelvis": 5, "far.hip": 40, "near.hip": 10}
    assert other.anchor.part == "near.sole"
    assert other.flat == {"near"}
    assert other.pins["far.arm"].target == OnLimb("far.thigh", 0.5, -50)
    assert other.pins["near.leg"] == POSE.pins["far.leg"]
    assert (other.slack, other.stretch) == (7, 0.5)


def test_swapping_twice_changes_nothing() -> None:
    assert swapped(swapped(POSE)) == POSE


def test_every_shipped_pose_survives_two_swaps(drawings: dict[str, Drawing]) -> None:
    for drawing in drawings.values():
        for pose in (drawing.start, drawing.stretched):
            assert swapped(swapped(pose)) == pose


@given(st.floats(0, 1))
def test_joints_mix_in_proportion_and_rest_where_nothing_is_said(t: float) -> None:
    mix = ((POSE, 1 - t), (Pose(joints={"near.hip": 80}), t))
    assert joint(mix, "near.hip") == pytest.approx(40 + 40 * t)
    assert joint(mix, "far.elbow") == pytest.approx(REST["far.elbow"])
