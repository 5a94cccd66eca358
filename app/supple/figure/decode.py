"""From a parsed figure file to a ``Drawing``, or to every problem found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from supple.core.format_findings import Findings, Locate
from supple.core.problem import ProblemsFound
from supple.figure.drawing import Drawing, Frame, Partner, Prop, Trail, ViewFrom
from supple.figure.fields import Fields
from supple.figure.frontrig import FRONT_ALLOWED, FRONT_PARTS
from supple.figure.limits import ALLOWED
from supple.figure.pose import Pose
from supple.figure.posefields import OTHER_LIMBS, OWN_LIMBS, Known, read_poses
from supple.figure.rig import Skeleton

FORMAT: Final = 1
HANDS: Final = ("flat", "relaxed", "grip", "fist", "open")
MUSCLES: Final = (
    "near.hamstring",
    "near.calf",
    "near.hip-flexor",
    "near.quadriceps",
    "near.glute",
    "near.shoulder",
    "both.hamstring",
    "body.low-back",
    "body.chest",
)
PROPS: Final = ("mat", "chair", "office-chair", "wall", "wall-behind", "corner")
_SIDE: Final = Known(ALLOWED, frozenset(Skeleton({}).points), OWN_LIMBS)
_PARTNER: Final = replace(_SIDE, on=(*OWN_LIMBS, *OTHER_LIMBS))
_FRONT: Final = Known(FRONT_ALLOWED, frozenset(FRONT_PARTS))


def decode(document: Any, locate: Locate | None = None) -> Drawing:
    """Read one figure; ``locate`` gives problems their line and column.

    Raises ``ProblemsFound`` with every problem, each with its path.
    """
    findings = Findings(locate)
    drawing = _drawing(Fields(document, (), findings))
    problems = findings.problems()
    if problems or drawing is None:
        raise ProblemsFound(problems)
    return drawing


def _drawing(f: Fields) -> Drawing | None:
    if not f.ok:
        return None
    f.raw("$schema")
    if f.number("format") != FORMAT:
        f.wrong("format", "This format is not known.", f"Use {FORMAT}.")
    view = ViewFrom(f.choice("view", tuple(ViewFrom), ViewFrom.SIDE))
    strap = f.choice("strap", ("", "near", "far"), "")
    known = replace(_SIDE, strap=bool(strap)) if view is ViewFrom.SIDE else _FRONT
    poses = read_poses(f.child("poses"), known)
    for name in ("start", "stretched"):
        if name not in poses:
            f.wrong("poses", f"The pose “{name}” is missing.", f"Add a pose called “{name}”.")
    drawing = Drawing(
        id=f.text("id"),
        description=f.text("description"),
        start=poses.get("start", Pose()),
        stretched=poses.get("stretched", Pose()),
        box=_box(f),
        view=view,
        by=poses.get(f.choice("by", ("", *poses), "")),
        cycle=_cycle(f, poses),
        even=f.flag("even"),
        props=tuple(read_prop(p) for p in f.items("props")),
        strap=strap,
        hands=_hands(f),
        far_arm_over_leg=f.flag("far-arm-over-leg"),
        glow=f.choice("glow", ("", *MUSCLES), ""),
        trails=_trails(f, known),
        partner=_partner(f),
    )
    f.done()
    return drawing


def _box(f: Fields) -> tuple[float, float, float, float]:
    left, bottom, right, top = f.numbers("box", 4)
    if left >= right or bottom >= top:
        f.wrong("box", "The box is empty.", "Write [left, bottom, right, top].")
    return (left, bottom, right, top)


def _hands(f: Fields) -> tuple[str, str]:
    if "hands" not in f:
        return ("relaxed", "relaxed")
    inner = f.child("hands")
    pair = (inner.choice("near", HANDS, "relaxed"), inner.choice("far", HANDS, "relaxed"))
    inner.done()
    return pair


def read_prop(f: Fields) -> Prop:
    kind = f.choice("kind", PROPS, "mat")
    if kind == "mat":
        prop = Prop(kind, f.number("from"), f.number("to"))
    else:
        facing = int(f.number("facing", 1, -1, 1))
        prop = Prop(kind, f.number("x", 0.0), y=f.number("y", 0.0), facing=facing or 1)
    f.done()
    return prop


def _trails(f: Fields, known: Known) -> tuple[Trail, ...]:
    trails: list[Trail] = []
    for item in f.items("trails"):
        shift = item.pair("shift", (0.0, 0.0))
        of = item.choice("of", known.parts, "root")
        trails.append(Trail(of, item.number("off", 50), shift, item.flag("cycle")))
        item.done()
    return tuple(trails)


def _cycle(f: Fields, poses: Mapping[str, Pose]) -> tuple[Frame, ...]:
    frames: list[Frame] = []
    for item in f.items("cycle"):
        at = item.number("at", None, 0, 1)
        name = item.choice("pose", tuple(poses), "start")
        item.done()
        if frames and at <= frames[-1].at:
            item.wrong("at", "The frames are out of order.", "Sort them by “at”, each one later.")
        if name in poses:
            frames.append(Frame(at, poses[name]))
    return tuple(frames)


def _partner(f: Fields) -> Partner | None:
    if "partner" not in f:
        return None
    inner = f.child("partner")
    x = inner.number("x")
    poses = read_poses(inner.child("poses"), _PARTNER)
    inner.done()
    if "start" not in poses or "stretched" not in poses:
        inner.wrong("poses", "A pose is missing.", "Give “start” and “stretched”.")
        return None
    return Partner(x, poses["start"], poses["stretched"])
