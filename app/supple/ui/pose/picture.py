"""How a draft is painted: the body, the other posture as a ghost, and the things around."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPixmap, QTransform

from supple.core.routine import Side
from supple.figure.draft import Draft
from supple.figure.drafting import Box, picture_box, shown, spread
from supple.figure.drawing import Drawing
from supple.figure.geometry import Point
from supple.figure.palette import palette
from supple.figure.port import FigureView
from supple.figure.props import paint_props
from supple.figure.scenepaint import paint_backdrop, paint_people
from supple.figure.stage import fit
from supple.ui.look import Look

_GHOST: Final = 0.24
_ROOM: Final = 90.0
"""Free on both sides of the picture while it is drawn, in thousandths of the body's height."""
_EDGE: Final = 8
"""Pixels free around the picture."""


class DraftPicture:
    """Keeps what stands still while a handle is dragged, so that only the body is painted anew."""

    def __init__(self, look: Look, person: tuple[int, int]) -> None:
        """``person``: which skin and hair the figure has."""
        self._look = look
        self._skin, self._hair = person
        self.draft: Draft | None = None
        self.stretched = False
        """Which of the two postures is shown."""
        self._side = Side.RIGHT
        self.box: Box = (-600, -95, 600, 900)
        """What the view takes in."""
        self._still: QPixmap | None = None
        self._played: tuple[Drawing, float] | None = None

    @property
    def plays(self) -> bool:
        """Whether the finished figure is shown instead of the draft."""
        return self._played is not None

    def show_draft(self, draft: Draft, stretched: bool) -> None:
        """Show one of the two postures."""
        kept = self.draft is not None and _still(draft, stretched) == _still(
            self.draft, self.stretched
        )
        if not kept or stretched != self.stretched:
            self.forget()
        self.draft, self.stretched = draft, stretched

    def play(self, drawing: Drawing | None, phase: float) -> None:
        """Show the finished figure at ``phase`` 0..1; None ends that."""
        if self.plays != (drawing is not None):
            self.forget()
        self._played = None if drawing is None else (drawing, phase)

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the left side, which is the mirror image."""
        self._side = Side.LEFT if mirrored else Side.RIGHT
        self.forget()

    def forget(self) -> None:
        """Paint everything anew the next time."""
        self._still = None

    def to_pixels(self, room: QRectF) -> QTransform:
        """From painter axes to a picture that fills ``room``."""
        return fit(room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), self.box, self._side)

    def place(self, at: Point, room: QRectF) -> QPointF:
        """Where a place in painter axes is in ``room``."""
        return self.to_pixels(room).map(QPointF(*at))

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paint it into ``room``, which begins at 0, 0."""
        if self.draft is None:
            return
        painter.drawPixmap(0, 0, self._background(self.draft, room, painter.device()))
        if self._played is not None:
            drawing, phase = self._played
            view = self._view(phase)
            from supple.figure.trails import trail_points

            trails = [trail_points(drawing, t) for t in drawing.trails]
        else:
            drawing = shown(self.draft, self.stretched)
            view, trails = self._view(float(self.stretched)), []
        painter.save()
        painter.setTransform(self.to_pixels(room), True)
        paint_people(painter, drawing, view, lambda: trails)
        painter.restore()

    # Inside

    def _background(self, draft: Draft, room: QRectF, device: QPaintDevice) -> QPixmap:
        """Everything that does not move while a handle is dragged."""
        if self._still is None:
            self._still = _blank(room, device)
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setTransform(self.to_pixels(room), True)
            colours = palette(self._look.theme.dark, self._skin, self._hair)
            paint_backdrop(painter, self.box, colours)
            paint_props(painter, spread(draft), colours)
            painter.restore()
            if self._played is None and draft.start != draft.stretched:
                self._paint_ghost(painter, draft, _blank(room, device), room)
            painter.end()
        return self._still

    def _paint_ghost(self, painter: QPainter, draft: Draft, layer: QPixmap, room: QRectF) -> None:
        inner = QPainter(layer)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.setTransform(self.to_pixels(room), True)
        paint_people(inner, shown(draft, not self.stretched), self._view(0.0, glow=0.0), list)
        inner.end()
        painter.setOpacity(_GHOST)
        painter.drawPixmap(0, 0, layer)

    def _view(self, phase: float, glow: float = 1.0) -> FigureView:
        dark = self._look.theme.dark
        return FigureView(
            "draft", self._side, phase, glow, dark=dark, skin=self._skin, hair=self._hair
        )


def framed(draft: Draft) -> Box:
    """What a view of ``draft`` takes in: the whole picture, with room to drag beside it."""
    left, bottom, right, top = picture_box(draft)
    # Above the head there is room for a handle already.
    return (left - _ROOM, bottom - 20, right + _ROOM, top + _ROOM / 3)


def grown(old: Box, draft: Draft) -> Box:
    """``old``, larger where it does not take in all of ``draft``."""
    left, _, right, top = picture_box(draft)
    if old[0] <= left and old[2] >= right and old[3] >= top:
        return old
    box = framed(draft)
    return (
        min(old[0], box[0]),
        min(old[1], box[1]),
        max(old[2], box[2]),
        max(old[3], box[3]),
    )


def _still(draft: Draft, stretched: bool) -> object:
    """All that stands still while the posture ``stretched`` is changed."""
    same = draft.start == draft.stretched
    return draft.posture(not stretched), spread(draft), draft.strap, same


def _blank(room: QRectF, device: QPaintDevice) -> QPixmap:
    ratio = device.devicePixelRatioF()
    pixmap = QPixmap(room.size().toSize() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    return pixmap
