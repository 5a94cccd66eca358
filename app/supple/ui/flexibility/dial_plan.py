"""Where everything of the angle dial stands, and which angle a place means. Pixels, degrees."""

from __future__ import annotations

import math
from dataclasses import dataclass

from supple.core.routine import Side

MOST = 110
"""Degrees at the end of the arc."""
GRAB = 40.0
"""Pixels from the leg within which it can be dragged."""
LEG = 510.0
"""From hip to ankle, in the figure's units: thousandths of the body's height."""
BAND = 604.0
"""From the hip to the middle of the outer band, in the figure's units."""
WIDE = 38.0
"""How wide the band is, in the figure's units."""
HIP_UP = 78.0
"""How high the hip lies above the floor, in the figure's units."""
BOX = (-650.0, -95.0, 660.0, 760.0)
"""The figure's scene: left, bottom, right, top; y up, floor 0, the hip above 0."""
_BELOW = HIP_UP + 40.0
_OUT = BAND + WIDE / 2
_HEAD = 642.0
_LABEL_W, _LABEL_H = 34.0, 26.0
"""Room for a number outside the band, at text size 1."""


@dataclass(frozen=True, slots=True)
class DialPlan:
    """The dial in a widget of some size."""

    side: Side
    """``LEFT`` is drawn with the feet to the left, anything else to the right."""
    unit: float
    """Pixels per unit of the figure."""
    hip_x: float
    hip_y: float

    @staticmethod
    def of(width: float, height: float, side: Side, text_scale: float = 1.0) -> DialPlan:
        """As large as fits into ``width`` by ``height``, in its middle."""
        label_w, label_h = _LABEL_W * text_scale, _LABEL_H * text_scale
        unit = min((width - label_w) / (_HEAD + _OUT), (height - label_h) / (_OUT + _BELOW))
        unit = max(unit, 0.01)
        used_w = (_HEAD + _OUT) * unit + label_w
        used_h = (_OUT + _BELOW) * unit + label_h
        feet = (width - used_w) / 2 + label_w + _OUT * unit
        hip_x = feet if side is Side.LEFT else width - feet
        hip_y = (height - used_h) / 2 + label_h + _OUT * unit
        return DialPlan(side, unit, hip_x, hip_y)

    @property
    def band(self) -> float:
        """Pixels from the hip to the middle of the outer band."""
        return BAND * self.unit

    @property
    def band_width(self) -> float:
        """Pixels."""
        return WIDE * self.unit

    def scene(self) -> tuple[float, float, float, float]:
        """Where the figure's scene goes, so that its hip lies on ours: x, y, width, height."""
        left, bottom, right, top = BOX
        width, height = (right - left) * self.unit, (top - bottom) * self.unit
        from_left = right if self.side is Side.LEFT else -left
        return (
            self.hip_x - from_left * self.unit,
            self.hip_y - (top - HIP_UP) * self.unit,
            width,
            height,
        )

    def place(self, degrees: float, radius: float) -> tuple[float, float]:
        """The point ``radius`` pixels from the hip where the arc shows ``degrees``."""
        turn = math.radians(degrees)
        across = math.cos(turn) * radius
        x = self.hip_x - across if self.side is Side.LEFT else self.hip_x + across
        return x, self.hip_y - math.sin(turn) * radius

    def angle(self, x: float, y: float) -> float:
        """The degrees, -125 to 235, that a point means: 0 flat, 90 straight up."""
        across = self.hip_x - x if self.side is Side.LEFT else x - self.hip_x
        found = math.degrees(math.atan2(self.hip_y - y, across))
        # Below the floor the nearer end of the arc is meant.
        return found + 360 if found < -125 else found

    def distance(self, x: float, y: float) -> float:
        """Pixels from the hip."""
        return math.hypot(x - self.hip_x, y - self.hip_y)

    def from_leg(self, x: float, y: float, degrees: float) -> float:
        """Pixels from a point to the leg that is raised by ``degrees``."""
        end_x, end_y = self.place(degrees, (LEG + 40) * self.unit)
        dx, dy = end_x - self.hip_x, end_y - self.hip_y
        along = ((x - self.hip_x) * dx + (y - self.hip_y) * dy) / (dx * dx + dy * dy)
        along = max(0.0, min(1.0, along))
        return math.hypot(x - self.hip_x - along * dx, y - self.hip_y - along * dy)


def held(degrees: float) -> int:
    """Whole degrees within the arc."""
    return round(max(0.0, min(float(MOST), degrees)))
