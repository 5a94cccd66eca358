from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.figure import body
from supple.figure.frontrig import FRONT_ALLOWED, FRONT_REST, FrontSkeleton, solve_front
from supple.figure.geometry import distance
from supple.figure.pose import At, Pin, Pose

postures = st.fixed_dictionaries({name: st.floats(*span) for name, span in FRONT_ALLOWED.items()})


def test_left_and_right_are_even() -> None:
    points = FrontSkeleton({"near.shoulder": 70, "far.shoulder": 70}).points
    for part in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist", "palm"):
        x, y = points[f"near.{part}"]
        assert points[f"far.{part}"] == pytest.approx((-x, y))


@given(postures)
def test_arms_keep_their_length(angles: dict[str, float]) -> None:
    s = FrontSkeleton(angles)
    for side in ("near", "far"):
        upper = distance(s.points[f"{side}.shoulder"], s.points[f"{side}.elbow"])
        assert upper == pytest.approx(body.UPPER_ARM * angles[f"{side}.upper-arm-length"])


def test_arms_out_are_level_and_forearms_turn_up() -> None:
    level = FrontSkeleton({"near.shoulder": 90, "near.elbow": 0}).points
    assert level["near.wrist"][1] == pytest.approx(level["near.shoulder"][1], abs=2)
    up = FrontSkeleton({"near.shoulder": 90, "near.elbow": 90}).points
    assert up["near.wrist"][1] < up["near.elbow"][1] - 100


def test_leaning_away_lowers_the_shoulders_and_leaves_the_feet() -> None:
    upright, leaning = FrontSkeleton({}), FrontSkeleton({"lean": 1})
    assert leaning.points["near.shoulder"][1] > upright.points["near.shoulder"][1] + 50
    assert leaning.points["near.ankle"] == upright.points["near.ankle"]
    assert leaning.points["near.hip"] == upright.points["near.hip"]


def test_pinned_hands_stay_on_their_wall() -> None:
    lengths = {"upper-arm-length": 0.7, "forearm-length": 0.7}
    joints = {f"{side}.{k}": v for side in ("near", "far") for k, v in lengths.items()}
    pins = {
        "near.arm": Pin(At(260, 800), toward=8),
        "far.arm": Pin(At(-260, 800), toward=8),
    }
    a, b = Pose(joints, pins=pins), Pose({**joints, "lean": 1}, pins=pins)
    for t in (0.0, 0.5, 1.0):
        s = solve_front(((a, 1 - t), (b, t)), 0.0)
        assert distance(s.points["near.palm"], (260, -800)) < 2
        assert distance(s.points["far.palm"], (-260, -800)) < 2


def test_every_joint_has_bounds_that_allow_its_rest() -> None:
    assert set(FRONT_ALLOWED) == set(FRONT_REST)
    assert all(low <= FRONT_REST[name] <= high for name, (low, high) in FRONT_ALLOWED.items())
