"""What is near when a hand or foot is let go is held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from supple.figure.bases import bases
from supple.figure.drawing import Prop
from supple.figure.geometry import distance
from supple.figure.holds import LYING, SITTING, foot_pin, hand_pin, let_go, on_limb, standing
from supple.figure.pose import At, OnLimb, OnStrap
from supple.figure.posing import drag, place
from supple.figure.posture import Posture, Room, built, foot_depth, loosened, settled
from supple.figure.props import SEAT

STANDING, SEATED = bases()[0].posture, bases()[1].posture
FLOORED, ON_BACK = bases()[2].posture, bases()[3].posture
BARE = Room()


def dragged(posture: Posture, name: str, to: tuple[float, float], room: Room = BARE) -> Posture:
    return let_go(drag(posture, posture, name, to, room), name, room)


def test_a_foot_near_the_floor_stands() -> None:
    x, _ = place(STANDING, "near.foot")
    up = dragged(STANDING, "near.foot", (x + 100, -250))
    assert "near.leg" not in up.holds
    down = dragged(up, "near.foot", (x + 100, -48))
    pin = down.holds["near.leg"]
    assert isinstance(pin.target, At)
    assert built(down).points["near.sole"][1] == pytest.approx(-4, abs=8)


@pytest.mark.parametrize("x", [200, 260, 320, 400])
def test_feet_put_up_while_lying_stand_on_the_mat(x: float) -> None:
    """Drawn along the mat, also past the knee of the other leg."""
    _, y = place(ON_BACK, "far.foot")
    up = dragged(ON_BACK, "far.foot", (x, y))
    assert isinstance(up.holds["far.leg"].target, At)
    assert foot_depth(built(up), "far") == pytest.approx(0, abs=1)


def test_a_hand_takes_hold_of_the_shin() -> None:
    s = built(FLOORED)
    reach = dragged(FLOORED, "chest", (260, -300))
    shin = s.on("near.shank", 0.2, -60)
    holding = dragged(reach, "near.hand", shin)
    target = holding.holds["near.arm"].target
    assert isinstance(target, OnLimb)
    assert target.limb in ("near.shank", "far.shank")
    assert target.off < 0


def test_a_hand_in_the_air_holds_nothing() -> None:
    assert "near.arm" not in dragged(STANDING, "near.hand", (250, -800)).holds


def test_a_hand_takes_the_wall_with_its_fingers_up() -> None:
    room = Room((Prop("wall", 260),))
    holding = dragged(STANDING, "near.hand", (280, -760), room)
    pin = holding.holds["near.arm"]
    assert isinstance(pin.target, At)
    assert pin.target.x == pytest.approx(251)
    assert abs(pin.toward or 0.0) < 30


def test_a_hand_takes_the_back_of_a_chair() -> None:
    room = Room((Prop("chair", 400),))
    holding = dragged(STANDING, "near.hand", (262, -600), room)
    assert holding.holds["near.arm"].target == At(260, 588)


def test_a_hand_takes_the_strap() -> None:
    room = Room(strap="near")
    s = built(ON_BACK)
    arch, shoulder = s.points["near.arch"], s.points["near.shoulder"]
    between = ((arch[0] + shoulder[0] * 2) / 3, (arch[1] + shoulder[1] * 2) / 3 - 40)
    holding = dragged(loosened(ON_BACK, "near.arm"), "near.hand", between, room)
    target = holding.holds["near.arm"].target
    assert isinstance(target, OnStrap | OnLimb)


@pytest.mark.parametrize("off", [-30.0, 25.0])
def test_hips_sit_down_on_the_seat(off: float) -> None:
    room = Room((Prop("chair", -75),))
    near = settled(replace(SEATED, root=(0, -SEAT - SITTING + off)), room)
    assert let_go(near, "hips", room).root[1] == -SEAT - SITTING


def test_hips_lie_down_on_the_floor() -> None:
    near = settled(replace(ON_BACK, root=(0, -100), holds={}), BARE)
    assert let_go(near, "hips", BARE).root[1] == -LYING


def test_hips_in_the_air_stay_there() -> None:
    assert let_go(STANDING, "hips", BARE) == STANDING


def test_a_foot_over_the_other_thigh_rests_on_it() -> None:
    bent = dragged(ON_BACK, "far.foot", (300, -50))
    assert "far.leg" in bent.holds
    thigh = built(bent).on("far.thigh", 0.8, -30)
    crossed = dragged(bent, "near.foot", thigh)
    target = crossed.holds["near.leg"].target
    assert isinstance(target, OnLimb)
    assert target.limb == "far.thigh"


def test_a_heel_is_put_on_the_wall() -> None:
    room = Room((Prop("wall", 330),))
    bent = dragged(ON_BACK, "near.foot", (200, -300))
    raised = dragged(bent, "near.foot", (280, -400), room)
    pin = raised.holds["near.leg"]
    assert isinstance(pin.target, At)
    points = built(raised).points
    ends = [points[f"near.{end}"][0] for end in ("heelback", "heel", "ball", "toe")]
    assert max(ends) == pytest.approx(330, abs=1)


def test_pins_say_where_a_limb_is() -> None:
    s = built(STANDING)
    foot, hand = foot_pin(s, "near"), hand_pin(s, "near")
    assert isinstance(foot.target, At)
    assert (foot.target.x, foot.target.y) == pytest.approx((0, 40))
    assert hand.point == "palm"
    kept = replace(STANDING, holds={"near.leg": foot, "near.arm": hand})
    assert settled(kept, BARE).angles == pytest.approx(STANDING.angles, abs=0.6)


def test_a_place_is_told_by_a_limb() -> None:
    s = built(SEATED)
    at = s.on("far.thigh", 0.4, -33)
    on = on_limb(s, "far.thigh", at)
    assert (on.along, on.off) == pytest.approx((0.4, -33))
    assert distance(s.on(on.limb, on.along, on.off), at) < 0.01


def test_feet_on_the_floor_stand_there() -> None:
    free = replace(STANDING, holds={})
    assert set(standing(free).holds) == {"near.leg", "far.leg"}
    high = replace(free, root=(0, STANDING.root[1] - 300))
    assert standing(high).holds == {}
