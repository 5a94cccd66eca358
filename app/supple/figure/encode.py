"""From a ``Drawing`` to the document of a figure file: the way back of ``decode``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from supple.figure.drawing import Drawing, Frame, Partner, Prop, Trail, ViewFrom
from supple.figure.pose import Anchor, At, OnLimb, Pin, Pose

Json = dict[str, Any]
FORMAT: Final = 1
_RELAXED: Final = ("relaxed", "relaxed")


def encode(drawing: Drawing) -> Json:
    """The document that ``decode`` reads back as an equal drawing."""
    names = _Names(drawing)
    document: Json = {"format": FORMAT, "id": drawing.id, "description": drawing.description}
    if drawing.view is not ViewFrom.SIDE:
        document["view"] = drawing.view.value
    document["box"] = [_plain(v) for v in drawing.box]
    document |= _filled(
        {
            "props": [prop_values(p) for p in drawing.props],
            "strap": drawing.strap,
            "hands": _hands(drawing.hands),
            "far-arm-over-leg": drawing.far_arm_over_leg,
            "glow": drawing.glow,
            "trails": [_trail(t) for t in drawing.trails],
            "by": "" if drawing.by is None else names.of(drawing.by),
            "cycle": [_frame(f, names) for f in drawing.cycle],
            "even": drawing.even,
        }
    )
    document["poses"] = {name: _pose(pose, name) for name, pose in names.poses.items()}
    if drawing.partner is not None:
        document["partner"] = _partner(drawing.partner)
    return document


def _filled(document: Json) -> Json:
    """Only what says something."""
    return {key: value for key, value in document.items() if value}


def _hands(hands: tuple[str, str]) -> Json:
    return {} if hands == _RELAXED else {"near": hands[0], "far": hands[1]}


def to_json(drawing: Drawing) -> bytes:
    """The file's bytes, written for people to read."""
    return (json.dumps(encode(drawing), indent=2, ensure_ascii=False) + "\n").encode()


class _Names:
    """A name for every pose of a drawing."""

    def __init__(self, drawing: Drawing) -> None:
        self.poses: dict[str, Pose] = {"start": drawing.start, "stretched": drawing.stretched}
        others = [frame.pose for frame in drawing.cycle]
        if drawing.by is not None:
            others.insert(0, drawing.by)
        for pose in others:
            if self._find(pose) is None:
                self.poses[f"other-{len(self.poses) - 1}"] = pose

    def of(self, pose: Pose) -> str:
        name = self._find(pose)
        assert name is not None  # every pose was given one
        return name

    def _find(self, pose: Pose) -> str | None:
        return next((name for name, known in self.poses.items() if known is pose), None)


def _pose(pose: Pose, name: str) -> Json:
    document: Json = {"joints": _joints(pose.joints)}
    if pose.anchor != Anchor():
        place = [_plain(v) for v in pose.anchor.at]
        document["anchor"] = {"part": pose.anchor.part, "at": place}
    if pose.flat:
        document["flat"] = sorted(pose.flat, reverse=True)
    if pose.pins:
        document["pins"] = {limb: pin_values(pin, limb) for limb, pin in pose.pins.items()}
    if pose.slack:
        document["slack"] = _plain(pose.slack)
    if pose.stretch != (1.0 if name == "stretched" else 0.0):
        document["stretch"] = _plain(pose.stretch)
    return document


def _joints(joints: Mapping[str, float]) -> Json:
    """Joint values; ``both.hip`` where near and far agree."""
    document: Json = {}
    for name, value in joints.items():
        side, _, part = name.partition(".")
        other = joints.get({"near": f"far.{part}", "far": f"near.{part}"}.get(side, ""))
        key = f"both.{part}" if part and other == value else name
        document[key] = _plain(value)
    return document


def pin_values(pin: Pin, limb: str) -> Json:
    document: Json = {}
    if isinstance(pin.target, At):
        document["at"] = [_plain(pin.target.x), _plain(pin.target.y)]
    elif isinstance(pin.target, OnLimb):
        on = pin.target
        document["on"] = {"limb": on.limb, "along": _plain(on.along), "off": _plain(on.off)}
    else:
        document["strap"] = _plain(pin.target.away)
    if limb.endswith("leg"):
        document["point"] = pin.point
    if pin.toward is not None:
        document["toward"] = _plain(pin.toward)
    if pin.flat:
        document["flat"] = True
    return document


def prop_values(prop: Prop) -> Json:
    if prop.kind == "mat":
        return {"kind": "mat", "from": _plain(prop.x), "to": _plain(prop.to)}
    document: Json = {"kind": prop.kind, "x": _plain(prop.x)}
    if prop.y:
        document["y"] = _plain(prop.y)
    if prop.facing != 1:
        document["facing"] = prop.facing
    return document


def _trail(trail: Trail) -> Json:
    document: Json = {"of": trail.of, "off": _plain(trail.off)}
    if trail.shift != (0.0, 0.0):
        document["shift"] = [_plain(v) for v in trail.shift]
    if trail.cycle:
        document["cycle"] = True
    return document


def _frame(frame: Frame, names: _Names) -> Json:
    return {"at": _plain(frame.at), "pose": names.of(frame.pose)}


def _partner(partner: Partner) -> Json:
    poses = {"start": partner.start, "stretched": partner.stretched}
    return {"x": _plain(partner.x), "poses": {k: _pose(v, k) for k, v in poses.items()}}


def _plain(value: float) -> float:
    """Whole numbers without a point."""
    return int(value) if value == int(value) else value
