"""How far joints of a living body go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from supple.figure.pose import REST, SIDES

_TRUNK: Final = {
    "lumbar": (-20.0, 45.0),
    "thorax": (-15.0, 40.0),
    "neck": (-30.0, 60.0),
    "head": (-45.0, 40.0),
}
_LIMB: Final = {
    "hip": (-30.0, 135.0),
    "knee": (0.0, 150.0),
    "ankle": (-55.0, 35.0),
    "toes": (-15.0, 65.0),
    "shoulder": (-60.0, 185.0),
    "elbow": (0.0, 150.0),
    "wrist": (-80.0, 90.0),
}
JOINTS: Final[Mapping[str, tuple[float, float]]] = {
    **_TRUNK,
    **{f"{side}.{name}": span for side in SIDES for name, span in _LIMB.items()},
}
"""Least and most of every joint, in degrees, flexion positive."""

_LENGTH: Final = (0.4, 1.1)


def allowed(name: str) -> tuple[float, float]:
    """What a figure file may say for ``name``."""
    if name.endswith("-length"):
        return _LENGTH
    return JOINTS.get(name, (-180.0, 180.0))


ALLOWED: Final[Mapping[str, tuple[float, float]]] = {name: allowed(name) for name in REST}


def beyond(angles: Mapping[str, float]) -> dict[str, float]:
    """Joints past their limit, with how many degrees. Foreshortened limbs are exempt."""
    found = {}
    for name, (least, most) in JOINTS.items():
        side, _, part = name.partition(".")
        if part and _foreshortened(angles, side, part):
            continue
        over = max(least - angles[name], angles[name] - most)
        if over > 0:
            found[name] = over
    return found


def _foreshortened(angles: Mapping[str, float], side: str, part: str) -> bool:
    arm = part in ("shoulder", "elbow", "wrist")
    bones = ("upper-arm", "forearm") if arm else ("thigh", "shank")
    return any(angles[f"{side}.{bone}-length"] != 1 for bone in bones)
