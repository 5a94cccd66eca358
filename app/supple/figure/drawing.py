"""One figure of the collection as data: poses, things around it, what glows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supple.figure.geometry import Point, clamp, smooth
from supple.figure.pose import Mix, Pose


class ViewFrom(StrEnum):
    """Where the viewer stands."""

    SIDE = "side"
    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the scene. Thousandths of the body's height, y up."""

    kind: str
    x: float = 0.0
    """Its middle, or a mat's left end."""
    to: float = 0.0
    """A mat's right end."""
    y: float = 0.0
    """How far behind the figure it stands, drawn as height."""
    facing: int = 1
    """1 faces right, -1 left."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The dashed arrow along a moving point."""

    of: str
    off: float
    """Distance from the path: + to its right when walking along it, - to its left."""
    shift: Point = (0.0, 0.0)
    cycle: bool = False
    """True: the way of one repetition instead of that from start to stretched."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A pose at an instant (0..1) of one repetition."""

    at: float
    pose: Pose


@dataclass(frozen=True, slots=True)
class Partner:
    """A second person, facing left, mirrored about ``x``."""

    x: float
    start: Pose
    stretched: Pose


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything known of one figure."""

    id: str
    description: str
    start: Pose
    stretched: Pose
    box: tuple[float, float, float, float]
    """Left, bottom, right, top of the scene; y up, floor 0."""
    view: ViewFrom = ViewFrom.SIDE
    by: Pose | None = None
    """Draws the way from start to stretched towards itself, as a curve's control point does:
    a foot is lifted, a knee bends on the way."""
    cycle: tuple[Frame, ...] = ()
    even: bool = False
    """True: from frame to frame at an even speed, without coming to rest at each."""
    props: tuple[Prop, ...] = ()
    strap: str = ""
    """The side whose foot is in the strap; "" for none."""
    hands: tuple[str, str] = ("relaxed", "relaxed")
    """Shape of the near and the far hand."""
    far_arm_over_leg: bool = False
    glow: str = ""
    """The stretched muscle, such as ``near.hamstring``; "" for none."""
    trails: tuple[Trail, ...] = ()
    partner: Partner | None = None

    def mix(self, phase: float, cycle: float | None) -> Mix:
        """The poses to mix at ``phase`` and ``cycle``."""
        t = clamp(phase)
        parts: list[tuple[Pose, float]] = [(self.start, 1 - t)]
        if cycle is None or not self.cycle:
            parts.append((self.stretched, t))
        else:
            parts += [(pose, share * t) for pose, share in self._turning(cycle % 1.0)]
        shares: dict[int, float] = {}
        poses = {id(pose): pose for pose, _ in parts}
        for pose, share in parts:
            shares[id(pose)] = shares.get(id(pose), 0.0) + share
        if self.by is not None:
            self._bend(shares)
            poses[id(self.by)] = self.by
        return tuple((poses[key], share) for key, share in shares.items() if share > 0)

    def _bend(self, shares: dict[int, float]) -> None:
        """Give ``by`` its part of what lies between start and stretched."""
        start, end, by = id(self.start), id(self.stretched), id(self.by)
        taken = shares.get(start, 0.0) * shares.get(end, 0.0)
        if taken > 0:
            shares[start] -= taken
            shares[end] -= taken
            shares[by] = shares.get(by, 0.0) + 2 * taken

    def _turning(self, at: float) -> list[tuple[Pose, float]]:
        frames = self.cycle
        after = next((i for i, f in enumerate(frames) if f.at > at), len(frames))
        a, b = frames[after - 1], frames[after % len(frames)]
        begin = a.at if after else a.at - 1
        end = b.at if after < len(frames) else b.at + 1
        u = (at - begin) / (end - begin) if end > begin else 0.0
        u = u if self.even else smooth(u)
        return [(a.pose, 1 - u), (b.pose, u)]
