"""Postures to begin a figure of one's own with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from supple.figure.drawing import Prop
from supple.figure.holds import foot_pin, hand_pin, standing
from supple.figure.pose import SIDES, At, OnLimb, Pin
from supple.figure.posture import Posture, Room, arm_to, built, resting, settled


@dataclass(frozen=True, slots=True)
class Base:
    """One way to begin."""

    name: str
    posture: Posture
    props: tuple[Prop, ...] = ()


_MAT: Final = Prop("mat", -500, 500)


def _both(**joints: float) -> dict[str, float]:
    return {f"{s}.{name.replace('_', '-')}": value for s in SIDES for name, value in joints.items()}


def _standing() -> Posture:
    legs = _both(hip=7, knee=10, ankle=4, shoulder=6, elbow=14)
    s = built(resting({"pelvis": 3, "lumbar": 1, "thorax": 2, **legs}, (0, 0)))
    low = s.points["near.sole"][1]
    posture = resting({"pelvis": 3, "lumbar": 1, "thorax": 2, **legs}, (0, -low))
    return _planted(posture, {"near": (0.0, 40.0), "far": (30.0, 50.0)})


def _planted(posture: Posture, ankles: dict[str, tuple[float, float]]) -> Posture:
    """Both feet flat on the floor, the ankles there; y up."""
    holds = {f"{s}.leg": Pin(At(*at), "ankle", 90.0) for s, at in ankles.items()}
    return settled(Posture(posture.angles, posture.root, holds), Room())


def _sitting() -> Posture:
    posture = resting(
        {
            "pelvis": -2,
            "lumbar": 3,
            "thorax": 2,
            **_both(hip=80, knee=80, shoulder=20, elbow=45),
        },
        (0, -344),
    )
    planted = _planted(posture, {"near": (190.0, 41.0), "far": (212.0, 50.0)})
    return _hands_on(planted, 0.62)


def _hands_on(posture: Posture, along: float) -> Posture:
    """Both hands flat on the own thighs."""
    holds = dict(posture.holds)
    for side, more in (("near", 0.0), ("far", 0.05)):
        on = OnLimb(f"{side}.thigh", along + more, -50)
        holds[f"{side}.arm"] = Pin(on, toward=0.0, flat=True)
    return settled(Posture(posture.angles, posture.root, holds), Room())


def _long_sitting() -> Posture:
    posture = resting(
        {
            "pelvis": -4,
            "lumbar": 4,
            "thorax": 4,
            **_both(hip=88, knee=4, shoulder=25, elbow=30),
        },
        (0, -82),
    )
    return _hands_on(standing(posture), 0.6)


def _lying() -> Posture:
    joints = {"pelvis": -91.0, "lumbar": 2.0, "thorax": 1.0, "neck": 2.0, "head": 4.0}
    joints |= _both(hip=-2, knee=3, ankle=-8, shoulder=-14, elbow=8, wrist=0)
    return standing(resting(joints, (0, -78)))


def _half_kneeling() -> Posture:
    joints = {"pelvis": 3.0, "lumbar": 2.0, "thorax": 2.0, **_both(shoulder=30, elbow=40)}
    joints |= {"near.hip": 6, "near.knee": 101, "near.ankle": 0, "near.toes": 62}
    joints |= {"far.hip": 86, "far.knee": 88}
    posture = resting(joints, (-14, -298))
    s = built(posture)
    holds = {
        "near.leg": foot_pin(s, "near"),
        "far.leg": Pin(At(350.0, 50.0), "ankle", 90.0),
        "near.arm": Pin(OnLimb("far.thigh", 0.7, -55), toward=0.0, flat=True),
        "far.arm": Pin(OnLimb("far.thigh", 0.78, -50), toward=0.0, flat=True),
    }
    return settled(Posture(posture.angles, posture.root, holds), Room())


def _all_fours() -> Posture:
    joints = {"pelvis": 80.0, "lumbar": 1.0, "thorax": 1.0, "neck": -12.0, "head": -8.0}
    joints |= _both(hip=80, knee=88, ankle=-50, shoulder=86, elbow=4, wrist=-80)
    posture = resting(joints, (0, -297))
    s = built(posture)
    for side in SIDES:
        x, _ = s.points[f"{side}.shoulder"]
        arm_to(s, side, (x + 20, -9), 90.0)
    holds = {f"{side}.arm": hand_pin(s, side) for side in SIDES}
    return standing(Posture(dict(s.angles), posture.root, holds))


def bases() -> tuple[Base, ...]:
    """Every way to begin, seen from the side."""
    return (
        Base("Standing", _standing()),
        Base("Sitting on a chair", _sitting(), (Prop("chair", -75),)),
        Base("Sitting on the floor", _long_sitting(), (_MAT,)),
        Base("Lying on the back", _lying(), (_MAT,)),
        Base("Kneeling on one knee", _half_kneeling(), (_MAT,)),
        Base("On hands and knees", _all_fours(), (_MAT,)),
    )
