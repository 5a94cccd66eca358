"""Paints the images among the figures, scaled once for each size they are shown in."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QPainterPath

from supple.figure.port import FigureView

_KEPT: Final = 12
_KEPT_PIXELS: Final = 4_000_000
RADIUS: Final = 12.0
"""Pixels; corners of a small picture are rounded less, by ``_ROUND`` of its shorter side."""
_ROUND: Final = 0.06


class ImageStage:
    """Remembers images in the sizes they were last shown in."""

    def __init__(self) -> None:
        self._scaled: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()

    def paint(self, p: QPainter, rect: QRectF, image: QImage, view: FigureView) -> None:
        """Fit ``image`` into ``rect``, whole, in its proportions and never mirrored."""
        place = fitted(rect, image.size())
        if place.width() < 1 or place.height() < 1:
            return
        p.save()
        p.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p.setOpacity(p.opacity() * max(0.0, min(1.0, view.fade)))
        radius = min(RADIUS, _ROUND * min(place.width(), place.height()))
        if p.paintEngine().type() is not QPaintEngine.Type.Raster:
            shape = QPainterPath()
            shape.addRoundedRect(place, radius, radius)
            p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            p.drawImage(place, image)
        else:
            p.drawImage(place, self._rounded(p, place, image, view.figure, radius))
        p.restore()

    def forget(self) -> None:
        """Scale everything anew: images may have changed."""
        self._scaled.clear()

    def _rounded(
        self, p: QPainter, place: QRectF, image: QImage, figure: str, radius: float
    ) -> QImage:
        ratio = p.device().devicePixelRatioF()
        size = QSize(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        key = (figure, size.width(), size.height())
        made = self._scaled.pop(key, None)
        if made is None:
            made = _cut(image, size, radius * ratio)
        self._scaled[key] = made
        held = sum(i.width() * i.height() for i in self._scaled.values())
        while len(self._scaled) > 1 and (len(self._scaled) > _KEPT or held > _KEPT_PIXELS):
            _, old = self._scaled.popitem(last=False)
            held -= old.width() * old.height()
        return made


def fitted(rect: QRectF, size: QSize) -> QRectF:
    """The largest place in the middle of ``rect`` with the proportions of ``size``."""
    if size.isEmpty() or rect.isEmpty():
        return QRectF()
    part = min(rect.width() / size.width(), rect.height() / size.height())
    place = QRectF(0, 0, size.width() * part, size.height() * part)
    place.moveCenter(rect.center())
    return place


def _cut(image: QImage, size: QSize, radius: float) -> QImage:
    """``image`` in ``size`` with round corners."""
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(made.rect()), radius, radius)
    painter.setClipPath(shape)
    painter.drawImage(0, 0, scaled)
    painter.end()
    return made
