"""The skeleton: joint angles in, places and directions of every bone out."""

from __future__ import annotations

import math
from collections.abc import Mapping

from supple.figure import body
from supple.figure.geometry import Point, add, clamp, frame, lerp, turn, vec, wrap
from supple.figure.ik import ELBOW, KNEE, reach
from supple.figure.pose import REST, SIDES

_FAR = {"near": ((0.0, 0.0), (0.0, 0.0)), "far": (body.FAR_HIP, body.FAR_SHOULDER)}
BONES: Mapping[str, tuple[str, str]] = {
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "foot": ("ankle", "ball"),
    "upper-arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
}


class Skeleton:
    """One body in one posture.

    ``points`` holds joints and the named places of hands and feet, ``toward`` the
    world direction of every bone, ``angles`` the joint angles as they came out.
    """

    def __init__(self, angles: Mapping[str, float], breath: float = 0.0) -> None:
        self.angles: dict[str, float] = {**REST, **angles}
        self.points: dict[str, Point] = {}
        self.toward: dict[str, float] = {}
        self.breath = breath
        self._flat: dict[str, float] = {}
        self._asked = dict(self.angles)
        self.place((0.0, 0.0))

    def place(self, root: Point, flat: Mapping[str, float] | None = None) -> None:
        """Put the hip at ``root``; ``flat`` says how far (0..1) each side's sole lies level."""
        if flat is not None:
            self._flat = dict(flat)
        self._spine(root)
        for side in SIDES:
            self._thigh(side)
            self.finish_leg(side)
            self._upper_arm(side)
            self.finish_arm(side)

    def length(self, side: str, bone: str) -> float:
        """A limb bone's drawn length, foreshortening included."""
        full = {
            "thigh": body.THIGH,
            "shank": body.SHANK,
            "upper-arm": body.UPPER_ARM,
            "forearm": body.FOREARM,
        }[bone]
        return full * self.angles[f"{side}.{bone}-length"]

    def on(self, limb: str, along: float, off: float) -> Point:
        """The place ``along`` 0..1 of ``limb``, ``off`` to its back."""
        side, _, bone = limb.partition(".")
        a, b = (self.points[f"{side}.{end}"] for end in BONES[bone])
        middle = (lerp(a[0], b[0], along), lerp(a[1], b[1], along))
        return add(middle, vec(self.toward[limb] + 90, off))

    def seat(self, side: str) -> float:
        """Where the buttock points to: half way between the backs of pelvis and thigh.

        That is right in every posture.
        """
        return turn(self.toward["pelvis"] - 90, self.toward[f"{side}.thigh"] + 90)

    def foot(self, side: str, x: float, y: float) -> Point:
        """A place of the foot: ``x`` towards the toes, ``y`` towards the sole."""
        return frame(self.points[f"{side}.ankle"], self.toward[f"{side}.foot"], x, y)

    def pull_leg(self, side: str, ankle: Point, foot: float | None, share: float) -> None:
        """Bring the ankle to a point by bending hip and knee, ``share`` 0..1 of the way."""
        q, thigh = self.angles, f"{side}.thigh"
        first, second = self.length(side, "thigh"), self.length(side, "shank")
        toward, bend = reach(self.points[f"{side}.hip"], ankle, first, second, KNEE)
        self.toward[thigh] += wrap(toward - self.toward[thigh]) * share
        q[f"{side}.knee"] = lerp(q[f"{side}.knee"], bend, share)
        q[f"{side}.hip"] = wrap(self.toward["pelvis"] + 180 - self.toward[thigh])
        if foot is not None:
            shank = self.toward[thigh] + q[f"{side}.knee"]
            q[f"{side}.ankle"] = lerp(q[f"{side}.ankle"], wrap(shank - 90 - foot), share)
        self._flat.pop(side, None)
        self.finish_leg(side)

    def pull_arm(self, side: str, palm: Point, hand: float | None, share: float) -> None:
        """Bring the palm to a point by bending shoulder and elbow, ``share`` 0..1 of the way."""
        q, upper = self.angles, f"{side}.upper-arm"
        first, second = self.length(side, "upper-arm"), self.length(side, "forearm")
        to_palm = body.HAND * 0.38
        goal = palm if hand is None else add(palm, vec(hand + 180, to_palm))
        longer = second + to_palm if hand is None else second
        toward, bend = reach(self.points[f"{side}.shoulder"], goal, first, longer, ELBOW)
        self.toward[upper] += wrap(toward - self.toward[upper]) * share
        q[f"{side}.elbow"] = lerp(q[f"{side}.elbow"], bend, share)
        q[f"{side}.shoulder"] = wrap(self.toward["thorax"] + 180 - self.toward[upper])
        bent = 0.0
        if hand is not None:
            bent = wrap(self.toward[upper] - q[f"{side}.elbow"] - hand)
        q[f"{side}.wrist"] = lerp(q[f"{side}.wrist"], bent, share)
        self.finish_arm(side)

    def _spine(self, root: Point) -> None:
        q, at, to = self.angles, self.points, self.toward
        to["pelvis"] = q["pelvis"]
        to["lumbar"] = to["pelvis"] + q["lumbar"]
        to["thorax"] = to["lumbar"] + q["thorax"] - self.breath * 0.7
        to["neck"] = to["thorax"] + q["neck"] + self.breath * 0.5
        to["head"] = to["neck"] + q["head"]
        at["root"] = root
        at["l5"] = add(root, vec(to["pelvis"], body.PELVIS))
        at["t12"] = add(at["l5"], vec(to["lumbar"], body.LUMBAR))
        at["c7"] = add(at["t12"], vec(to["thorax"], body.THORAX))
        at["skull"] = add(add(at["c7"], vec(to["thorax"] + 90, 4)), vec(to["neck"], body.NECK))
        at["crown"] = add(at["skull"], vec(to["head"], body.HEAD * 0.88))

    def _thigh(self, side: str) -> None:
        self.points[f"{side}.hip"] = add(self.points["root"], _FAR[side][0])
        self.toward[f"{side}.thigh"] = self.toward["pelvis"] + 180 - self.angles[f"{side}.hip"]

    def finish_leg(self, side: str) -> None:
        """Everything below the hip, from the thigh's direction on."""
        q, at, to = self.angles, self.points, self.toward
        thigh = to[f"{side}.thigh"]
        at[f"{side}.knee"] = add(at[f"{side}.hip"], vec(thigh, self.length(side, "thigh")))
        shank = to[f"{side}.shank"] = thigh + q[f"{side}.knee"]
        at[f"{side}.ankle"] = add(at[f"{side}.knee"], vec(shank, self.length(side, "shank")))
        level = self._flat.get(side, 0.0)
        if level > 0:
            q[f"{side}.ankle"] = lerp(self._asked[f"{side}.ankle"], wrap(shank - 180), level)
        to[f"{side}.foot"] = shank - 90 - q[f"{side}.ankle"]
        for name, (x, y) in body.FOOT_POINTS.items():
            if name != "ankle":
                at[f"{side}.{name}"] = self.foot(side, x, y)

    def _upper_arm(self, side: str) -> None:
        raised = self.angles[f"{side}.shoulder"]
        thorax = self.toward["thorax"]
        forward = 2 + 20 * math.sin(math.radians(clamp(raised, 0, 170)))
        up = 16 * max(0.0, raised - 90) / 90 + self.breath * 1.5
        p = frame(self.points["t12"], thorax, body.THORAX * body.SHOULDER_UP + up, forward)
        self.points[f"{side}.shoulder"] = add(p, _FAR[side][1])
        self.toward[f"{side}.upper-arm"] = thorax + 180 - raised

    def finish_arm(self, side: str) -> None:
        """Everything below the shoulder, from the upper arm's direction on."""
        q, at, to = self.angles, self.points, self.toward
        upper = to[f"{side}.upper-arm"]
        elbow = add(at[f"{side}.shoulder"], vec(upper, self.length(side, "upper-arm")))
        at[f"{side}.elbow"] = elbow
        fore = to[f"{side}.forearm"] = upper - q[f"{side}.elbow"]
        at[f"{side}.wrist"] = add(elbow, vec(fore, self.length(side, "forearm")))
        hand = to[f"{side}.hand"] = fore - q[f"{side}.wrist"]
        at[f"{side}.palm"] = add(at[f"{side}.wrist"], vec(hand, body.HAND * 0.38))
        at[f"{side}.tip"] = add(at[f"{side}.wrist"], vec(hand, body.HAND * 0.95))
