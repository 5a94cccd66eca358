from __future__ import annotations

import pytest

from supple.figure.geometry import distance, wrap
from supple.figure.pose import Anchor, At, OnLimb, OnStrap, Pin, Pose
from supple.figure.rig import Skeleton
from supple.figure.solver import Surroundings, solve, target_point


def test_the_anchored_part_stands_on_its_place() -> None:
    pose = Pose({"near.hip": 20, "near.knee": 30}, Anchor("near.sole", (40, 5)))
    skeleton = solve(((pose, 1.0),), 0.0)
    assert skeleton.points["near.sole"] == pytest.approx((40, -5))


def test_between_two_poses_an_anchor_moves_evenly() -> None:
    a, b = Pose(anchor=Anchor("root", (0, 500))), Pose(anchor=Anchor("root", (100, 540)))
    skeleton = solve(((a, 0.25), (b, 0.75)), 0.0)
    assert skeleton.points["root"] == pytest.approx((75, -530))


def test_a_pinned_foot_keeps_its_place_and_its_direction() -> None:
    pose = Pose(
        anchor=Anchor("root", (0, 344)), pins={"near.leg": Pin(At(190, 0), "heel", toward=70)}
    )
    skeleton = solve(((pose, 1.0),), 0.0)
    assert distance(skeleton.points["near.heel"], (190, 0)) < 1
    assert wrap(skeleton.toward["near.foot"] - 70) == pytest.approx(0, abs=1e-6)


def test_a_pin_of_one_pose_only_takes_hold_bit_by_bit() -> None:
    free = Pose(anchor=Anchor("root", (0, 500)))
    held = Pose(anchor=Anchor("root", (0, 500)), pins={"near.arm": Pin(At(200, 600))})
    misses = []
    for t in (0.2, 0.6, 1.0):
        skeleton = solve(((free, 1 - t), (held, t)), 0.0)
        misses.append(distance(skeleton.points["near.palm"], (200, -600)))
    assert misses[0] > misses[1] > misses[2]
    assert misses[2] < 1


def test_a_hand_lies_along_the_limb_it_rests_on() -> None:
    pose = Pose(
        {"near.hip": 80},
        Anchor("root", (0, 344)),
        pins={"near.arm": Pin(OnLimb("near.thigh", 0.6, -50), flat=True)},
    )
    skeleton = solve(((pose, 1.0),), 0.0)
    assert wrap(skeleton.toward["near.hand"] - skeleton.toward["near.thigh"]) == pytest.approx(0)


def test_the_strap_leads_from_the_chest_to_the_foot() -> None:
    skeleton = Skeleton({"near.hip": 90})
    around = Surroundings(strap_foot="near")
    near, far = (target_point(OnStrap(d), skeleton, "near.arm", around) for d in (100, 200))
    arch = skeleton.points["near.arch"]
    assert distance(near, arch) - distance(far, arch) == pytest.approx(100)


def test_a_partner_sees_the_main_person_mirrored() -> None:
    main = Skeleton({})
    around = Surroundings(main=main, x=500)
    x, y = target_point(OnLimb("main.near.shank", 0.5, 0), Skeleton({}), "near.arm", around)
    mx, my = main.on("near.shank", 0.5, 0)
    assert (x, y) == pytest.approx((500 - mx, my))
