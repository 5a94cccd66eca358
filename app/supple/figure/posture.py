"""A body under the hand: every joint said outright, and what hands and feet hold on to.

A ``Pose`` of a figure file is solved when it is drawn. A ``Posture`` is solved already: its
angles are what is seen, within the limits of a living body, and no bone changes its length.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from supple.figure import body
from supple.figure.drawing import Prop
from supple.figure.geometry import Point, add, clamp, direction, distance, sub, vec, wrap
from supple.figure.limits import JOINTS
from supple.figure.pose import REST, SIDES, OnLimb, OnStrap, Pin
from supple.figure.rig import Skeleton
from supple.figure.solver import Surroundings, target_point

MARGIN: Final = 1.0
"""Degrees every joint stays inside its limit, for what rounding and pins add."""
HELD: Final = 8.0
"""A held hand or foot may be this far off its place, in thousandths of the body's height."""
CLEAR: Final = {
    "root": 60.0,
    "l5": 50.0,
    "t12": 50.0,
    "c7": 40.0,
    "skull": 40.0,
    "crown": 20.0,
    **{f"{side}.knee": 36.0 for side in SIDES},
    **{f"{side}.{part}": 5.0 for side in SIDES for part in ("elbow", "wrist", "palm")},
    **{f"{side}.{part}": -4.0 for side in SIDES for part in ("sole", "heel", "heelback", "ball")},
}
"""How high above the floor each part of the body stays at least: half its thickness."""
WALL_WIDE: Final = 150.0
STAGE: Final = (1200.0, 1500.0)
"""How far from the middle, and how high, the hips may be."""
_TO_PALM: Final = body.HAND * 0.38


class Room(Surroundings):
    """What is around the body: things, and the strap."""

    def __init__(self, props: Sequence[Prop] = (), strap: str = "") -> None:
        """``strap`` is the side whose foot is in it; "" for none."""
        super().__init__(strap_foot=strap)
        self.props = tuple(props)

    def before_wall(self, x: float, body_at: float, thick: float = 0.0) -> float:
        """``x``, but not inside a wall or behind it, seen from where the body is."""
        for prop in self.props:
            if prop.kind != "wall":
                continue
            left, right = sorted((prop.x, prop.x + WALL_WIDE * prop.facing))
            if body_at <= left:
                x = min(x, left - thick)
            elif body_at >= right:
                x = max(x, right + thick)
        return x


@dataclass(frozen=True, slots=True)
class Posture:
    """A whole body at rest."""

    angles: Mapping[str, float]
    """Every joint of ``REST``, in degrees, or a share of the length."""
    root: Point
    """The hip; painter axes, so y is negative above the floor."""
    holds: Mapping[str, Pin] = field(default_factory=dict)
    """What a limb (``near.leg`` ...) holds on to; a limb that is not there is free."""


def built(posture: Posture) -> Skeleton:
    """The skeleton in exactly this posture."""
    skeleton = Skeleton(posture.angles)
    skeleton.place(posture.root)
    return skeleton


def span(joint: str) -> tuple[float, float]:
    """How far a joint may be set, in degrees."""
    least, most = JOINTS.get(joint, (-180.0, 180.0))
    # A straight knee or elbow is the limit itself.
    return (least if least == 0 else least + MARGIN, most - MARGIN)


def settled(posture: Posture, around: Room) -> Posture:
    """Legs and arms brought to what they hold, and nothing left under the floor that can yield."""
    s = built(posture)
    for side in _crossed_last(posture):
        pin = posture.holds.get(f"{side}.leg")
        if pin is not None:
            leg_to(s, side, *goal_of(pin, s, f"{side}.leg", around))
        else:
            _foot_off_floor(s, side)
        _tuck_toes(s, side)
    for side in SIDES:
        pin = posture.holds.get(f"{side}.arm")
        if pin is not None:
            if isinstance(pin.target, OnStrap):
                # A strap is pulled with a straight wrist.
                s.angles[f"{side}.wrist"] = 0.0
            arm_to(s, side, *goal_of(pin, s, f"{side}.arm", around))
        elif s.points[f"{side}.palm"][1] > -CLEAR[f"{side}.palm"]:
            palm = s.points[f"{side}.palm"]
            arm_to(s, side, (palm[0], -CLEAR[f"{side}.palm"] - 1), None)
    return Posture(dict(s.angles), posture.root, posture.holds)


def _crossed_last(posture: Posture) -> list[str]:
    """Both sides, the leg that rests on the other one after it."""
    pins = {side: posture.holds.get(f"{side}.leg") for side in SIDES}
    return sorted(SIDES, key=lambda side: isinstance(getattr(pins[side], "target", None), OnLimb))


def loosened(posture: Posture, limb: str) -> Posture:
    """Without what the limb holds."""
    return replace(posture, holds={k: v for k, v in posture.holds.items() if k != limb})


def goal_of(pin: Pin, s: Skeleton, limb: str, around: Room) -> tuple[Point, float | None]:
    """Where a holding palm or ankle belongs, and where its fingers or toes point."""
    goal = target_point(pin.target, s, limb, around)
    if pin.flat and isinstance(pin.target, OnLimb):
        return goal, s.toward[pin.target.limb] + (pin.toward or 0.0)
    return goal, pin.toward


def wrong(s: Skeleton) -> dict[str, float]:
    """What a body cannot do: degrees past a limit, thousandths under the floor or off the stage."""
    found: dict[str, float] = {}
    x, y = s.points["root"]
    away = max(abs(x) - STAGE[0], -y - STAGE[1])
    if away > 0:
        found["root"] = away
    for name in ("pelvis", *JOINTS):
        least, most = span(name)
        over = max(least - s.angles[name], s.angles[name] - most)
        if over > 1e-6:
            found[name] = over
    for part, least in CLEAR.items():
        under = s.points[part][1] + least
        if under > 1e-6:
            found[part] = max(under, found.get(part, 0.0))
    return found


def missed(s: Skeleton, posture: Posture, around: Room) -> dict[str, float]:
    """Limbs that do not reach what they hold, with how far they miss it."""
    found: dict[str, float] = {}
    for limb, pin in posture.holds.items():
        side, _, kind = limb.partition(".")
        place = s.points[f"{side}.{pin.point if kind == 'leg' else 'palm'}"]
        off = distance(place, target_point(pin.target, s, limb, around))
        if off > HELD:
            found[limb] = off
    return found


def leg_to(s: Skeleton, side: str, ankle: Point, foot: float | None) -> None:
    """Bend hip and knee so that the ankle comes to a point, as near as the limits let it.

    ``foot`` is where the toes point, in degrees; None keeps the ankle joint as it is.
    """
    q, hip = s.angles, s.points[f"{side}.hip"]
    first, second = s.length(side, "thigh"), s.length(side, "shank")
    opening, knee = _triangle(distance(hip, ankle), first, second)
    knee = clamp(knee, *span(f"{side}.knee"))
    thigh = direction(hip, ankle) - opening
    raised = s.toward["pelvis"] + 180 - thigh
    set_to = _near(raised, q[f"{side}.hip"], span(f"{side}.hip"))
    if abs(wrap(set_to - raised)) > 1e-6:
        thigh = s.toward["pelvis"] + 180 - set_to
        at_knee = add(hip, vec(thigh, first))
        bend = direction(at_knee, ankle) - thigh
        knee = _near(bend, q[f"{side}.knee"], span(f"{side}.knee"))
    q[f"{side}.hip"], q[f"{side}.knee"] = set_to, knee
    s.toward[f"{side}.thigh"] = thigh
    if foot is not None:
        bent = thigh + knee - 90 - foot
        q[f"{side}.ankle"] = _near(bent, q[f"{side}.ankle"], span(f"{side}.ankle"))
    s.finish_leg(side)


def arm_to(s: Skeleton, side: str, palm: Point, hand: float | None) -> None:
    """Bend shoulder and elbow so that the palm comes to a point, as near as the limits let it.

    ``hand`` is where the fingers point, in degrees; None keeps the wrist as it is.
    """
    # Raising the arm moves the shoulder itself a little.
    for _ in range(4):
        _arm_once(s, side, palm, hand)
        s.place(s.points["root"])
        if distance(s.points[f"{side}.palm"], palm) < 0.3:
            break


def _arm_once(s: Skeleton, side: str, palm: Point, hand: float | None) -> None:
    q, shoulder = s.angles, s.points[f"{side}.shoulder"]
    first, second = s.length(side, "upper-arm"), s.length(side, "forearm")
    aim, tilt = palm, 0.0
    if hand is None:
        # Forearm and hand are one bone with a corner in it.
        w = math.radians(q[f"{side}.wrist"])
        x, y = second + _TO_PALM * math.cos(w), _TO_PALM * math.sin(w)
        second, tilt = math.hypot(x, y), math.degrees(math.atan2(y, x))
    else:
        aim = add(palm, vec(hand + 180, _TO_PALM))
    opening, bend = _triangle(distance(shoulder, aim), first, second)
    elbow = clamp(bend - tilt, *span(f"{side}.elbow"))
    upper = direction(shoulder, aim) + opening
    raised = s.toward["thorax"] + 180 - upper
    set_to = _near(raised, q[f"{side}.shoulder"], span(f"{side}.shoulder"))
    if abs(wrap(set_to - raised)) > 1e-6:
        upper = s.toward["thorax"] + 180 - set_to
        at_elbow = add(shoulder, vec(upper, first))
        back = upper - direction(at_elbow, aim) - tilt
        elbow = _near(back, q[f"{side}.elbow"], span(f"{side}.elbow"))
    q[f"{side}.shoulder"], q[f"{side}.elbow"] = set_to, elbow
    if hand is not None:
        wrist = upper - elbow - hand
        q[f"{side}.wrist"] = _near(wrist, q[f"{side}.wrist"], span(f"{side}.wrist"))


def _triangle(d: float, first: float, second: float) -> tuple[float, float]:
    """Angle at the first bone's root, and the bend between the bones, to span ``d``."""
    d = clamp(d, abs(first - second) + 0.1, first + second)
    a = clamp((first * first + d * d - second * second) / (2 * first * d), -1, 1)
    b = clamp((first * first + second * second - d * d) / (2 * first * second), -1, 1)
    return math.degrees(math.acos(a)), 180 - math.degrees(math.acos(b))


def _near(wanted: float, now: float, limits: tuple[float, float]) -> float:
    """``wanted`` as the turn nearest to ``now``, within the limits."""
    return clamp(now + wrap(wanted - now), *limits)


def _foot_off_floor(s: Skeleton, side: str) -> None:
    """A free foot that would be under the floor stands on it."""
    for _ in range(8):
        deep = foot_depth(s, side)
        if deep <= 0:
            return
        ankle = s.points[f"{side}.ankle"]
        leg_to(s, side, sub(ankle, (0, deep + 0.2)), None)


def foot_depth(s: Skeleton, side: str) -> float:
    """How far the foot is under the floor; negative above it."""
    parts = ("sole", "heel", "heelback", "ball")
    return max(s.points[f"{side}.{part}"][1] + CLEAR[f"{side}.{part}"] for part in parts)


def _tuck_toes(s: Skeleton, side: str) -> None:
    """Toes bend up where the ball of the foot stands on the floor and the heel is high."""
    high = -s.points[f"{side}.ball"][1]
    steep = wrap(s.toward[f"{side}.foot"] - 90)
    near = clamp((40 - high) / 30)
    s.angles[f"{side}.toes"] = clamp(steep * near, 0, 62) if 0 < steep < 110 else 0.0


def resting(angles: Mapping[str, float], root: Point) -> Posture:
    """A posture from the joints that differ from standing at rest, nothing held."""
    return Posture({**REST, **angles}, root)
