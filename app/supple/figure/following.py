"""How the rest of a body follows when a part of it is moved."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from supple.figure import body
from supple.figure.geometry import Point, add, clamp, direction, lerp, sub, vec, wrap
from supple.figure.pose import SIDES, At, Pin
from supple.figure.posture import (
    CLEAR,
    Posture,
    Room,
    arm_to,
    built,
    foot_depth,
    leg_to,
    loosened,
    settled,
    span,
)
from supple.figure.rig import Skeleton

_LEAN: Final = {"lumbar": 0.18, "thorax": 0.12}
"""How much of a lean the back takes: most of it is a hinge at the hips."""
_GROUNDED: Final = 26.0
_UPRIGHT: Final = 250.0
"""Hips at least so high can sink for a long step."""
_KNEELING: Final = 65.0
_SHIN_DOWN: Final = 130.0
"""Knees and ankles below kneel."""
_RELAXED, _RELAXING = 4.0, 6.0
"""The wrist a free hand comes to, and the most it turns towards it in one step; degrees."""
Move = Callable[[Posture, Point], Posture]


def mover(start: Posture, handle: str, around: Room) -> Move:
    """How the body follows a handle."""
    if handle == "hips":
        return lambda now, to: settled(_over_knees(now, to), around)
    if handle == "chest":
        return lambda now, to: leaning(start, now, to, around)
    if handle == "head":
        return lambda now, to: _nodding(now, to)
    side, _, part = handle.partition(".")
    movers = {"hand": _hand, "elbow": _elbow, "knee": _knee, "foot": _foot}
    return lambda now, to: settled(movers[part](now, side, to, around), around)


def _over_knees(now: Posture, to: Point) -> Posture:
    """The hips at ``to``; kneeling, they swing over the knees, which stay on the floor."""
    s = built(now)
    held = dict(now.holds)
    for side in reversed(SIDES):
        hip, knee, ankle = (s.points[f"{side}.{part}"] for part in ("hip", "knee", "ankle"))
        if -knee[1] > _KNEELING or -ankle[1] > _SHIN_DOWN or knee[1] - hip[1] < _KNEELING:
            continue
        off = sub(hip, s.points["root"])
        toward = direction(knee, add(to, off))
        to = sub(add(knee, vec(toward, s.length(side, "thigh"))), off)
        stays = Pin(At(ankle[0], -ankle[1]), "ankle", wrap(s.toward[f"{side}.foot"]))
        held.setdefault(f"{side}.leg", stays)
    return replace(now, root=to, holds=held)


def leaning(start: Posture, now: Posture, to: Point, around: Room) -> Posture:
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
    return pelvis_to(angles, pelvis)


def pelvis_to(angles: dict[str, float], pelvis: float) -> dict[str, float]:
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
    wrist = f"{side}.wrist"
    s.angles[wrist] += clamp(_RELAXED - s.angles[wrist], -_RELAXING, _RELAXING)
    s.finish_arm(side)
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
    free_of_wall = not _toes_in_wall(s, side, now.root[0], around)
    root = lowered(s, side, to)
    s.place(root)
    leg_to(s, side, to, None)
    _level(s, side)
    for _ in range(3):
        ankle = s.points[f"{side}.ankle"]
        deep = max(foot_depth(s, side) + 0.2, 0.0)
        ahead = _toes_in_wall(s, side, root[0], around) if free_of_wall else 0.0
        if deep <= 0.2 and not ahead:
            break
        leg_to(s, side, (ankle[0] - ahead, ankle[1] - deep), None)
        _level(s, side)
    free = loosened(now, f"{side}.leg")
    return replace(free, angles=dict(s.angles), root=root)


def lowered(s: Skeleton, side: str, to: Point) -> Point:
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
