from __future__ import annotations

from typing import Any

import pytest

from supple.core.format_findings import Findings
from supple.figure.fields import Fields
from supple.figure.pose import Anchor, At, OnLimb, OnStrap, Pin, Pose
from supple.figure.posefields import OTHER_LIMBS, OWN_LIMBS, Known, read_poses

KNOWN = Known(
    {"pelvis": (-90, 90), "near.hip": (-30, 135), "far.hip": (-30, 135)},
    ("root", "near.sole"),
    OWN_LIMBS,
    strap=True,
)


def _poses(document: Any, known: Known = KNOWN) -> tuple[dict[str, Pose], list[str]]:
    findings = Findings()
    poses = read_poses(Fields(document, (), findings), known)
    return poses, [problem.path for problem in findings.problems()]


def test_both_stands_for_near_and_far() -> None:
    poses, problems = _poses({"start": {"joints": {"both.hip": 20, "pelvis": 3}}})
    assert poses["start"].joints == {"near.hip": 20, "far.hip": 20, "pelvis": 3}
    assert problems == []


def test_a_pose_changes_what_it_builds_on() -> None:
    poses, problems = _poses(
        {
            "start": {
                "joints": {"near.hip": 20, "pelvis": 3},
                "anchor": {"part": "root", "at": [0, 78]},
                "flat": ["far"],
                "pins": {"far.leg": {"at": [1, 2]}, "near.arm": {"strap": 150}},
                "slack": 35,
            },
            "stretched": {
                "from": "start",
                "joints": {"near.hip": 80},
                "pins": {"far.leg": None},
            },
        }
    )
    assert problems == []
    later = poses["stretched"]
    assert later.joints == {"near.hip": 80, "pelvis": 3}
    assert later.anchor == Anchor("root", (0, 78))
    assert later.flat == {"far"}
    assert later.pins == {"near.arm": Pin(OnStrap(150))}
    assert (later.slack, later.stretch, poses["start"].stretch) == (35, 1, 0)


def test_swap_exchanges_the_sides_before_the_changes() -> None:
    poses, _ = _poses(
        {
            "start": {"joints": {"near.hip": 20}},
            "other": {"from": "start", "swap": True, "joints": {"pelvis": 1}},
        }
    )
    assert poses["other"].joints == {"far.hip": 20, "pelvis": 1}


def test_every_way_to_say_where_a_hand_or_foot_is() -> None:
    poses, problems = _poses(
        {
            "start": {
                "pins": {
                    "near.leg": {"at": [190, 14], "point": "heel", "toward": 70},
                    "near.arm": {
                        "on": {"limb": "near.shank", "along": 0.5, "off": -40},
                        "flat": True,
                    },
                }
            }
        }
    )
    assert problems == []
    pins = poses["start"].pins
    assert pins["near.leg"] == Pin(At(190, 14), "heel", 70)
    assert pins["near.arm"] == Pin(OnLimb("near.shank", 0.5, -40), flat=True)


@pytest.mark.parametrize(
    ("pin", "place"),
    [
        ({}, ""),
        ({"at": [1, 2], "strap": 3}, ""),
        ({"at": [1]}, ".at"),
        ({"on": {"limb": "near.tail", "along": 0.5}}, ".on.limb"),
        ({"on": {"limb": "main.near.shank", "along": 0.5}}, ".on.limb"),
        ({"on": {"limb": "near.shank", "along": 7}}, ".on.along"),
        ({"at": [1, 2], "toward": "up"}, ".toward"),
        ({"at": [1, 2], "colour": "red"}, ".colour"),
    ],
)
def test_a_wrong_pin_is_named(pin: Any, place: str) -> None:
    _, problems = _poses({"start": {"pins": {"near.arm": pin}}})
    assert f'start.pins["near.arm"]{place}' in problems


def test_a_strap_is_held_only_where_there_is_one() -> None:
    bare = Known(KNOWN.joints, KNOWN.parts, OWN_LIMBS)
    _, problems = _poses({"start": {"pins": {"near.arm": {"strap": 150}}}}, bare)
    assert problems == ['start.pins["near.arm"].strap']


def test_a_partner_may_hold_the_other_person() -> None:
    partner = Known(KNOWN.joints, KNOWN.parts, (*OWN_LIMBS, *OTHER_LIMBS))
    held = {"on": {"limb": "main.near.shank", "along": 0.5}}
    _, problems = _poses({"start": {"pins": {"near.arm": held}}}, partner)
    assert problems == []


@pytest.mark.parametrize(
    ("pose", "place"),
    [
        ({"from": "nowhere"}, "start.from"),
        ({"flat": ["left"]}, "start.flat"),
        ({"anchor": {"part": "tail", "at": [0, 0]}}, "start.anchor.part"),
        ({"pins": {"tail": {"at": [0, 0]}}}, "start.pins.tail"),
        ({"slack": -1}, "start.slack"),
        ({"speed": 1}, "start.speed"),
    ],
)
def test_a_wrong_pose_is_named(pose: Any, place: str) -> None:
    _, problems = _poses({"start": pose})
    assert place in problems
