"""Whether hands and feet are where they are said to be, and joints within their limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from supple.figure.drawing import Drawing
from supple.figure.frontrig import FrontSkeleton
from supple.figure.geometry import Point, distance, weighted, wrap
from supple.figure.limits import beyond
from supple.figure.pose import LIMBS, SIDES, At, Mix
from supple.figure.rig import Skeleton
from supple.figure.scene import solve_scene
from supple.figure.solver import Surroundings, target_point

NEAR_ENOUGH: Final = 10.0
"""A hand or foot may be this far off, in thousandths of the body's height."""
FLOOR: Final = 16.0
"""How far a foot's outline may dip below the middle of the floor's band."""
FOOT_PARTS: Final = ("sole", "heel", "heelback", "ball", "toe")
_FULL: Final = 0.999
_STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not where it belongs."""

    what: str
    by: float
    """Thousandths of the body's height, or degrees."""
    hint: str = ""
    """In which direction, where that helps to mend it."""

    def __str__(self) -> str:
        return f"{self.what} by {self.by:.0f}" + (f": {self.hint}" if self.hint else "")


def faults(drawing: Drawing, phase: float, cycle: float | None = None) -> list[Fault]:
    """Everything wrong at one instant; ``phase`` and ``cycle`` 0..1."""
    mix = drawing.mix(phase, cycle)
    scene = solve_scene(drawing, phase, cycle)
    person = scene.person
    if isinstance(person, FrontSkeleton):
        return _front(person, mix)
    found = [
        *_pins(person, mix, Surroundings(strap_foot=drawing.strap)),
        *_floor(person),
        *(Fault(f"{name} beyond its limit", by) for name, by in beyond(person.angles).items()),
    ]
    if drawing.partner is not None and scene.partner is not None:
        around = Surroundings(main=person, x=drawing.partner.x)
        partner: Mix = ((drawing.partner.start, 1 - phase), (drawing.partner.stretched, phase))
        found += _pins(scene.partner, partner, around, "partner's ")
    return found


def all_faults(drawing: Drawing) -> list[str]:
    """The faults of a whole figure in words, each with its instant."""
    said = []
    for phase in _STEPS:
        said += [f"phase {phase:g}: {f}" for f in faults(drawing, phase)]
    if drawing.cycle:
        for i in range(8):
            at = i / 8
            said += [f"cycle {at:g}: {f}" for f in faults(drawing, 1.0, at)]
    return said


def _pins(skeleton: Skeleton, mix: Mix, around: Surroundings, whose: str = "") -> list[Fault]:
    found = []
    for limb in LIMBS:
        pinned = [(pose.pins[limb], w) for pose, w in mix if limb in pose.pins]
        if sum(w for _, w in pinned) < _FULL:
            continue
        goal = weighted((target_point(p.target, skeleton, limb, around), w) for p, w in pinned)
        side, _, kind = limb.partition(".")
        points = {p.point for p, _ in pinned}
        if kind == "leg" and len(points) > 1:
            continue
        place = skeleton.points[f"{side}.{points.pop()}"]
        off = distance(place, goal)
        if off > NEAR_ENOUGH:
            found.append(Fault(f"{whose}{limb} misses its place", off, _aside(place, goal)))
    for side in SIDES:
        if sum(w for pose, w in mix if side in pose.flat) >= _FULL:
            tilt = abs(wrap(skeleton.toward[f"{side}.foot"] - 90))
            if tilt > 2:
                found.append(Fault(f"{whose}{side} sole is not level", tilt))
    return found


def _floor(skeleton: Skeleton) -> list[Fault]:
    found = []
    for side in SIDES:
        lowest = max(skeleton.points[f"{side}.{part}"][1] for part in FOOT_PARTS if part != "toe")
        if lowest > FLOOR:
            found.append(Fault(f"{side} foot is through the floor", lowest))
    return found


def _front(skeleton: FrontSkeleton, mix: Mix) -> list[Fault]:
    found = []
    for side in SIDES:
        pins = [(pose.pins[f"{side}.arm"], w) for pose, w in mix if f"{side}.arm" in pose.pins]
        places = [((p.target.x, -p.target.y), w) for p, w in pins if isinstance(p.target, At)]
        if sum(w for _, w in places) < _FULL:
            continue
        palm, goal = skeleton.points[f"{side}.palm"], weighted(places)
        off = distance(palm, goal)
        if off > NEAR_ENOUGH:
            found.append(Fault(f"{side}.arm misses its place", off, _aside(palm, goal)))
    return found


def _aside(place: Point, goal: Point) -> str:
    """Where a hand or foot ends, seen from its pin, as the numbers of a file count."""
    across, up = round(place[0] - goal[0]), round(goal[1] - place[1])
    parts = [
        f"{abs(off)} {words[off < 0]}"
        for off, words in ((across, ("right of", "left of")), (up, ("above", "below")))
        if off
    ]
    return f"it ends {' and '.join(parts)} its pin" if parts else ""
