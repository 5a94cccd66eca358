"""From mixed poses to a skeleton with its hands and feet where they belong."""

from __future__ import annotations

from supple.figure import body
from supple.figure.geometry import (
    Point,
    add,
    direction,
    frame,
    mean_turn,
    sub,
    vec,
    weighted,
)
from supple.figure.pose import LIMBS, REST, At, Mix, OnLimb, OnStrap, Pin, Target, joint
from supple.figure.rig import Skeleton

_LEAST = 1e-6


class Surroundings:
    """What pins may refer to besides the own body."""

    def __init__(self, strap_foot: str = "", main: Skeleton | None = None, x: float = 0.0) -> None:
        self.strap_foot = strap_foot
        self.main = main
        """The main figure, when a partner is solved."""
        self.x = x
        """Where the partner's mirror axis stands."""


def solve(mix: Mix, breath: float, around: Surroundings | None = None) -> Skeleton:
    """The body in the mixed pose; ``breath`` is -1..1."""
    angles = {name: joint(mix, name) for name in REST}
    body_ = Skeleton(angles, breath)
    flat = {side: sum(w for pose, w in mix if side in pose.flat) for side in ("near", "far")}
    body_.place((0.0, 0.0), flat)
    body_.place(_root(body_, mix), flat)
    around = around or Surroundings()
    for limb in LIMBS:
        pinned = [(pose.pins[limb], w) for pose, w in mix if limb in pose.pins and w > _LEAST]
        if pinned:
            _pull(body_, limb, pinned, around)
    return body_


def target_point(target: Target, skeleton: Skeleton, limb: str, around: Surroundings) -> Point:
    """Where a pin's target is now; painter axes."""
    if isinstance(target, At):
        return (target.x, -target.y)
    if isinstance(target, OnLimb):
        if target.limb.startswith("main.") and around.main is not None:
            x, y = around.main.on(target.limb[5:], target.along, target.off)
            return (around.x - x, y)
        return skeleton.on(target.limb, target.along, target.off)
    return _on_strap(target, skeleton, limb, around)


def _on_strap(target: OnStrap, skeleton: Skeleton, limb: str, around: Surroundings) -> Point:
    thorax = skeleton.toward["thorax"]
    shoulder = skeleton.points[limb.replace("arm", "shoulder")]
    chest = frame(shoulder, thorax, -30, 50)
    arch = skeleton.points[f"{around.strap_foot}.arch"]
    return add(chest, vec(direction(chest, arch), target.away))


def _root(skeleton: Skeleton, mix: Mix) -> Point:
    """Where the hip goes so that every anchored part stands on its place."""
    roots = []
    for pose, share in mix:
        at = (pose.anchor.at[0], -pose.anchor.at[1])
        roots.append((sub(at, skeleton.points[pose.anchor.part]), share))
    return weighted(roots)


def _pull(
    skeleton: Skeleton, limb: str, pinned: list[tuple[Pin, float]], around: Surroundings
) -> None:
    share = min(1.0, sum(w for _, w in pinned))
    side, _, kind = limb.partition(".")
    goal = weighted((target_point(pin.target, skeleton, limb, around), w) for pin, w in pinned)
    directions = [
        (d, w) for pin, w in pinned if (d := _toward(pin, skeleton, limb, around)) is not None
    ]
    toward = mean_turn(directions) if directions else None
    if kind == "arm":
        skeleton.pull_arm(side, goal, toward, share)
        return
    if toward is not None:
        x, y = weighted((body.FOOT_POINTS[pin.point], w) for pin, w in pinned)
        goal = frame(goal, toward, -x, -y)
    skeleton.pull_leg(side, goal, toward, share)


def _toward(pin: Pin, skeleton: Skeleton, limb: str, around: Surroundings) -> float | None:
    if pin.flat and isinstance(pin.target, OnLimb):
        name = pin.target.limb
        if name.startswith("main.") and around.main is not None:
            along = -around.main.toward[name[5:]]
        else:
            along = skeleton.toward[name]
        return along + (pin.toward or 0.0)
    return pin.toward
