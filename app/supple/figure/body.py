"""Proportions of the drawn body, in thousandths of its height."""

from __future__ import annotations

from typing import Final

from supple.figure.geometry import Profile

PELVIS: Final = 85.0
LUMBAR: Final = 95.0
THORAX: Final = 130.0
NECK: Final = 60.0
HEAD: Final = 125.0
THIGH: Final = 258.0
SHANK: Final = 252.0
UPPER_ARM: Final = 170.0
FOREARM: Final = 148.0
HAND: Final = 88.0

SOLE: Final = 40.0
"""Ankle joint down to the sole."""
HEEL: Final = 40.0
"""Ankle joint back to the back of the heel."""
FAR_HIP: Final = (12.0, -14.0)
"""Where the far hip sits from the near one: the little depth that keeps the legs apart."""
FAR_SHOULDER: Final = (10.8, -8.4)
SHOULDER_UP: Final = 0.74
"""Where on the thorax the shoulder sits."""

THIGH_FRONT: Final[Profile] = ((0, 58), (0.15, 61), (0.38, 60), (0.65, 51), (0.86, 40), (1, 37))
THIGH_BACK: Final[Profile] = ((0, 62), (0.15, 63), (0.38, 58), (0.62, 49), (0.85, 37), (1, 33))
SHANK_FRONT: Final[Profile] = (
    (0, 37),
    (0.12, 34),
    (0.32, 30),
    (0.6, 24.5),
    (0.85, 19.5),
    (1, 18.5),
)
SHANK_BACK: Final[Profile] = (
    (0, 33),
    (0.10, 37),
    (0.28, 46.5),
    (0.46, 42),
    (0.70, 27),
    (0.88, 20.5),
    (1, 20.5),
)
UPPER_ARM_FRONT: Final[Profile] = ((0, 34), (0.16, 37), (0.42, 32), (0.75, 26.5), (1, 23.5))
UPPER_ARM_BACK: Final[Profile] = ((0, 33), (0.18, 34), (0.45, 31), (0.78, 25.5), (1, 22.5))
FOREARM_FRONT: Final[Profile] = ((0, 23.5), (0.2, 26.5), (0.5, 21.5), (0.85, 15), (1, 14))
FOREARM_BACK: Final[Profile] = ((0, 22.5), (0.2, 25), (0.5, 20), (0.85, 15), (1, 14.5))

TORSO_FRONT: Final[Profile] = (
    (-50, 30),
    (-20, 50),
    (30, 58),
    (90, 54),
    (150, 57),
    (210, 66),
    (255, 62),
    (290, 44),
    (310, 34),
    (360, 30),
)
"""Half widths by distance above the hip along the spine."""
TORSO_BACK: Final[Profile] = (
    (-50, 40),
    (-20, 60),
    (30, 62),
    (90, 47),
    (130, 45),
    (180, 55),
    (230, 62),
    (275, 54),
    (310, 36),
    (360, 30),
)

CUFF: Final = 0.84
"""Where on the shank the leggings end."""
SLEEVE: Final = 0.50
"""Where on the upper arm the sleeve ends."""

FOOT_POINTS: Final = {
    "ankle": (0.0, 0.0),
    "sole": (0.0, 40.0),
    "heel": (-24.0, 40.0),
    "heelback": (-40.0, 20.0),
    "ball": (80.0, 40.0),
    "toe": (112.0, 34.0),
    "arch": (50.0, 36.0),
    "instep": (55.0, 0.0),
}
"""Named places of the foot: ``x`` towards the toes, ``y`` towards the sole, from the ankle."""
TOE_HINGE: Final = (78.0, 33.0)
"""Where the toes bend."""
