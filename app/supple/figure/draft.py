"""A figure in the making: two postures, the things around them, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from supple.figure.bases import Base
from supple.figure.drawing import Drawing, Prop, ViewFrom
from supple.figure.geometry import clamp
from supple.figure.holds import foot_pin, hand_pin, standing
from supple.figure.pose import SIDES, OnLimb, OnStrap, Pin, Pose
from supple.figure.posture import Posture, Room, arm_to, built, span
from supple.figure.rig import Skeleton
from supple.figure.scene import solve_scene

MOST_PROPS: Final = ("mat", "chair", "wall")
"""What can be put around a figure of one's own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything a person chooses in the editor."""

    start: Posture
    stretched: Posture
    props: tuple[Prop, ...] = ()
    strap: str = ""
    """The side whose foot is in the strap; "" for none."""
    glow: str = ""
    arrow: bool = True
    """Whether an arrow shows the way into the stretch."""
    far_arm_over_leg: bool = False

    @property
    def around(self) -> Room:
        """What is around the body."""
        return Room(self.props, self.strap)

    def posture(self, stretched: bool) -> Posture:
        """One of the two."""
        return self.stretched if stretched else self.start

    def with_posture(self, stretched: bool, posture: Posture) -> Draft:
        """With one of the two changed."""
        if stretched:
            return replace(self, stretched=posture)
        return replace(self, start=posture)


def from_base(base: Base) -> Draft:
    """Both postures as the base has them."""
    return Draft(base.posture, base.posture, base.props)


def can_be_drawn_on(drawing: Drawing) -> bool:
    """Whether it looks the same here: from the side, one person, nothing foreshortened."""
    plain = drawing.view is ViewFrom.SIDE and drawing.partner is None and not drawing.cycle
    joints = {**drawing.start.joints, **drawing.stretched.joints}
    return plain and not any(name.endswith("-length") for name in joints)


def from_drawing(drawing: Drawing) -> Draft:
    """The draft that looks like a drawing; a second person and a cycle are left out.

    Raises ValueError for one that is not seen from the side.
    """
    if drawing.view is not ViewFrom.SIDE:
        raise ValueError(f"{drawing.id} is not seen from the side")
    return Draft(
        _posture(drawing, drawing.start, 0.0),
        _posture(drawing, drawing.stretched, 1.0),
        drawing.props,
        drawing.strap,
        drawing.glow,
        bool(drawing.trails),
        drawing.far_arm_over_leg,
    )


def _posture(drawing: Drawing, pose: Pose, phase: float) -> Posture:
    solved = solve_scene(drawing, phase).main
    assert solved is not None  # seen from the side
    root = solved.points["root"]
    angles = {name: clamp(value, *span(name)) for name, value in solved.angles.items()}
    s = built(Posture({**angles, "pelvis": solved.angles["pelvis"]}, root))
    for side in SIDES:
        # The shoulder moves with the arm; a pinned arm was solved from where it had been.
        if f"{side}.arm" in pose.pins:
            arm_to(s, side, solved.points[f"{side}.palm"], solved.toward[f"{side}.hand"])
    held = {limb: _hold(pin, s, limb) for limb, pin in pose.pins.items()}
    return standing(Posture(dict(s.angles), root, held))


def _hold(pin: Pin, s: Skeleton, limb: str) -> Pin:
    """What a pinned limb holds on to, from where it is."""
    side, _, kind = limb.partition(".")
    on = pin.target.limb if isinstance(pin.target, OnLimb) else ""
    if kind == "leg":
        return foot_pin(s, side, on)
    return Pin(pin.target) if isinstance(pin.target, OnStrap) else hand_pin(s, side, on)
