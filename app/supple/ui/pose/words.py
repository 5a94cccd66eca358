"""What the pose editor says: names of handles, and what cannot be held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from supple.figure.draft import Draft
from supple.figure.furnishing import rests_on
from supple.figure.geometry import Point, add, distance, sub
from supple.figure.pose import SIDES, At, OnLimb, Pin
from supple.figure.posing import HANDLES, value
from supple.figure.posture import Posture, built, missed
from supple.figure.rig import Skeleton

NAMES: Final[Mapping[str, str]] = {
    h: h.replace(".", " ").capitalize() for h in (*HANDLES, "chair", "wall")
}
"""What each handle is called."""
START, STRETCHED = "start", "stretched"
HINT = "Drag the round handles. Feet stand and hands take hold where you let them go."
NEXT = "Start and stretched are the same. Choose Stretched, and drag to where the stretch ends."
GLOWS: Final = (
    ("", "Nothing lights up"),
    ("near.hamstring", "Back of the thigh"),
    ("near.calf", "Calf"),
    ("near.hip-flexor", "Front of the hip"),
    ("near.quadriceps", "Front of the thigh"),
    ("near.glute", "Buttock"),
    ("near.shoulder", "Shoulder"),
    ("body.low-back", "Low back"),
    ("body.chest", "Chest"),
)
"""What can light up, and what it is called."""
MIRRORED: Final = "Drawn for the right side. The left is its mirror image."
CHAIRS: Final = (("", "No chair"), ("1", "Chair, facing right"), ("-1", "Chair, facing left"))


def read_out(posture: Posture, handle: str) -> str:
    """A handle and where it is: "Near knee, 35 degrees"."""
    degrees = round(value(posture, handle))
    unit = "degree" if abs(degrees) == 1 else "degrees"
    return f"{NAMES[handle]}{_rests(posture, handle)}, {degrees} {unit}"


def label(posture: Posture, handle: str) -> str:
    """The same, short, for the picture; degrees only where a joint is seen to bend."""
    if handle.partition(".")[2] in ("hand", "foot") or handle in ("head", "hips"):
        return f"{NAMES[handle]}{_rests(posture, handle)}"
    return f"{NAMES[handle]} {round(value(posture, handle))}°"


def _rests(posture: Posture, handle: str) -> str:
    """On which leg a hand or foot rests, and goes along with it; "" for none."""
    side, _, part = handle.partition(".")
    pin = posture.holds.get(f"{side}.{'leg' if part == 'foot' else 'arm'}")
    if part not in ("hand", "foot") or pin is None or not isinstance(pin.target, OnLimb):
        return ""
    return f", on {_limb(pin.target)}"


def complaints(draft: Draft) -> list[str]:
    """What cannot be held, each in a sentence; the pose that is meant first."""
    said = []
    for name, posture in (("Start", draft.start), ("Stretched", draft.stretched)):
        s = built(posture)
        for limb in missed(s, posture, draft.around):
            side, _, kind = limb.partition(".")
            what = f"The {side} {'hand' if kind == 'arm' else 'foot'}"
            place = _held(posture.holds[limb], draft, s)
            said.append(f"{name}: {what[0].lower()}{what[1:]} does not reach {place}.")
    return said


def held_back(posture: Posture, to: Point) -> str:
    """Why the hips do not come to ``to``: the feet that stand; "" where none does."""
    s = built(posture)
    off = sub(to, s.points["root"])
    held = [side for side in SIDES if f"{side}.leg" in posture.holds]
    tight = [side for side in held if _out_of_reach(s, side, off)] or held
    if not tight:
        return ""
    if len(tight) > 1:
        return "Both feet stand and keep the hips here. Drag a foot to its place first."
    return f"The {tight[0]} foot stands and keeps the hips here. Drag it to its place first."


def _out_of_reach(s: Skeleton, side: str, off: Point) -> bool:
    """Whether the hips, moved by ``off``, would be too far from the foot."""
    hip = add(s.points[f"{side}.hip"], off)
    longest = s.length(side, "thigh") + s.length(side, "shank")
    return distance(hip, s.points[f"{side}.ankle"]) > longest


def guide(draft: Draft) -> str:
    """What to do next, when nothing is wrong."""
    return NEXT if draft.start == draft.stretched else HINT


def _held(pin: Pin, draft: Draft, s: Skeleton) -> str:
    """What a limb holds on to, in words."""
    target = pin.target
    if isinstance(target, OnLimb):
        return _limb(target)
    if not isinstance(target, At):
        return "the strap"
    for prop in draft.props:
        if rests_on(pin, prop):
            return "the wall" if prop.kind == "wall" else "the chair"
    return "the floor" if target.y < 60 else "its place"


def _limb(target: OnLimb) -> str:
    side, _, bone = target.limb.partition(".")
    part = {"thigh": "thigh", "shank": "shin", "foot": "foot"}.get(bone, bone)
    if bone == "shank" and target.off > 0:
        part = "calf"
    return f"the {side} {part}"
