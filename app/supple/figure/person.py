"""A whole person from the side, painted from the back to the front."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QPainter

from supple.figure.arms import paint_arm, paint_sleeve
from supple.figure.heads import paint_head
from supple.figure.legs import paint_leg
from supple.figure.palette import Palette
from supple.figure.rig import Skeleton
from supple.figure.trunk import Trunk

Extra = Callable[[], None]
BACK_TO_FRONT = ("far-arm", "far-leg", "head", "hips", "near-leg", "shirt", "near-arm")


@dataclass(frozen=True, slots=True)
class Look:
    """How a person is painted."""

    colours: Palette
    hair: int = 0
    hands: tuple[str, str] = ("relaxed", "relaxed")
    muscle: str = ""
    """Such as ``near.hamstring``."""
    strength: float = 0.0
    far_arm_over_leg: bool = False
    after: Mapping[str, Extra] = field(default_factory=dict)
    """What is painted right after a layer."""


def paint_person(
    p: QPainter, s: Skeleton, look: Look, layers: tuple[str, ...] = BACK_TO_FRONT
) -> None:
    """The person; ``layers`` restricts it to some of its layers."""
    owner, _, muscle = look.muscle.partition(".")
    c = look.colours
    trunk = Trunk(s)
    glowing = {side: (muscle if owner == side else "") for side in ("near", "far", "body")}

    def arm(side: str) -> None:
        paint_arm(p, s, side, c, look.hands[0 if side == "near" else 1])
        shoulder = look.strength if glowing[side] == "shoulder" else 0.0
        paint_sleeve(p, s, side, c, trunk.shirt if side == "near" else None, shoulder)

    painters: dict[str, Extra] = {
        "far-arm": lambda: arm("far"),
        "far-leg": lambda: paint_leg(p, s, "far", c, glowing["far"], look.strength),
        "head": lambda: paint_head(p, s, c, look.hair),
        "hips": lambda: trunk.paint_hips(p, c),
        "near-leg": lambda: paint_leg(p, s, "near", c, glowing["near"], look.strength),
        "shirt": lambda: trunk.paint_shirt(p, c, glowing["body"], look.strength),
        "near-arm": lambda: arm("near"),
    }
    order = list(layers)
    if look.far_arm_over_leg and "far-arm" in order and "far-leg" in order:
        order.remove("far-arm")
        order.insert(order.index("far-leg") + 1, "far-arm")
    for layer in order:
        painters[layer]()
        if layer in look.after:
            look.after[layer]()
