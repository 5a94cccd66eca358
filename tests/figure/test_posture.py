"""A body brought to what its hands and feet hold."""

from __future__ import annotations

import pytest

from supple.figure.bases import bases
from supple.figure.geometry import distance
from supple.figure.pose import REST, At, Pin
from supple.figure.posture import (
    CLEAR,
    Posture,
    Room,
    arm_to,
    built,
    foot_depth,
    leg_to,
    missed,
    resting,
    settled,
    span,
    wrong,
)

AROUND = Room()


def standing() -> Posture:
    return bases()[0].posture


def test_an_ankle_comes_to_a_point_in_reach() -> None:
    s = built(standing())
    leg_to(s, "near", (200, -200), None)
    assert distance(s.points["near.ankle"], (200, -200)) < 0.01


def test_a_leg_that_cannot_reach_is_straight_towards_the_point() -> None:
    s = built(standing())
    leg_to(s, "near", (900, -500), None)
    assert s.angles["near.knee"] == pytest.approx(0, abs=0.1)
    assert s.points["near.ankle"][0] > 450


def test_a_hip_stops_at_its_limit() -> None:
    s = built(standing())
    leg_to(s, "near", (-500, -500), None)
    assert s.angles["near.hip"] == span("near.hip")[0]


def test_a_palm_comes_to_a_point_with_its_fingers_as_wanted() -> None:
    s = built(standing())
    arm_to(s, "far", (220, -700), 60.0)
    assert distance(s.points["far.palm"], (220, -700)) < 0.5
    assert s.toward["far.hand"] == pytest.approx(60)


def test_without_a_wish_the_wrist_stays() -> None:
    s = built(standing())
    before = s.angles["near.wrist"]
    arm_to(s, "near", (220, -700), None)
    assert s.angles["near.wrist"] == before
    assert distance(s.points["near.palm"], (220, -700)) < 0.5


def test_a_standing_foot_stays_when_the_hips_go_down() -> None:
    posture = standing()
    place = built(posture).points["near.ankle"]
    x, y = posture.root
    lower = settled(Posture(posture.angles, (x - 40, y + 100), posture.holds), AROUND)
    assert distance(built(lower).points["near.ankle"], place) < 0.1
    assert lower.angles["near.knee"] > posture.angles["near.knee"] + 20


def test_a_free_foot_is_put_on_the_floor() -> None:
    x, y = standing().root
    low = settled(Posture(standing().angles, (x, y + 80)), AROUND)
    assert foot_depth(built(low), "near") <= 0


def test_a_hand_that_is_too_far_away_is_told() -> None:
    posture = standing()
    far = {**posture.holds, "near.arm": Pin(At(900, 900), toward=0.0)}
    reaching = settled(Posture(posture.angles, posture.root, far), AROUND)
    assert set(missed(built(reaching), reaching, AROUND)) == {"near.arm"}


def test_what_a_body_cannot_do_is_told() -> None:
    assert wrong(built(standing())) == {}
    bent = built(resting({"near.knee": 170}, (0, -600)))
    assert wrong(bent)["near.knee"] == pytest.approx(170 - span("near.knee")[1])
    sunk = wrong(built(resting({}, (0, 0))))
    assert sunk["root"] == CLEAR["root"]


def test_a_resting_posture_knows_every_joint() -> None:
    assert set(resting({}, (0, 0)).angles) == set(REST)


def test_toes_bend_where_the_heel_is_high() -> None:
    kneeling = bases()[4].posture
    assert kneeling.angles["near.toes"] > 40
    assert kneeling.angles["far.toes"] == 0


def test_nobody_leaves_the_stage_or_turns_over_and_over() -> None:
    assert wrong(built(resting({}, (1300, -600)))) == {"root": 100}
    assert "pelvis" in wrong(built(resting({"pelvis": 190}, (0, -900))))
