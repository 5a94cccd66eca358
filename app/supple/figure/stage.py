"""Fits a scene into a rectangle of the screen and keeps what stands still."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform

from supple.core.routine import Side
from supple.figure.drawing import Drawing
from supple.figure.geometry import Point
from supple.figure.palette import palette
from supple.figure.port import FigureView
from supple.figure.scenepaint import paint_backdrop, paint_people, paint_things
from supple.figure.trails import trail_points

_KEPT: Final = 12
"""Pictures kept at most,"""
_KEPT_PIXELS: Final = 1_500_000
"""and their pixels, unless the latest two alone have more."""
_FULL: Final = 0.995
Key = tuple[object, ...]


class Stage:
    """Paints drawings and remembers their still parts, the latest used first."""

    def __init__(self) -> None:
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._trails: dict[str, Sequence[Sequence[Point]]] = {}

    def paint(self, p: QPainter, rect: QRectF, drawing: Drawing, view: FigureView) -> None:
        """Draw ``drawing`` into ``rect`` (device-independent pixels) and nowhere else."""
        if rect.width() < 1 or rect.height() < 1:
            return
        p.save()
        p.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.fade >= _FULL:
            self._still(p, rect, drawing, view, "scene" if view.backdrop else "things")
            p.setTransform(fit(rect, drawing.box, view.side), True)
            paint_people(p, drawing, view, lambda: self._arrows(drawing))
        else:
            if view.backdrop:
                self._still(p, rect, drawing, view, "backdrop")
            p.setOpacity(p.opacity() * max(0.0, view.fade))
            self._still(p, rect, drawing, view, "all")
        p.restore()

    def kept(self) -> tuple[QImage, ...]:
        """The pictures in memory, the latest used last."""
        return tuple(self._images.values())

    def _arrows(self, drawing: Drawing) -> Sequence[Sequence[Point]]:
        if drawing.id not in self._trails:
            self._trails[drawing.id] = [trail_points(drawing, t) for t in drawing.trails]
        return self._trails[drawing.id]

    def _still(
        self, p: QPainter, rect: QRectF, drawing: Drawing, view: FigureView, what: str
    ) -> None:
        """Draw a kept picture: ``backdrop``, ``things``, both (``scene``), or ``all`` but it."""
        if p.paintEngine().type() is not QPaintEngine.Type.Raster:
            # printed or written as vectors: pictures would only be coarse
            p.save()
            p.setTransform(fit(rect, drawing.box, view.side), True)
            self._paint(p, drawing, view, what)
            p.restore()
            return
        ratio = p.device().devicePixelRatioF()
        size = (round(rect.width() * ratio), round(rect.height() * ratio))
        mirrored = view.side is Side.LEFT
        key: Key = (what, drawing.id, view.dark, mirrored, size, ratio)
        if what == "all":
            key = (*key, view.phase, view.cycle, view.breath, view.glow, view.arrow)
            key = (*key, view.skin, view.hair, view.paper)
        image = self._images.get(key)
        if image is None:
            image = self._draw(size, ratio, drawing, view, what)
            self._keep(key, image)
        else:
            self._images.move_to_end(key)
        p.drawImage(rect.topLeft(), image)

    def _draw(
        self, size: tuple[int, int], ratio: float, drawing: Drawing, view: FigureView, what: str
    ) -> QImage:
        image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        p = QPainter(image)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setTransform(fit(QRectF(QRect(0, 0, *size)), drawing.box, view.side))
        self._paint(p, drawing, view, what)
        p.end()
        image.setDevicePixelRatio(ratio)
        return image

    def _paint(self, p: QPainter, drawing: Drawing, view: FigureView, what: str) -> None:
        c = palette(view.dark, view.skin, view.hair, paper=view.paper)
        if what in ("backdrop", "scene"):
            paint_backdrop(p, drawing.box, c)
        if what != "backdrop":
            paint_things(p, drawing, c)
        if what == "all":
            paint_people(p, drawing, view, lambda: self._arrows(drawing))

    def _keep(self, key: Key, image: QImage) -> None:
        self._images[key] = image
        held = sum(i.width() * i.height() for i in self._images.values())
        while len(self._images) > 2 and (len(self._images) > _KEPT or held > _KEPT_PIXELS):
            _, old = self._images.popitem(last=False)
            held -= old.width() * old.height()


def fit(rect: QRectF, box: tuple[float, float, float, float], side: Side) -> QTransform:
    """From the scene's units to ``rect``, proportions kept; mirrored for the left leg."""
    left, bottom, right, top = box
    scale = min(rect.width() / (right - left), rect.height() / (top - bottom))
    t = QTransform()
    t.translate(rect.center().x(), rect.center().y())
    t.scale(-scale if side is Side.LEFT else scale, scale)
    t.translate(-(left + right) / 2, (bottom + top) / 2)
    return t
