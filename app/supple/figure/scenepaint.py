"""Paints a solved scene; the painter is already in the scene's units."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from supple.figure.drawing import Drawing, ViewFrom
from supple.figure.frontperson import FrontLook, paint_front_person
from supple.figure.frontrig import FrontSkeleton
from supple.figure.geometry import Point, distance, smooth
from supple.figure.palette import Palette, palette, partner_palette
from supple.figure.pens import moved
from supple.figure.person import Look, paint_person
from supple.figure.port import FigureView
from supple.figure.props import paint_props
from supple.figure.rig import Skeleton
from supple.figure.scene import Scene, solve_scene
from supple.figure.shadows import blot, paint_shadows
from supple.figure.strap import lay, paint_far, paint_near
from supple.figure.trails import paint_trail


def paint_backdrop(p: QPainter, box: tuple[float, float, float, float], c: Palette) -> None:
    """The round backdrop, cut off at the floor, and the floor."""
    left, _, right, top = box
    middle, wide = (left + right) / 2, right - left
    radius = min(0.44 * wide, 0.62 * top)
    centre = QPointF(middle, -(top - radius))
    p.setPen(Qt.PenStyle.NoPen)
    p.save()
    p.setClipRect(QRectF(-9000, -9000, 18000, 8985), Qt.ClipOperation.IntersectClip)
    for colour, r in ((c.ring, radius), (c.disc, radius / 1.17)):
        p.setBrush(colour)
        p.drawEllipse(centre, r, r)
    p.restore()
    p.setBrush(c.floor)
    p.drawRoundedRect(QRectF(left + 0.02 * wide, -52, 0.96 * wide, 125), 62.5, 62.5)


def paint_things(p: QPainter, drawing: Drawing, c: Palette) -> None:
    """What stands still in the scene."""
    paint_props(p, drawing.props, c)


def paint_people(
    p: QPainter, drawing: Drawing, view: FigureView, trails: Callable[[], Sequence[Sequence[Point]]]
) -> None:
    """Everybody in the scene, the strap and the arrow."""
    scene = solve_scene(drawing, view.phase, view.cycle, view.breath)
    c = palette(view.dark, view.skin, view.hair, paper=view.paper)
    strength = view.glow * smooth((scene.stretch - 0.12) / 0.55)
    if isinstance(scene.person, FrontSkeleton):
        _front(p, drawing, scene.person, view, strength)
    else:
        _side(p, drawing, scene, scene.person, view, strength)
    _arrows(p, drawing, view, trails, c)


def _arrows(
    p: QPainter,
    drawing: Drawing,
    view: FigureView,
    trails: Callable[[], Sequence[Sequence[Point]]],
    c: Palette,
) -> None:
    still = 1 - smooth(view.phase / 0.35)
    if (
        not drawing.trails
        or view.arrow <= 0
        or (still <= 0 and not any(t.cycle for t in drawing.trails))
    ):
        return
    for trail, points in zip(drawing.trails, trails(), strict=True):
        paint_trail(p, points, c, view.arrow * (1.0 if trail.cycle else still))


def _front(
    p: QPainter, drawing: Drawing, person: FrontSkeleton, view: FigureView, strength: float
) -> None:
    c = palette(view.dark, view.skin, view.hair, paper=view.paper)
    spread = person.angles["spread"]
    blot(p, (0, 8), (140 + spread, 28), c, c.shadow.alphaF() * 1.2)
    look = FrontLook(
        c,
        back=drawing.view is ViewFrom.BACK,
        hair=view.hair,
        hand=drawing.hands[0],
        strength=strength if drawing.glow == "both.hamstring" else 0.0,
    )
    paint_front_person(p, person, look)


def _side(
    p: QPainter,
    drawing: Drawing,
    scene: Scene,
    main: Skeleton,
    view: FigureView,
    strength: float,
) -> None:
    c = palette(view.dark, view.skin, view.hair, paper=view.paper)
    paint_shadows(p, main.points, c)
    after = {}
    if drawing.strap:
        strap = lay(main, drawing.strap, scene.slack)
        at_start = solve_scene(drawing, 0.0).point
        longest = distance(at_start("near.palm"), at_start(f"{drawing.strap}.instep"))
        pulled = max(0.0, longest - distance(strap.near_hand, strap.instep))
        after = {
            "hips": lambda: paint_far(p, strap, c),
            "shirt": lambda: paint_near(p, strap, c, pulled),
        }
    look = Look(
        c, view.hair, drawing.hands, drawing.glow, strength, drawing.far_arm_over_leg, after
    )
    if scene.partner is None or drawing.partner is None:
        paint_person(p, main, look)
        return
    other = Look(partner_palette(view.dark, view.skin), 0 if view.hair else 2, ("flat", "flat"))
    with moved(p, (drawing.partner.x, 0)):
        p.scale(-1, 1)
        paint_shadows(p, scene.partner.points, c)
        behind = ("far-arm", "far-leg", "head", "hips", "near-leg", "shirt")
        paint_person(p, scene.partner, other, behind)
    paint_person(p, main, look)
    with moved(p, (drawing.partner.x, 0)):
        p.scale(-1, 1)
        paint_person(p, scene.partner, other, ("near-arm",))
