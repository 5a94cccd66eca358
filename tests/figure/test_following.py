"""What follows when a part of the body is moved a little."""

from __future__ import annotations

import pytest

from supple.figure.bases import bases
from supple.figure.drawing import Prop
from supple.figure.following import leaning, mover, pelvis_to
from supple.figure.geometry import direction
from supple.figure.posing import HANDLES, POINTS
from supple.figure.posture import Room, built, span

STANDING, LYING = bases()[0].posture, bases()[3].posture


def test_the_trunk_leans_towards_a_point() -> None:
    s = built(STANDING)
    to = (s.points["root"][0] + 200, s.points["root"][1] - 230)
    t = built(leaning(STANDING, STANDING, to, Room()))
    wanted = direction(s.points["root"], to)
    assert direction(t.points["root"], t.points["c7"]) == pytest.approx(wanted, abs=0.1)
    assert t.angles["pelvis"] - s.angles["pelvis"] > t.angles["lumbar"] - s.angles["lumbar"]


def test_thighs_keep_their_direction_when_the_pelvis_turns() -> None:
    angles = pelvis_to(dict(LYING.angles), -61.0)
    turned = built(type(LYING)(angles, LYING.root))
    before = built(LYING).toward["near.thigh"]
    assert turned.toward["near.thigh"] == pytest.approx(before)


def test_a_pelvis_takes_the_thighs_along_past_the_hips_limit() -> None:
    angles = pelvis_to(dict(STANDING.angles), -80.0)
    assert angles["near.hip"] == span("near.hip")[0]


@pytest.mark.parametrize("name", HANDLES)
def test_a_handle_that_is_wanted_where_it_is_moves_nothing(name: str) -> None:
    s = built(STANDING)
    at = s.points[POINTS[name]]
    moved = mover(STANDING, name, Room())(STANDING, at)
    assert built(moved).points[POINTS[name]] == pytest.approx(at, abs=0.5)


def test_hands_and_feet_stay_before_the_wall() -> None:
    room = Room((Prop("wall", 200),))
    hand = mover(STANDING, "near.hand", room)(STANDING, (320, -700))
    assert built(hand).points["near.palm"][0] <= 192
    foot = mover(STANDING, "near.foot", room)(STANDING, (300, -200))
    assert built(foot).points["near.toe"][0] <= 205


def test_hips_sink_for_a_long_step() -> None:
    after = mover(STANDING, "near.foot", Room())(STANDING, (-260, -40))
    assert after.root[1] > STANDING.root[1] + 10
    assert built(after).points["near.ankle"] == pytest.approx((-260, -40), abs=3)


def test_feet_in_the_air_do_not_draw_the_hips_down() -> None:
    after = mover(STANDING, "near.foot", Room())(STANDING, (-400, -300))
    assert after.root == STANDING.root


def test_kneeling_hips_swing_over_the_knees() -> None:
    kneeling = bases()[5].posture
    x, y = kneeling.root
    back = mover(kneeling, "hips", Room())(kneeling, (x - 60, y + 40))
    s, t = built(kneeling), built(back)
    assert t.points["root"][0] < x - 40
    for side in ("near", "far"):
        assert t.points[f"{side}.knee"] == pytest.approx(s.points[f"{side}.knee"], abs=6)


def test_a_free_hand_relaxes() -> None:
    bent = type(STANDING)({**STANDING.angles, "near.wrist": -60.0}, STANDING.root)
    at = built(bent).points["near.palm"]
    after = mover(bent, "near.hand", Room())(bent, at)
    assert after.angles["near.wrist"] == -54
    assert built(after).points["near.palm"] == pytest.approx(at, abs=0.5)
