"""A body moved by its handles stays one, whatever is dragged where."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.figure.bases import bases
from supple.figure.geometry import distance, wrap
from supple.figure.limits import JOINTS
from supple.figure.posing import HANDLES, POINTS, drag, joints_of, place, turn, value
from supple.figure.posture import Posture, Room, built, loosened, missed, wrong
from supple.figure.rig import BONES

AROUND = Room()
BASES = bases()
LIMBS = [h for h in HANDLES if h.partition(".")[2] in ("hand", "foot")]
BY = st.floats(-300, 300)
A_BASE = st.sampled_from(BASES).map(lambda base: base.posture)
PULL = st.tuples(st.sampled_from(HANDLES), BY, BY)


def pulled(posture: Posture, name: str, dx: float, dy: float) -> Posture:
    x, y = place(posture, name)
    return drag(posture, posture, name, (x + dx, y + dy), AROUND)


def lengths(posture: Posture) -> list[float]:
    s = built(posture)
    bones = [(f"{side}.{a}", f"{side}.{b}") for side in ("near", "far") for a, b in BONES.values()]
    bones += [("root", "l5"), ("l5", "t12"), ("t12", "c7")]
    return [distance(s.points[a], s.points[b]) for a, b in bones]


@settings(max_examples=40, deadline=None)
@given(posture=A_BASE, pulls=st.lists(PULL, min_size=1, max_size=4))
def test_after_any_drags_it_is_still_a_body(
    posture: Posture, pulls: list[tuple[str, float, float]]
) -> None:
    bones = lengths(posture)
    for name, dx, dy in pulls:
        posture = pulled(posture, name, dx, dy)
    assert wrong(built(posture)) == {}
    assert lengths(posture) == pytest.approx(bones)


@settings(max_examples=40, deadline=None)
@given(posture=A_BASE, pull=PULL, way=st.floats(0, 2 * math.pi))
def test_a_pixel_more_is_no_leap(
    posture: Posture, pull: tuple[str, float, float], way: float
) -> None:
    name, dx, dy = pull
    start = posture
    x, y = place(start, name)
    to = (x + dx, y + dy)
    now = drag(start, start, name, to, AROUND)
    # Once more with the pointer still: it has come as near as it goes.
    for _ in range(3):
        now = drag(start, now, name, to, AROUND)
    if distance(place(now, name), to) > 1:
        return
    further = (to[0] + 2 * math.cos(way), to[1] + 2 * math.sin(way))
    then = drag(start, now, name, further, AROUND)
    assert max(abs(wrap(then.angles[j] - now.angles[j])) for j in JOINTS) <= 20


@settings(max_examples=40, deadline=None)
@given(posture=A_BASE, name=st.sampled_from(LIMBS), dx=BY, dy=BY)
def test_there_and_back_is_where_it_began(
    posture: Posture, name: str, dx: float, dy: float
) -> None:
    at = place(posture, name)
    there = drag(posture, posture, name, (at[0] + dx, at[1] + dy), AROUND)
    if distance(place(there, name), (at[0] + dx, at[1] + dy)) > 1:
        return
    back = drag(posture, there, name, at, AROUND)
    assert distance(place(back, name), at) < 25


@pytest.mark.parametrize("dx", [60.0, 200.0])
def test_a_lean_goes_there_and_back(dx: float) -> None:
    posture = BASES[0].posture
    at = place(posture, "chest")
    there = drag(posture, posture, "chest", (at[0] + dx, at[1] + dx / 3), AROUND)
    assert there.angles["pelvis"] > posture.angles["pelvis"] + 5
    back = drag(posture, there, "chest", at, AROUND)
    assert back.angles == pytest.approx(posture.angles, abs=1.5)


@settings(max_examples=40, deadline=None)
@given(posture=A_BASE, dx=BY, dy=BY)
def test_standing_feet_stay_whatever_the_hips_do(posture: Posture, dx: float, dy: float) -> None:
    after = pulled(posture, "hips", dx, dy)
    legs = [limb for limb in missed(built(after), after, AROUND) if limb.endswith("leg")]
    assert legs == []


def test_only_what_is_dragged_moves() -> None:
    posture = BASES[0].posture
    after = pulled(posture, "near.hand", 150, -100)
    assert distance(place(after, "near.hand"), place(posture, "near.hand")) > 150
    for name in HANDLES:
        if name not in ("near.hand", "near.elbow"):
            assert place(after, name) == pytest.approx(place(posture, name))


def test_a_dragged_hand_lets_go() -> None:
    posture = BASES[1].posture
    assert "near.arm" in posture.holds
    assert "near.arm" not in pulled(posture, "near.hand", 80, -200).holds
    assert "near.arm" not in loosened(posture, "near.arm").holds


def test_a_foot_near_the_floor_turns_level() -> None:
    posture = BASES[0].posture
    up = pulled(posture, "near.foot", 150, -250)
    x, _ = place(up, "near.foot")
    down = drag(up, up, "near.foot", (x, -20), AROUND)
    assert wrap(built(down).toward["near.foot"] - 90) == pytest.approx(0, abs=1)


def test_a_raised_knee_slides_the_lying_foot_in() -> None:
    lying = BASES[3].posture
    after = pulled(lying, "near.knee", -60, -180)
    ankle = built(after).points["near.ankle"]
    assert ankle[0] < built(lying).points["near.ankle"][0] - 20
    assert ankle[1] > -80


@settings(max_examples=40, deadline=None)
@given(
    posture=A_BASE,
    name=st.sampled_from(HANDLES),
    way=st.integers(0, 1),
    by=st.sampled_from((-5, -1, 1, 5)),
)
def test_keys_turn_within_the_limits(posture: Posture, name: str, way: int, by: float) -> None:
    after = turn(posture, joints_of(name)[way], by, AROUND)
    assert wrong(built(after)) == {}


@pytest.mark.parametrize(("name", "by"), [("far.elbow", 5), ("head", -5), ("near.hand", 1)])
def test_a_key_turns_its_joint_by_so_many_degrees(name: str, by: float) -> None:
    posture = BASES[0].posture
    after = turn(posture, joints_of(name)[0], by, AROUND)
    assert value(after, name) == pytest.approx(value(posture, name) + by)


def test_a_standing_knee_bends_over_its_foot() -> None:
    posture = BASES[0].posture
    after = turn(posture, "near.knee", 5, AROUND)
    assert after.angles["near.knee"] == pytest.approx(posture.angles["near.knee"] + 5)
    assert place(after, "near.foot") == pytest.approx(place(posture, "near.foot"), abs=0.1)
    assert after.root != posture.root


def test_an_ankle_rises_on_its_toes() -> None:
    posture = loosened(BASES[0].posture, "far.leg")
    after = turn(posture, "near.ankle", -5, AROUND)
    ball = built(posture).points["near.ball"]
    assert built(after).points["near.ball"] == pytest.approx(ball, abs=0.1)
    assert built(after).points["near.heel"][1] < built(posture).points["near.heel"][1]


def test_a_trunk_leans_and_tilts() -> None:
    posture = BASES[0].posture
    assert value(turn(posture, "lean", 5, AROUND), "chest") == pytest.approx(
        value(posture, "chest") + 5, abs=0.1
    )
    tilted = turn(posture, "pelvis", 5, AROUND)
    assert tilted.angles["pelvis"] == posture.angles["pelvis"] + 5


def test_nothing_turns_past_its_limit() -> None:
    posture = turn(BASES[0].posture, "near.elbow", 400, AROUND)
    assert posture.angles["near.elbow"] == JOINTS["near.elbow"][1] - 1


def test_every_handle_sits_on_a_part_of_the_body() -> None:
    assert set(POINTS) == set(HANDLES)
    assert set(POINTS.values()) <= set(built(BASES[0].posture).points)
