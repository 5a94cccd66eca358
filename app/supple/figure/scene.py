"""A drawing at one instant: every person solved, nothing painted yet."""

from __future__ import annotations

from dataclasses import dataclass

from supple.figure.drawing import Drawing, ViewFrom
from supple.figure.frontrig import FrontSkeleton, solve_front
from supple.figure.geometry import Point, clamp
from supple.figure.pose import Mix
from supple.figure.rig import Skeleton
from supple.figure.solver import Surroundings, solve


@dataclass(frozen=True, slots=True)
class Scene:
    """Who stands where."""

    person: Skeleton | FrontSkeleton
    partner: Skeleton | None = None
    slack: float = 0.0
    """How much longer the strap is than the way it spans."""
    stretch: float = 0.0
    """0..1, how far the muscle is stretched."""

    @property
    def main(self) -> Skeleton | None:
        """The person from the side; None in other views."""
        return self.person if isinstance(self.person, Skeleton) else None

    def point(self, name: str) -> Point:
        """A named point of the main person."""
        return self.person.points[name]


def solve_scene(
    drawing: Drawing, phase: float, cycle: float | None = None, breath: float = 0.0
) -> Scene:
    """Everybody's posture. ``phase`` and ``cycle`` 0..1, ``breath`` -1..1."""
    mix = drawing.mix(phase, cycle)
    stretch = sum(pose.stretch * share for pose, share in mix)
    if drawing.view is not ViewFrom.SIDE:
        return Scene(solve_front(mix, breath), stretch=stretch)
    main = solve(mix, breath, Surroundings(strap_foot=drawing.strap))
    slack = sum(pose.slack * share for pose, share in mix)
    return Scene(main, _partner(drawing, main, phase), slack=slack, stretch=stretch)


def _partner(drawing: Drawing, main: Skeleton, phase: float) -> Skeleton | None:
    partner = drawing.partner
    if partner is None:
        return None
    t = clamp(phase)
    mix: Mix = ((partner.start, 1 - t), (partner.stretched, t))
    return solve(mix, 0.0, Surroundings(main=main, x=partner.x))
