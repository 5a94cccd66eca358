"""A posture moved by its handles: what is dragged goes where it is wanted, the rest follows.

Everything here is one small step after the other. A step that a body cannot do, or that would
put a part of it under the floor, is left out, so any sequence of drags ends in something a
person can do, and nothing jumps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from supple.figure.following import Move, leaning, mover, pelvis_to
from supple.figure.geometry import (
    Point,
    add,
    between,
    clamp,
    direction,
    distance,
    sub,
    vec,
    wrap,
)
from supple.figure.limits import JOINTS
from supple.figure.pose import SIDES, At, Pin
from supple.figure.posture import (
    Posture,
    Room,
    built,
    loosened,
    missed,
    settled,
    span,
    wrong,
)

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
    move = mover(start, handle, around)
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


# One step


def _step(now: Posture, at: Point, aim: Point, move: Move, around: Room) -> Posture | None:
    """One small step towards ``aim``, straight or along what is in the way; None when stuck."""
    for goal in (aim, (aim[0], at[1]), (at[0], aim[1])):
        for share in (1.0, 0.5, 0.2):
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
        return leaning(now, now, to, around)
    if joint == "pelvis":
        return settled(replace(now, angles=pelvis_to(angles, angles["pelvis"] + by)), around)
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
