"""The poses of a figure file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from supple.figure.body import FOOT_POINTS
from supple.figure.fields import Fields
from supple.figure.pose import LIMBS, SIDES, Anchor, At, OnLimb, OnStrap, Pin, Pose, swapped
from supple.figure.rig import BONES

OWN_LIMBS: Final = tuple(f"{side}.{bone}" for side in SIDES for bone in BONES)
OTHER_LIMBS: Final = tuple(f"main.{bone}" for bone in OWN_LIMBS)
"""The main person's limbs as the partner's file names them."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names a figure file may use."""

    joints: Mapping[str, tuple[float, float]]
    parts: Collection[str]
    on: Collection[str] = ()
    """Limbs a hand or foot may rest on."""
    strap: bool = False
    """Whether there is a strap to hold."""


def read_poses(f: Fields, known: Known) -> dict[str, Pose]:
    """Every named pose; one may build ``from`` another that stands before it."""
    poses: dict[str, Pose] = {}
    for name in f.names():
        poses[name] = _pose(f.child(name), poses, known, 1.0 if name == "stretched" else None)
    return poses


def _pose(f: Fields, before: Mapping[str, Pose], known: Known, stretch: float | None) -> Pose:
    base = Pose()
    if "from" in f:
        base = before.get(f.choice("from", tuple(before), ""), base)
    if f.flag("swap"):
        base = swapped(base)
    joints = {**base.joints, **_joints(f, known)}
    pose = replace(
        base,
        joints=joints,
        anchor=_anchor(f, known) if "anchor" in f else base.anchor,
        flat=_flat(f) if "flat" in f else base.flat,
        pins=_pins(f, base.pins, known),
        slack=f.number("slack", base.slack, 0, 300),
        stretch=f.number("stretch", base.stretch if stretch is None else stretch, 0, 1),
    )
    f.done()
    return pose


def _joints(f: Fields, known: Known) -> dict[str, float]:
    """Joint values; ``both.hip`` stands for ``near.hip`` and ``far.hip``."""
    names = dict(known.joints)
    for name, span in known.joints.items():
        side, _, part = name.partition(".")
        if side == "near":
            names[f"both.{part}"] = span
    found = f.table("joints", names)
    result: dict[str, float] = {}
    for name, value in found.items():
        side, _, part = name.partition(".")
        if side == "both":
            result |= {f"{s}.{part}": value for s in SIDES}
        else:
            result[name] = value
    return result


def _anchor(f: Fields, known: Known) -> Anchor:
    inner = f.child("anchor")
    anchor = Anchor(inner.choice("part", known.parts, "root"), inner.pair("at"))
    inner.done()
    return anchor


def _flat(f: Fields) -> frozenset[str]:
    sides = f.listed("flat")
    if any(side not in SIDES for side in sides):
        f.wrong("flat", "There is something else than sides here.", "Use “near” and “far”.")
    return frozenset(s for s in sides if s in SIDES)


def _pins(f: Fields, base: Mapping[str, Pin], known: Known) -> dict[str, Pin]:
    pins = dict(base)
    if "pins" not in f:
        return pins
    inner = f.child("pins")
    for limb in inner.names():
        if limb not in LIMBS:
            inner.wrong(limb, f"“{limb}” cannot be pinned.", f"Use one of: {', '.join(LIMBS)}.")
        elif inner.raw(limb) is None:
            pins.pop(limb, None)
        else:
            pins[limb] = read_pin(inner.child(limb), limb.endswith("leg"), known)
    return pins


def read_pin(f: Fields, leg: bool, known: Known) -> Pin:
    target = _target(f, known)
    point = f.choice("point", tuple(FOOT_POINTS), "sole") if leg else "palm"
    toward = f.number("toward", None, -360, 360) if "toward" in f else None
    pin = Pin(target, point, toward, f.flag("flat"))
    f.done()
    return pin


def _target(f: Fields, known: Known) -> At | OnLimb | OnStrap:
    given = [key for key in ("at", "on", "strap") if key in f]
    if len(given) != 1:
        f.wrong("", "A pin needs one place.", "Give “at”, “on” or “strap”.")
        return At(0, 0)
    if given[0] == "strap":
        if not known.strap:
            f.wrong("strap", "There is no strap to hold.", "Say whose foot it goes round: “strap”.")
        return OnStrap(f.number("strap", None, 0, 600))
    if given[0] == "at":
        return At(*f.pair("at"))
    inner = f.child("on")
    limb = inner.choice("limb", known.on, "near.thigh")
    target = OnLimb(limb, inner.number("along", None, -0.5, 1.5), inner.number("off", 0.0))
    inner.done()
    return target
