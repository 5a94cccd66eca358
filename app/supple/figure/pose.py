"""Poses as values: joint angles, what the body rests on, what hands and feet hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from supple.figure.geometry import Point

SIDES: Final = ("near", "far")
LIMBS: Final = ("near.leg", "far.leg", "near.arm", "far.arm")

_TRUNK: Final = {"pelvis": 0.0, "lumbar": 0.0, "thorax": 0.0, "neck": 11.0, "head": -9.0}
_LIMB: Final = {
    "hip": 0.0,
    "knee": 2.0,
    "ankle": 0.0,
    "toes": 0.0,
    "shoulder": 4.0,
    "elbow": 12.0,
    "wrist": 4.0,
    "thigh-length": 1.0,
    "shank-length": 1.0,
    "upper-arm-length": 1.0,
    "forearm-length": 1.0,
}
REST: Final[Mapping[str, float]] = MappingProxyType(
    {**_TRUNK, **{f"{side}.{name}": value for side in SIDES for name, value in _LIMB.items()}}
)
"""Every joint of the side view with its resting value: degrees, or a share of the length."""


@dataclass(frozen=True, slots=True)
class At:
    """A fixed place in the scene; y up, floor 0."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class OnLimb:
    """A place on a limb: ``along`` 0..1 of the bone, ``off`` to its back (+) or front (-)."""

    limb: str
    """``near.thigh``, ``near.shank`` ..., or ``main.near.thigh`` seen from the partner."""
    along: float
    off: float


@dataclass(frozen=True, slots=True)
class OnStrap:
    """On the taut strap, ``away`` from the chest towards the foot."""

    away: float


Target = At | OnLimb | OnStrap


@dataclass(frozen=True, slots=True)
class Pin:
    """One hand or foot that stays where it is put."""

    target: Target
    point: str = "palm"
    """Which place of the foot (see ``body.FOOT_POINTS``), or ``palm``."""
    toward: float | None = None
    """World direction of the toes or fingers, in degrees; None leaves it to the limb."""
    flat: bool = False
    """For hands: laid along the limb it rests on."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The part of the body that stands still in the scene."""

    part: str = "root"
    at: Point = (0.0, 0.0)
    """y up, floor 0."""


@dataclass(frozen=True, slots=True)
class Pose:
    """One named posture."""

    joints: Mapping[str, float] = field(default_factory=dict)
    anchor: Anchor = field(default_factory=Anchor)
    flat: frozenset[str] = frozenset()
    """Sides whose sole lies flat on the floor whatever the leg does."""
    pins: Mapping[str, Pin] = field(default_factory=dict)
    slack: float = 0.0
    """How much longer the strap is than the way it spans."""
    stretch: float = 0.0
    """0..1, how far the muscle is stretched in this pose."""


def swapped(pose: Pose) -> Pose:
    """The same posture with near and far exchanged."""
    return Pose(
        joints={_other(k): v for k, v in pose.joints.items()},
        anchor=Anchor(_other(pose.anchor.part), pose.anchor.at),
        flat=frozenset(_other(s) for s in pose.flat),
        pins={_other(k): _swap_pin(v) for k, v in pose.pins.items()},
        slack=pose.slack,
        stretch=pose.stretch,
    )


def _swap_pin(pin: Pin) -> Pin:
    target = pin.target
    if isinstance(target, OnLimb):
        target = OnLimb(_other(target.limb), target.along, target.off)
    return Pin(target, pin.point, pin.toward, pin.flat)


def _other(name: str) -> str:
    side, dot, rest = name.partition(".")
    swap = {"near": "far", "far": "near"}
    return swap.get(side, side) + dot + rest


Mix = tuple[tuple[Pose, float], ...]
"""Poses with their shares, which add up to 1."""


def joint(mix: Mix, name: str) -> float:
    """The mixed value of one joint."""
    rest = REST[name]
    return sum(pose.joints.get(name, rest) * share for pose, share in mix)
