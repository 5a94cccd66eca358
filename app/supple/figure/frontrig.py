"""The body seen from the front or the back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from supple.figure import body
from supple.figure.geometry import Point, add, between, distance, lerp, vec, weighted, wrap
from supple.figure.ik import reach
from supple.figure.pose import SIDES, At, Mix

FRONT_REST: Final[Mapping[str, float]] = MappingProxyType(
    {
        "spread": 62.0,
        "shift": 0.0,
        "rise": 0.0,
        "lean": 0.0,
        **{
            f"{side}.{name}": value
            for side in SIDES
            for name, value in {
                "shoulder": 12.0,
                "elbow": 8.0,
                "wrist": 0.0,
                "upper-arm-length": 1.0,
                "forearm-length": 1.0,
                "foot-back": 0.0,
            }.items()
        },
    }
)
"""Joints of the front view: ``spread`` half the way between the feet, ``rise`` and ``shift``
move the hips (thousandths), ``lean`` 0..1 tilts the trunk away from the viewer, ``shoulder``
is the arm's angle from hanging outward, ``elbow`` turns the forearm up."""

FRONT_ALLOWED: Final[Mapping[str, tuple[float, float]]] = {
    "spread": (30.0, 260.0),
    "shift": (-200.0, 200.0),
    "rise": (-200.0, 200.0),
    "lean": (0.0, 1.0),
    **{
        f"{side}.{name}": span
        for side in SIDES
        for name, span in {
            "shoulder": (-20.0, 185.0),
            "elbow": (-150.0, 150.0),
            "wrist": (-90.0, 90.0),
            "upper-arm-length": (0.3, 1.1),
            "forearm-length": (0.3, 1.1),
            "foot-back": (-120.0, 120.0),
        }.items()
    },
}
FRONT_PARTS: Final = (
    "root",
    "skull",
    *(f"{s}.{p}" for s in SIDES for p in ("hip", "ankle", "shoulder", "elbow", "wrist", "palm")),
)
HIP: Final = (44.0, 545.0)
SHOULDER: Final = (92.0, 803.0)
SKULL: Final = 905.0
OUT: Final = {"near": 1, "far": -1}
"""Which way is outward on the picture: the near side is drawn to the right."""


class FrontSkeleton:
    """The body from the front in one posture; the same names as ``Skeleton``."""

    def __init__(self, angles: Mapping[str, float], breath: float = 0.0) -> None:
        self.angles: dict[str, float] = {**FRONT_REST, **angles}
        self.points: dict[str, Point] = {}
        self.toward: dict[str, float] = {}
        self.breath = breath
        self._trunk()
        for side in SIDES:
            self._leg(side)
            self._arm(side)

    def trunk(self, x: float, height: float) -> Point:
        """Where a place of the upright trunk is drawn once it leans."""
        q = self.angles
        above = max(0.0, height - HIP[1])
        seen = above * (1 - 0.36 * q["lean"])
        narrow = 1 - 0.11 * q["lean"] * min(1.0, above / 300)
        y = (height - above) + seen + q["rise"]
        return (x * narrow + q["shift"], -y)

    def _trunk(self) -> None:
        self.points["root"] = self.trunk(0, HIP[1])
        self.points["skull"] = self.trunk(0, SKULL)

    def _leg(self, side: str) -> None:
        q, out = self.angles, OUT[side]
        hip = self.trunk(out * HIP[0], HIP[1])
        ankle = (out * q["spread"], -42 + q[f"{side}.foot-back"])
        knee = between(hip, ankle, 0.506)
        self.points[f"{side}.hip"] = hip
        self.points[f"{side}.ankle"] = ankle
        self.points[f"{side}.knee"] = add(knee, (out * 4.0, 0.0))

    def _arm(self, side: str) -> None:
        q, out = self.angles, OUT[side]
        raised = max(0.0, q[f"{side}.shoulder"] - 60) / 120
        place = self.trunk(out * (SHOULDER[0] - 18 * raised), SHOULDER[1] + 26 * raised)
        self.points[f"{side}.shoulder"] = add(place, (0.0, -1.2 * self.breath))
        self.toward[f"{side}.upper-arm"] = 180 - out * q[f"{side}.shoulder"]
        self._forearm(side)

    def _forearm(self, side: str) -> None:
        q, out, at, to = self.angles, OUT[side], self.points, self.toward
        upper = to[f"{side}.upper-arm"]
        elbow = add(at[f"{side}.shoulder"], vec(upper, self.length(side, "upper-arm")))
        fore = to[f"{side}.forearm"] = upper - out * q[f"{side}.elbow"]
        wrist = add(elbow, vec(fore, self.length(side, "forearm")))
        hand = to[f"{side}.hand"] = fore - out * q[f"{side}.wrist"]
        at[f"{side}.elbow"], at[f"{side}.wrist"] = elbow, wrist
        at[f"{side}.palm"] = add(wrist, vec(hand, body.HAND * 0.38))

    def length(self, side: str, bone: str) -> float:
        full = body.UPPER_ARM if bone == "upper-arm" else body.FOREARM
        return full * self.angles[f"{side}.{bone}-length"]

    def pull(self, side: str, palm: Point, hand: float | None, share: float) -> None:
        """Bring the palm to a point, elbow outward; ``hand`` is the fingers' direction."""
        out = OUT[side]
        fingers = self.toward[f"{side}.hand"] if hand is None else out * hand
        wrist = add(palm, vec(fingers + 180, body.HAND * 0.38))
        start = self.points[f"{side}.shoulder"]
        first, second = self.length(side, "upper-arm"), self.length(side, "forearm")
        toward, bend = reach(start, wrist, first, second, out)
        q, upper = self.angles, f"{side}.upper-arm"
        self.toward[upper] += wrap(toward - self.toward[upper]) * share
        q[f"{side}.elbow"] = lerp(q[f"{side}.elbow"], bend, share)
        fore = self.toward[upper] - out * q[f"{side}.elbow"]
        q[f"{side}.wrist"] = lerp(q[f"{side}.wrist"], out * wrap(fore - fingers), share)
        self._forearm(side)

    def leg_lengths(self, side: str) -> tuple[float, float]:
        p = self.points
        knee = p[f"{side}.knee"]
        return distance(p[f"{side}.hip"], knee), distance(knee, p[f"{side}.ankle"])


def solve_front(mix: Mix, breath: float) -> FrontSkeleton:
    """The body from the front in the mixed pose; ``breath`` is -1..1."""
    angles = {
        name: sum(pose.joints.get(name, rest) * share for pose, share in mix)
        for name, rest in FRONT_REST.items()
    }
    skeleton = FrontSkeleton(angles, breath)
    for side in SIDES:
        limb = f"{side}.arm"
        pins = [(pose.pins[limb], w) for pose, w in mix if limb in pose.pins]
        places = [((p.target.x, -p.target.y), w) for p, w in pins if isinstance(p.target, At)]
        if places:
            hand = next((p.toward for p, _ in pins if p.toward is not None), None)
            share = min(1.0, sum(w for _, w in places))
            skeleton.pull(side, weighted(places), hand, share)
    return skeleton
