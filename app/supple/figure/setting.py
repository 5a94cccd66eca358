"""What a drawn figure says of how its stretch is done: the position, and the things it takes."""

from __future__ import annotations

from typing import Final

from supple.core.routine import Position
from supple.figure.draft import from_drawing
from supple.figure.drawing import Drawing, ViewFrom

_FLOORED: Final = 130.0
_UPRIGHT: Final = 420.0
"""Heights of the hip, in thousandths of the body's."""
_SLANT: Final = 45.0
"""Degrees from which on the pelvis lies rather than stands."""
_CHAIRS: Final = ("chair", "office-chair")
_THINGS: Final = {
    "mat": "mat",
    "chair": "chair",
    "office-chair": "office-chair",
    "wall": "wall",
    "wall-behind": "wall",
    "corner": "wall",
}


def position_of(drawing: Drawing) -> Position | None:
    """How the body is placed at the start; None for a figure that is not seen from the side."""
    if drawing.view is not ViewFrom.SIDE:
        return None
    start = from_drawing(drawing).start
    high, slanted = -start.root[1], abs(start.angles["pelvis"]) > _SLANT
    if high < _FLOORED:
        return Position.LYING if slanted else Position.FLOOR
    if high > _UPRIGHT:
        return Position.STANDING
    if slanted:
        return Position.FLOOR
    chair = any(prop.kind in _CHAIRS for prop in drawing.props)
    return Position.SEATED if chair else Position.HALF_KNEELING


def equipment_of(drawing: Drawing) -> tuple[str, ...]:
    """What stands or lies in the picture, by the names that stretches have for it."""
    kinds = [prop.kind for prop in drawing.props]
    found = [_THINGS[kind] for kind in kinds if kind in _THINGS]
    if kinds.count("chair") > 1:
        found = ["two-chairs", *(thing for thing in found if thing != "chair")]
    if drawing.strap:
        found = ["strap", *found]
    if drawing.partner is not None:
        found.append("partner")
    return tuple(dict.fromkeys(found))
