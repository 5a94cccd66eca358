"""What a hand or foot takes hold of when it is let go near something, and where hips sit down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from supple.figure import body
from supple.figure.following import lowered
from supple.figure.geometry import (
    Point,
    Profile,
    add,
    clamp,
    direction,
    distance,
    sub,
    vec,
    width_at,
    wrap,
)
from supple.figure.pose import SIDES, At, OnLimb, OnStrap, Pin
from supple.figure.posture import Posture, Room, built, foot_depth, missed, settled, wrong
from supple.figure.props import SEAT
from supple.figure.rig import BONES, Skeleton

NEAR: Final = 45.0
"""So near, in thousandths of the body's height, a hand takes hold."""
GROUND: Final = 18.0
"""So near the floor a foot stands on it."""
LEVEL_GROUND: Final = 45.0
"""The same with a level sole, as of somebody who lies down and puts the feet up."""
SITTING: Final = 82.0
"""From what one sits on to the hip."""
LYING: Final = 78.0
_SEATED_WITHIN: Final = 45.0
_CHAIR_BACK: Final = (-140.0, 588.0)
_CHAIRS: Final = ("chair", "office-chair")
_WIDTHS: Final[dict[str, tuple[Profile, Profile]]] = {
    "thigh": (body.THIGH_FRONT, body.THIGH_BACK),
    "shank": (body.SHANK_FRONT, body.SHANK_BACK),
    "foot": (((0, 24), (1, 24)), ((0, 44), (1, 44))),
}


def let_go(posture: Posture, handle: str, room: Room) -> Posture:
    """The posture after ``handle`` was let go: near things are held, feet stand, hips sit."""
    side, _, part = handle.partition(".")
    if part == "hand":
        return _hand(posture, side, room)
    if part in ("foot", "knee"):
        return _foot(posture, side, room)
    if handle == "hips":
        return _hips(posture, room)
    return posture


def standing(posture: Posture) -> Posture:
    """With every foot that touches the floor standing there."""
    s = built(posture)
    holds = dict(posture.holds)
    for side in SIDES:
        if abs(foot_depth(s, side)) < GROUND:
            holds.setdefault(f"{side}.leg", foot_pin(s, side))
    return replace(posture, holds=holds)


def foot_pin(s: Skeleton, side: str, limb: str = "") -> Pin:
    """The foot stays exactly where it is: in the scene, or on ``limb``."""
    return _pin(s, f"{side}.ankle", s.toward[f"{side}.foot"], limb)


def hand_pin(s: Skeleton, side: str, limb: str = "") -> Pin:
    """The hand stays exactly where it is: in the scene, or on ``limb``."""
    return _pin(s, f"{side}.palm", s.toward[f"{side}.hand"], limb)


def _pin(s: Skeleton, part: str, toward: float, limb: str) -> Pin:
    at, point = s.points[part], part.partition(".")[2]
    if limb:
        return Pin(on_limb(s, limb, at), point, wrap(toward - s.toward[limb]), flat=True)
    return Pin(At(at[0], -at[1]), point, wrap(toward))


def on_limb(s: Skeleton, limb: str, at: Point) -> OnLimb:
    """A place, painter axes, told by the limb it lies on."""
    side, _, bone = limb.partition(".")
    a, b = (s.points[f"{side}.{end}"] for end in BONES[bone])
    toward, long = direction(a, b), distance(a, b)
    x, y = sub(at, a)
    along, right = vec(toward), vec(s.toward[limb] + 90)
    share = clamp((x * along[0] + y * along[1]) / long, -0.5, 1.5)
    foot = (a[0] + along[0] * share * long, a[1] + along[1] * share * long)
    dx, dy = sub(at, foot)
    return OnLimb(limb, share, dx * right[0] + dy * right[1])


def _kept(before: Posture, after: Posture, room: Room, limb: str) -> Posture:
    """``after`` if the body can do it and reaches what it holds, else ``before``."""
    s = built(after)
    worse = wrong(s).keys() - wrong(built(before)).keys()
    return before if worse or limb in missed(s, after, room) else after


def _hips(posture: Posture, room: Room) -> Posture:
    x, height = posture.root[0], -posture.root[1]
    upright = abs(wrap(posture.angles["pelvis"])) < 45
    goals = [SITTING if upright else LYING]
    goals += [SEAT + SITTING for p in room.props if p.kind in _CHAIRS and abs(p.x - x) < 140]
    goal = min(goals, key=lambda g: abs(g - height))
    if abs(goal - height) > _SEATED_WITHIN:
        return posture
    after = settled(replace(posture, root=(x, -goal)), room)
    lost = missed(built(after), after, room)
    free = {k: v for k, v in after.holds.items() if k not in lost}
    return _kept(posture, replace(after, holds=free), room, "")


def _foot(posture: Posture, side: str, room: Room) -> Posture:
    s, limb = built(posture), f"{side}.leg"
    for dx, dy in _touching(s, side, room):
        ankle = add(s.points[f"{side}.ankle"], (dx, dy))
        pin = Pin(At(ankle[0], -ankle[1]), "ankle", wrap(s.toward[f"{side}.foot"]))
        root = lowered(s, side, ankle)
        after = replace(posture, root=root, holds={**posture.holds, limb: pin})
        kept = _kept(posture, settled(after, room), room, limb)
        if kept is not posture:
            return kept
    return _foot_on_leg(posture, side, room)


def _foot_on_leg(posture: Posture, side: str, room: Room) -> Posture:
    """A foot let go over the other thigh rests on it, as a crossed leg does."""
    s, limb = built(posture), f"{side}.leg"
    other = f"{'far' if side == 'near' else 'near'}.thigh"
    on = on_limb(s, other, s.points[f"{side}.ankle"])
    if not (0.3 < on.along < 1.1 and abs(on.off) < 80):
        return posture
    pin = foot_pin(s, side, other)
    after = settled(replace(posture, holds={**posture.holds, limb: pin}), room)
    return _kept(posture, after, room, limb)


def _touching(s: Skeleton, side: str, room: Room) -> Iterator[Point]:
    """How the foot has to move to rest on each thing near it."""
    deep = foot_depth(s, side)
    level = abs(wrap(s.toward[f"{side}.foot"] - 90)) < 15
    if abs(deep) < (LEVEL_GROUND if level else GROUND):
        yield (0.0, -deep)
    heel = s.points[f"{side}.heelback"]
    for prop in room.props:
        off = -heel[1] - (SEAT + 12)
        if prop.kind in _CHAIRS and abs(heel[0] - prop.x) < 130 and abs(off) < 35:
            yield (0.0, off)
        if prop.kind == "wall":
            ends = ("heelback", "heel", "ball", "toe")
            ahead = max(s.points[f"{side}.{end}"][0] for end in ends)
            if abs(ahead - prop.x) < 45:
                yield (prop.x - ahead, 0.0)


def _hand(posture: Posture, side: str, room: Room) -> Posture:
    s, limb = built(posture), f"{side}.arm"
    found = [*_limbs(s, side), *_things(s, side, room), *_strap(s, side, room)]
    for _, pin in sorted(found, key=lambda f: f[0]):
        after = settled(replace(posture, holds={**posture.holds, limb: pin}), room)
        kept = _kept(posture, after, room, limb)
        if kept is not posture:
            return kept
    return posture


def _limbs(s: Skeleton, side: str) -> Iterator[tuple[float, Pin]]:
    """The own legs, front and back."""
    palm, hand = s.points[f"{side}.palm"], s.toward[f"{side}.hand"]
    for leg in SIDES:
        for bone, widths in _WIDTHS.items():
            limb = f"{leg}.{bone}"
            on = on_limb(s, limb, palm)
            if not -0.02 < on.along < 1.05:
                continue
            front = on.off < 0
            wide = width_at(widths[0 if front else 1], clamp(on.along)) - 3
            place = OnLimb(limb, on.along, -wide if front else wide)
            far = distance(s.on(limb, place.along, place.off), palm)
            # Inside the leg's outline is on it.
            far = min(far, 20.0) if abs(on.off) < wide else far
            if far < NEAR:
                yield (
                    far + (1 if leg != side else 0),
                    Pin(place, toward=_flat(s, limb, hand), flat=True),
                )


def _flat(s: Skeleton, limb: str, hand: float) -> float:
    """Fingers along the limb, up or down it, whichever is nearer; else as they are."""
    off = wrap(hand - s.toward[limb])
    nearest = 0.0 if abs(off) < 90 else 180.0
    return nearest if abs(wrap(off - nearest)) < 50 else off


def _things(s: Skeleton, side: str, room: Room) -> Iterator[tuple[float, Pin]]:
    x, y = s.points[f"{side}.palm"]
    high, hand, fore = -y, s.toward[f"{side}.hand"], s.toward[f"{side}.forearm"]
    level = 90.0 if abs(wrap(hand - 90)) < 90 else -90.0
    places: list[tuple[Point, float]] = [((x, 9.0), level)]
    for prop in room.props:
        if prop.kind == "wall":
            up = fore - clamp(wrap(fore), -75, 85)
            places.append(((prop.x - 9, high), up))
        elif prop.kind in _CHAIRS:
            back = (prop.x + _CHAIR_BACK[0] * prop.facing, _CHAIR_BACK[1])
            places.append((back, level + 10 if level > 0 else level - 10))
            if abs(x - prop.x) < 125:
                places.append(((x, SEAT + 15), level))
    for place, toward in places:
        far = distance(place, (x, high))
        if far < NEAR:
            yield (far + 2, Pin(At(*place), toward=toward))


def _strap(s: Skeleton, side: str, room: Room) -> Iterator[tuple[float, Pin]]:
    if not room.strap_foot:
        return
    chest = add(
        add(s.points[f"{side}.shoulder"], vec(s.toward["thorax"], -30)),
        vec(s.toward["thorax"] + 90, 50),
    )
    palm, arch = s.points[f"{side}.palm"], s.points[f"{room.strap_foot}.arch"]
    toward = direction(chest, arch)
    dx, dy = sub(palm, chest)
    ux, uy = vec(toward)
    away = clamp(dx * ux + dy * uy, 60, max(60.0, distance(chest, arch) - 60))
    far = distance(add(chest, vec(toward, away)), palm)
    if far < 2 * NEAR:
        yield (far / 2, Pin(OnStrap(away)))
