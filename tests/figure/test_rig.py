from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure import body
from supple.figure.geometry import distance, wrap
from supple.figure.limits import JOINTS
from supple.figure.pose import SIDES
from supple.figure.rig import Skeleton

postures = st.fixed_dictionaries({name: st.floats(*span) for name, span in JOINTS.items()})
LENGTHS = {
    ("hip", "knee"): body.THIGH,
    ("knee", "ankle"): body.SHANK,
    ("shoulder", "elbow"): body.UPPER_ARM,
    ("elbow", "wrist"): body.FOREARM,
}


def _bones_hold(skeleton: Skeleton) -> None:
    for side in SIDES:
        for (a, b), length in LENGTHS.items():
            real = distance(skeleton.points[f"{side}.{a}"], skeleton.points[f"{side}.{b}"])
            assert real == pytest.approx(length)


@given(postures)
def test_bones_keep_their_lengths_in_every_posture(angles: dict[str, float]) -> None:
    _bones_hold(Skeleton(angles))


@given(postures, st.floats(-300, 300), st.floats(-300, 300), st.floats(0, 1))
def test_bones_keep_their_lengths_when_pulled(
    angles: dict[str, float], x: float, y: float, share: float
) -> None:
    skeleton = Skeleton(angles)
    skeleton.pull_leg("near", (x, y), 90, share)
    skeleton.pull_arm("far", (x, y), None, share)
    _bones_hold(skeleton)


def test_upright_stands_a_body_height_tall() -> None:
    skeleton = Skeleton({"near.knee": 0})
    tall = skeleton.points["near.sole"][1] - skeleton.points["crown"][1]
    assert tall == pytest.approx(1000, abs=40)


def test_facing_right_the_toes_and_the_nose_point_right() -> None:
    skeleton = Skeleton({})
    assert skeleton.points["near.toe"][0] > skeleton.points["near.heel"][0]
    bent = Skeleton({"near.hip": 90, "near.elbow": 90, "near.shoulder": 0})
    assert bent.points["near.knee"][0] > 200
    assert bent.points["near.wrist"][0] > bent.points["near.elbow"][0] + 100


def test_a_flat_sole_is_level_whatever_the_leg_does() -> None:
    skeleton = Skeleton({"near.hip": 30, "near.knee": 50})
    skeleton.place((0, 0), {"near": 1.0})
    assert wrap(skeleton.toward["near.foot"] - 90) == pytest.approx(0)
    skeleton.place((5, 5), {"near": 1.0})
    assert wrap(skeleton.toward["near.foot"] - 90) == pytest.approx(0)


def test_pulling_brings_ankle_and_palm_to_their_places() -> None:
    skeleton = Skeleton({})
    skeleton.pull_leg("near", (250, 300), 60, 1.0)
    assert distance(skeleton.points["near.ankle"], (250, 300)) < 1
    assert wrap(skeleton.toward["near.foot"] - 60) == pytest.approx(0, abs=1e-6)
    skeleton.pull_arm("near", (200, -150), 100, 1.0)
    assert distance(skeleton.points["near.palm"], (200, -150)) < 1


def test_on_limb_counts_to_the_back() -> None:
    skeleton = Skeleton({})
    assert skeleton.on("near.thigh", 0.5, 50)[0] < skeleton.on("near.thigh", 0.5, -50)[0]


def test_breathing_leaves_hips_and_feet_alone() -> None:
    out, full = Skeleton({}, -1.0), Skeleton({}, 1.0)
    for still in ("root", "near.sole", "far.sole"):
        assert out.points[still] == full.points[still]
    assert out.points["near.shoulder"] != full.points["near.shoulder"]
