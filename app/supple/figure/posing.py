"""A posture moved by its handles: what is dragged goes where it is wanted, the rest follows.

Everything here is one small step after the other. A step that a body cannot do, or that would
put a part of it under the floor, is left out, so any sequence of drags ends in something a
person can do, and nothing jumps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from supple.figure import body
from supple.figure.geometry import (
    Point,
    add,
    between,
    clamp,
    direction,
    distance,
    lerp,
    sub,
    vec,
    wrap,
)
from supple.figure.limits import JOINTS
from supple.figure.pose import SIDES, At, Pin
from supple.figure.posture import (
    CLEAR,
    Posture,
    Room,
    arm_to,
    built,
    foot_depth,
    leg_to,
    missed,
    settled,
    span,
    wrong,
)
from supple.figure.rig import Skeleton

BODY: Final = ("head", "chest", "hips")
HANDLES: Final = (*BODY, *(f"{s}.{p}" for s in SIDES for p in ("hand", "elbow", "knee", "foot")))
"""What can be taken hold of, in the order the keyboard goes through."""
POINTS: Final[Mapping[str, str]] = {
    "head": "crown",
    "chest": "c7",
    "hips": "root",
    **{f"{side}.hand": f"{side}.palm" for side in SIDES},
    **{f"{side}.elbow": f"{side}.elbow" for side in SIDES},
    **{f"{side}.knee": f"{side}.knee" for side in SIDES},
    **{f"{side}.foot": f"{side}.ankle" for side in SIDES},
}
"""The part of the body each handle sits on."""
STEP: Final = 12.0
"""Longest way of one step, in thousandths of the body's height."""
LEAP: Final = 20.0
"""Most degrees a joint turns in one step."""
_STEPS: Final = 160
_LEAN: Final = {"pelvis": 0.70, "lumbar": 0.18, "thorax": 0.12}
"""How a lean is shared out: mostly a hinge at the hips, with a long back."""
_GROUNDED: Final = 26.0
_UPRIGHT: Final = 250.0
"""Hips at least so high can sink for a long step."""
Move = Callable[[Posture, Point], Posture]


def place(posture: Posture, handle: str) -> Point:
    """Where a handle is; painter axes."""
    return built(posture).points[POINTS[handle]]


def drag(
    start: Posture,
    now: Posture,
    handle: str,
    to: Point,
    around: Room | None = None,
) -> Posture:
    """Bring a handle towards a point, as near as a body can.

    ``start`` is the posture when the handle was taken, ``now`` the one it has come to.
    Raises ``KeyError`` for an unknown handle.
    """
    around = around or Room()
    move = _mover(start, handle, around)
    part = POINTS[handle]
    for _ in range(_STEPS):
        at = built(now).points[part]
        far = distance(at, to)
        aim = to if far <= STEP else between(at, to, STEP / far)
        moved = _step(now, at, aim, move, around)
        if moved is None:
            break
        came = built(moved).points[part]
        # Another way that does not bring it nearer is no way.
        if distance(came, to) > far - 0.05:
            if far <= STEP:
                now = moved if distance(came, to) <= far else now
            break
        now = moved
    return now


def turn(now: Posture, joint: str, by: float, around: Room | None = None) -> Posture:
    """Turn one joint by ``by`` degrees, or as far as it goes.

    A leg that stands keeps its foot: the body moves instead. ``lean`` is the whole trunk.
    """
    around = around or Room()
    best = now
    for part in _parts(by):
        moved = _turned(best, joint, part, around)
        if not _possible(best, moved, around):
            break
        best = moved
    return best


def value(posture: Posture, handle: str) -> float:
    """The degrees a handle is read out with: of its joint, or of the trunk's lean."""
    side, _, part = handle.partition(".")
    angles = posture.angles
    if handle == "head":
        return angles["neck"] + angles["head"]
    if handle in ("chest", "hips"):
        s = built(posture)
        return wrap(direction(s.points["root"], s.points["c7"]))
    return angles[f"{side}.{_JOINT[part]}"]


_JOINT: Final = {"hand": "wrist", "elbow": "elbow", "knee": "knee", "foot": "ankle"}
_PARENT: Final = {"hand": "elbow", "elbow": "shoulder", "knee": "hip", "foot": "knee"}


def joints_of(handle: str) -> tuple[str, str]:
    """What a handle's keys turn: its own joint (up, down), and the one before (left, right)."""
    if handle == "head":
        return ("head", "neck")
    if handle == "chest":
        return ("lean", "lumbar")
    if handle == "hips":
        return ("pelvis", "pelvis")
    side, _, part = handle.partition(".")
    return (f"{side}.{_JOINT[part]}", f"{side}.{_PARENT[part]}")


def loosened(posture: Posture, limb: str) -> Posture:
    """Without what the limb holds."""
    return replace(posture, holds={k: v for k, v in posture.holds.items() if k != limb})


# One step


def _step(now: Posture, at: Point, aim: Point, move: Move, around: Room) -> Posture | None:
    """One small step towards ``aim``, straight or along what is in the way; None when stuck."""
    for share in (1.0, 0.5, 0.2):
        for goal in (aim, (aim[0], at[1]), (at[0], aim[1])):
            part = between(at, goal, share)
            if distance(part, at) < 0.05:
                continue
            moved = move(now, part)
            if _possible(now, moved, around):
                return moved
    return None


def _possible(now: Posture, then: Posture, around: Room) -> bool:
    """Whether a body can go from ``now`` to ``then``, or is at least no worse off there."""
    if any(abs(wrap(then.angles[j] - now.angles[j])) > LEAP for j in JOINTS):
        return False
    a, b = built(now), built(then)
    before, after = wrong(a), wrong(b)
    if any(by > before.get(what, 0.0) + 1e-6 for what, by in after.items()):
        return False
    lost, loses = missed(a, now, around), missed(b, then, around)
    legs = {k: v for k, v in loses.items() if k.endswith("leg")}
    return all(by <= lost.get(limb, 0.0) + 1e-6 for limb, by in legs.items())


def _mover(start: Posture, handle: str, around: Room) -> Move:
    """How the body follows a handle."""
    if handle == "hips":
        return lambda now, to: settled(replace(now, root=to), around)
    if handle == "chest":
        return lambda now, to: _leaning(start, now, to, around)
    if handle == "head":
        return lambda now, to: _nodding(now, to)
    side, _, part = handle.partition(".")
    movers = {"hand": _hand, "elbow": _elbow, "knee": _knee, "foot": _foot}
    return lambda now, to: settled(movers[part](now, side, to, around), around)


def _leaning(start: Posture, now: Posture, to: Point, around: Room) -> Posture:
    """The trunk leans until the neck lies in the direction of ``to``."""
    s = built(now)
    root = s.points["root"]
    wanted = wrap(direction(root, to) - direction(root, s.points["c7"]))
    base = built(start)
    done = wrap(direction(root, s.points["c7"]) - direction(base.points["root"], base.points["c7"]))
    low, high = done - 60.0, done + 60.0
    goal = done + wanted
    thighs = {side: s.toward[f"{side}.thigh"] for side in SIDES}
    for _ in range(14):
        middle = (low + high) / 2
        t = built(replace(now, angles=_leant(start, now, middle, thighs)))
        here = done + wrap(
            direction(t.points["root"], t.points["c7"]) - direction(root, s.points["c7"])
        )
        low, high = (middle, high) if here < goal else (low, middle)
    angles = _leant(start, now, (low + high) / 2, thighs)
    return settled(replace(now, angles=angles), around)


def _leant(
    start: Posture, now: Posture, by: float, thighs: Mapping[str, float]
) -> dict[str, float]:
    """The trunk of ``start`` leant by ``by`` degrees, the thighs where they are."""
    angles = dict(now.angles)
    rest = by
    for name in ("lumbar", "thorax"):
        wanted = start.angles[name] + by * _LEAN[name]
        angles[name] = clamp(wanted, *span(name))
        rest -= angles[name] - start.angles[name]
    pelvis = start.angles["pelvis"] + rest
    for side in SIDES:
        if f"{side}.leg" in now.holds:
            least, most = span(f"{side}.hip")
            middle = (least + most) / 2
            hip = middle + wrap(pelvis + 180 - thighs[side] - middle)
            pelvis -= hip - clamp(hip, least, most)
    short = start.angles["pelvis"] + rest - pelvis
    for name in ("lumbar", "thorax"):
        more = clamp(angles[name] + short, *span(name))
        short -= more - angles[name]
        angles[name] = more
    return _pelvis_to(angles, pelvis)


def _pelvis_to(angles: dict[str, float], pelvis: float) -> dict[str, float]:
    """Turn the pelvis; the thighs keep their direction as far as the hips let them."""
    by = pelvis - angles["pelvis"]
    for side in SIDES:
        hip = f"{side}.hip"
        angles[hip] = clamp(angles[hip] + by, *span(hip))
    angles["pelvis"] = pelvis
    return angles


def _nodding(now: Posture, to: Point) -> Posture:
    """Neck and head turn until the crown lies in the direction of ``to``."""
    s = built(now)
    angles = dict(now.angles)
    by = wrap(direction(s.points["c7"], to) - direction(s.points["c7"], s.points["crown"]))
    angles["neck"] = clamp(angles["neck"] + by, *span("neck"))
    angles["head"] = clamp(angles["head"] + 0.25 * by, *span("head"))
    return replace(now, angles=angles)


def _hand(now: Posture, side: str, to: Point, around: Room) -> Posture:
    s = built(now)
    x = around.before_wall(to[0], now.root[0], 9)
    arm_to(s, side, (x, min(to[1], -CLEAR[f"{side}.palm"] - 1)), None)
    return replace(loosened(now, f"{side}.arm"), angles=dict(s.angles))


def _elbow(now: Posture, side: str, to: Point, around: Room) -> Posture:
    """The upper arm points to ``to``; the forearm goes along."""
    s = built(now)
    shoulder = f"{side}.shoulder"
    wanted = s.toward["thorax"] + 180 - direction(s.points[shoulder], to)
    angles = dict(now.angles)
    angles[shoulder] = clamp(angles[shoulder] + wrap(wanted - angles[shoulder]), *span(shoulder))
    return replace(loosened(now, f"{side}.arm"), angles=angles)


def _knee(now: Posture, side: str, to: Point, around: Room) -> Posture:
    """The thigh points to ``to``. A foot on the floor slides along; a free one goes along."""
    s = built(now)
    hip, knee = f"{side}.hip", f"{side}.knee"
    angles = dict(now.angles)
    wanted = s.toward["pelvis"] + 180 - direction(s.points[hip], to)
    angles[hip] = clamp(angles[hip] + wrap(wanted - angles[hip]), *span(hip))
    free = replace(loosened(now, f"{side}.leg"), angles=angles)
    ankle = s.points[f"{side}.ankle"]
    if foot_depth(s, side) < -_GROUNDED:
        return free
    t = built(free)
    at_knee = t.points[knee]
    drop = ankle[1] - at_knee[1]
    length = t.length(side, "shank")
    if abs(drop) >= length:
        return free
    across = (length * length - drop * drop) ** 0.5
    x = at_knee[0] + (across if ankle[0] >= at_knee[0] else -across)
    bend = direction(at_knee, (x, ankle[1])) - t.toward[f"{side}.thigh"]
    angles[knee] = clamp(angles[knee] + wrap(bend - angles[knee]), *span(knee))
    t = built(replace(free, angles=angles))
    level = t.toward[f"{side}.shank"] - 90 - s.toward[f"{side}.foot"]
    joint = f"{side}.ankle"
    angles[joint] = clamp(angles[joint] + wrap(level - angles[joint]), *span(joint))
    return replace(free, angles=angles)


def _foot(now: Posture, side: str, to: Point, around: Room) -> Posture:
    """The ankle comes to ``to``; near the floor the sole turns level, if the leg allows it."""
    s = built(now)
    root = _lowered(s, side, to)
    s.place(root)
    leg_to(s, side, to, None)
    _level(s, side)
    for _ in range(3):
        ankle = s.points[f"{side}.ankle"]
        deep = max(foot_depth(s, side) + 0.2, 0.0)
        ahead = _toes_in_wall(s, side, root[0], around)
        if deep <= 0.2 and not ahead:
            break
        leg_to(s, side, (ankle[0] - ahead, ankle[1] - deep), None)
        _level(s, side)
    free = loosened(now, f"{side}.leg")
    return replace(free, angles=dict(s.angles), root=root)


def _lowered(s: Skeleton, side: str, to: Point) -> Point:
    """Where the hips go so that a foot can slide along the floor farther than it reaches."""
    root, hip = s.points["root"], s.points[f"{side}.hip"]
    if -to[1] > _GROUNDED + body.SOLE or -hip[1] < _UPRIGHT:
        return root
    long = 0.9995 * (s.length(side, "thigh") + s.length(side, "shank"))
    across, high = to[0] - hip[0], to[1] - hip[1]
    if math.hypot(across, high) <= long or abs(across) >= long:
        return root
    return (root[0], root[1] + high - math.sqrt(long * long - across * across))


def _toes_in_wall(s: Skeleton, side: str, body_at: float, around: Room) -> float:
    """How far the foot is inside a wall, along x; negative to the left."""
    xs = [s.points[f"{side}.{part}"][0] for part in ("heelback", "heel", "ball", "toe")]
    right = max(xs) - around.before_wall(max(xs), body_at, 2)
    left = min(xs) - around.before_wall(min(xs), body_at, 2)
    return right if abs(right) > abs(left) else left


def _level(s: Skeleton, side: str) -> None:
    """Turn the sole towards level, the more the nearer the floor is."""
    joint = f"{side}.ankle"
    flat = wrap(s.toward[f"{side}.shank"] - 180)
    least, most = span(joint)
    over = max(least - flat, flat - most, 0.0)
    share = clamp((90 + s.points[f"{side}.sole"][1]) / 60) * clamp(1 - over / 15)
    s.angles[joint] = clamp(lerp(s.angles[joint], clamp(flat, least, most), share), least, most)
    s.finish_leg(side)


# Turning by keys


def _parts(by: float) -> Iterator[float]:
    """``by`` in whole degrees and the rest."""
    sign = 1.0 if by > 0 else -1.0
    for _ in range(int(abs(by))):
        yield sign
    rest = abs(by) - int(abs(by))
    if rest > 1e-9:
        yield sign * rest


def _turned(now: Posture, joint: str, by: float, around: Room) -> Posture:
    angles = dict(now.angles)
    if joint == "lean":
        s = built(now)
        root, neck = s.points["root"], s.points["c7"]
        to = add(root, vec(direction(root, neck) + by, distance(root, neck)))
        return _leaning(now, now, to, around)
    if joint == "pelvis":
        return settled(replace(now, angles=_pelvis_to(angles, angles["pelvis"] + by)), around)
    side, _, part = joint.partition(".")
    if joint in JOINTS and not part:
        angles[joint] = clamp(angles[joint] + by, *span(joint))
        return settled(replace(now, angles=angles), around)
    angles[joint] = clamp(angles[joint] + by, *span(joint))
    if part in ("shoulder", "elbow", "wrist"):
        return settled(replace(loosened(now, f"{side}.arm"), angles=angles), around)
    return _leg_turned(now, side, angles, around)


def _leg_turned(now: Posture, side: str, angles: dict[str, float], around: Room) -> Posture:
    """A standing leg moves the body over its foot; the other one follows."""
    limb = f"{side}.leg"
    if limb not in now.holds:
        return settled(replace(now, angles=angles), around)
    s, t = built(now), built(replace(now, angles=angles))
    ankle = f"{side}.ankle"
    stays = "ankle"
    if angles[ankle] != now.angles[ankle]:
        # The foot tips up on its toes, or back on its heel.
        stays = "ball" if angles[ankle] < now.angles[ankle] else "heel"
    else:
        tipped = t.toward[f"{side}.foot"] - s.toward[f"{side}.foot"]
        angles[ankle] = clamp(angles[ankle] + tipped, *span(ankle))
        t = built(replace(now, angles=angles))
    off = sub(s.points[f"{side}.{stays}"], t.points[f"{side}.{stays}"])
    at = add(t.points[ankle], off)
    held = {**now.holds, limb: Pin(At(at[0], -at[1]), "ankle", t.toward[f"{side}.foot"])}
    return settled(Posture(angles, add(now.root, off), held), around)
