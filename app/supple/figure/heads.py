"""Head and neck from the side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QRadialGradient

from supple.figure import body
from supple.figure.geometry import add, vec
from supple.figure.headshapes import head
from supple.figure.palette import Palette, faint
from supple.figure.paths import hull
from supple.figure.pens import fill, moved, stroke, within
from supple.figure.rig import Skeleton


def paint_head(p: QPainter, s: Skeleton, c: Palette, hair: int) -> None:
    """Neck, face in profile and one of three kinds of hair."""
    shapes = head(hair)
    skull, toward = s.points["skull"], s.toward["head"]
    base = add(s.points["c7"], vec(s.toward["thorax"], -22))
    neck = hull(base, 33, add(skull, vec(toward + 90, 4)), 27.5)
    if shapes.knot is not None:
        with moved(p, skull, toward):
            fill(p, shapes.knot, c.hair)
    fill(p, neck, c.skin)
    with within(p, neck), moved(p, skull, toward):
        fill(p, shapes.jaw_shade, faint(c.skin_shade, 0.65))
    with moved(p, skull, toward):
        fill(p, shapes.face, c.skin)
        _cheek(p, c)
        fill(p, shapes.hair, c.hair)
        stroke(p, shapes.shine, c.hair_shine, 6)
        fill(p, shapes.ear, c.skin)
        stroke(p, shapes.ear_fold, c.skin_shade, 3.5)
        stroke(p, shapes.eye, c.ink, 4.2)
        stroke(p, shapes.brow, c.hair, 5.2)
        stroke(p, shapes.mouth, c.lips, 4)


def _cheek(p: QPainter, c: Palette) -> None:
    at, radius = QPointF(0.24 * body.HEAD, -0.06 * body.HEAD), 0.13 * body.HEAD
    gradient = QRadialGradient(at, radius)
    gradient.setColorAt(0, faint(c.glow, 0.30))
    gradient.setColorAt(1, faint(c.glow, 0))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(gradient)
    p.drawEllipse(at, radius, radius)
