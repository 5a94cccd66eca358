"""Soft shadows where the body comes near the floor: nothing floats."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from supple.figure.geometry import Point
from supple.figure.palette import Palette, faint

_SIZE: Final = 48
# part: how wide the shadow, how thick the body is there
_PARTS: Final = (
    ("root", 100, 80),
    ("l5", 90, 50),
    ("t12", 90, 56),
    ("c7", 70, 50),
    ("skull", 70, 60),
    ("near.ankle", 85, 40),
    ("far.ankle", 85, 40),
    ("near.knee", 70, 36),
    ("far.knee", 70, 36),
    ("near.wrist", 50, 20),
    ("far.wrist", 50, 20),
    ("near.elbow", 50, 25),
    ("far.elbow", 50, 25),
)


def paint_shadows(p: QPainter, points: dict[str, Point], c: Palette) -> None:
    """One blob under every part of the body, fainter the higher the part."""
    strongest = c.shadow.alphaF()
    for name, wide, thick in _PARTS:
        if name not in points:
            continue
        x, y = points[name]
        height = max(0.0, -y - thick)
        far = name.startswith("far")
        alpha = strongest * math.exp(-height / 100) * (0.6 if far else 1)
        if alpha >= 0.015:
            x += 30 if "ankle" in name else 0
            blot(p, (x, 4 - (13 if far else 0)), (wide * (1 + height * 0.0012), 26), c, alpha)


def blot(p: QPainter, at: Point, radii: Point, c: Palette, alpha: float) -> None:
    """One flat soft ellipse of shadow; ``alpha`` 0..1 in its middle."""
    p.save()
    p.setOpacity(p.opacity() * min(1.0, alpha))
    # a stretched picture of a blot costs a third of a gradient
    p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    target = QRectF(at[0] - radii[0], at[1] - radii[1], 2 * radii[0], 2 * radii[1])
    p.drawImage(target, _sprite(c.shadow.rgb()))
    p.restore()


@lru_cache(maxsize=4)
def _sprite(rgb: int) -> QImage:
    """A round blot that fades to nothing."""
    image = QImage(_SIZE, _SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    middle = _SIZE / 2
    gradient = QRadialGradient(middle, middle, middle)
    for place, alpha in ((0.0, 1.0), (0.55, 0.45), (1.0, 0.0)):
        gradient.setColorAt(place, faint(QColor(rgb), alpha))
    p = QPainter(image)
    p.fillRect(image.rect(), gradient)
    p.end()
    return image
