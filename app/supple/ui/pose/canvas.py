"""The live figure with its handles."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.core.routine import Side
from supple.figure.draft import Draft
from supple.figure.drafting import Box, picture_box, shown, spread
from supple.figure.drawing import Drawing
from supple.figure.geometry import Point
from supple.figure.palette import palette
from supple.figure.port import FigureView
from supple.figure.posing import HANDLES, POINTS, value
from supple.figure.posture import built
from supple.figure.props import paint_props
from supple.figure.scenepaint import paint_backdrop, paint_people
from supple.figure.stage import fit
from supple.ui.look import Look
from supple.ui.pose.handle import SIZE, Handle
from supple.ui.pose.tag import Tag
from supple.ui.pose.words import label, read_out
from supple.ui.pose.work import THINGS
from supple.ui.widgets import draw
from supple.ui.widgets.stage import RADIUS

_GHOST: Final = 0.24
_ROOM: Final = 90.0
"""Free on both sides of the picture while it is drawn, in thousandths of the body's height."""
_FAR_PENALTY: Final = 6.0
"""Pixels a far handle counts as farther away than it is: what is in front is meant."""


class PoseCanvas(QWidget):
    """Shows a draft and says what is dragged; whoever owns it changes the draft."""

    grabbed = Signal(str)
    dragged = Signal(str, float, float)
    """A handle, and where it is wanted: thousandths of the body's height, painter axes."""
    dropped = Signal(str)
    stepped = Signal(str, int, int)

    def __init__(self, look: Look, person: tuple[int, int], parent: QWidget | None = None) -> None:
        """``person``: which skin and hair the figure has."""
        super().__init__(parent)
        self._look = look
        self._skin, self._hair = person
        self._draft: Draft | None = None
        self._stretched = False
        self._side = Side.RIGHT
        self._box: Box = (-600, -95, 600, 900)
        self._still: QPixmap | None = None
        self._played: tuple[Drawing, float] | None = None
        self._grip: tuple[str, QPointF] | None = None
        self._pointed = ""
        self.handles = {name: Handle(look, name, self) for name in (*HANDLES, *THINGS)}
        for handle in self.handles.values():
            handle.stepped.connect(self.stepped)
            handle.focused.connect(self._tell)
        for name in reversed(HANDLES):
            # What is nearer lies above.
            if not name.startswith("far"):
                self.handles[name].raise_()
        self.tag = Tag(look, self)
        self.setMouseTracking(True)
        self.setAccessibleName("The figure and its handles")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._forget)

    def show_draft(self, draft: Draft, stretched: bool) -> None:
        """Show one of the two postures with its handles, the other one as a ghost."""
        kept = self._draft is not None and self._other(draft, stretched) == self._other(
            self._draft, self._stretched
        )
        if not kept or stretched != self._stretched:
            self._still = None
        self._draft, self._stretched = draft, stretched
        self._place()
        self.update()

    def frame(self, draft: Draft, *, anew: bool = False) -> None:
        """Let the view take in the whole picture; it only ever grows unless ``anew``."""
        left, bottom, right, top = picture_box(draft)
        # Above the head there is room for a handle already.
        box = (left - _ROOM, bottom - 20, right + _ROOM, top + _ROOM / 3)
        if not anew:
            old = self._box
            inside = old[0] <= left and old[2] >= right and old[3] >= top
            box = (
                old
                if inside
                else (
                    min(old[0], box[0]),
                    min(old[1], box[1]),
                    max(old[2], box[2]),
                    max(old[3], box[3]),
                )
            )
        self.show_box(box)

    @property
    def box(self) -> Box:
        """What the view takes in."""
        return self._box

    def show_box(self, box: Box) -> None:
        """Let the view take in what it did before."""
        if box != self._box:
            self._box = box
            self._forget()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the left side, which is the mirror image."""
        self._side = Side.LEFT if mirrored else Side.RIGHT
        self._forget()

    def play(self, drawing: Drawing | None, phase: float = 0.0) -> None:
        """Show the finished figure at ``phase`` 0..1, without handles; None ends that."""
        was = self._played is not None
        self._played = None if drawing is None else (drawing, phase)
        if was != (drawing is not None):
            self._still = None
            self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def place_of(self, handle: str) -> QPointF:
        """The middle of a handle, in pixels."""
        return self._map().map(QPointF(*self._point(handle)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        name = self._nearest(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or not name:
            event.ignore()
            return
        self._grip = (name, self.place_of(name) - event.position())
        self.handles[name].setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.grabbed.emit(name)
        self._point_at(name)
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            self._point_at(self._nearest(event.position()))
            return
        name, off = self._grip
        back, _ = self._map().inverted()
        to = back.map(event.position() + off)
        self.dragged.emit(name, to.x(), to.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        name, self._grip = self._grip[0], None
        self.dropped.emit(name)
        self._point_at(self._nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._grip is None:
            self._point_at("")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        draw.rounded(painter, QRectF(self.rect()), RADIUS, self._look.theme.color("stage"))
        if self._draft is not None:
            painter.drawPixmap(0, 0, self._background())
            self._paint_figure(painter)
        painter.end()

    # Inside

    def _paint_figure(self, painter: QPainter) -> None:
        if self._draft is None:
            return
        if self._played is not None:
            drawing, phase = self._played
            view = self._view(phase)
            from supple.figure.trails import trail_points

            trails = [trail_points(drawing, t) for t in drawing.trails]
        else:
            drawing = shown(self._draft, self._stretched)
            view, trails = self._view(float(self._stretched)), []
        painter.save()
        painter.setTransform(self._map(), True)
        paint_people(painter, drawing, view, lambda: trails)
        painter.restore()

    def _background(self) -> QPixmap:
        """Everything that does not move while a handle is dragged."""
        if self._still is None:
            self._still = self._blank()
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setTransform(self._map(), True)
            colours = palette(self._look.theme.dark, self._skin, self._hair)
            paint_backdrop(painter, self._box, colours)
            if self._draft is not None:
                paint_props(painter, spread(self._draft), colours)
            painter.restore()
            if self._draft is not None and self._played is None:
                self._paint_ghost(painter, self._draft)
            painter.end()
        return self._still

    def _paint_ghost(self, painter: QPainter, draft: Draft) -> None:
        if draft.start == draft.stretched:
            return
        layer = self._blank()
        inner = QPainter(layer)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.setTransform(self._map(), True)
        paint_people(inner, shown(draft, not self._stretched), self._view(0.0, glow=0.0), list)
        inner.end()
        painter.setOpacity(_GHOST)
        painter.drawPixmap(0, 0, layer)

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        return pixmap

    def _view(self, phase: float, glow: float = 1.0) -> FigureView:
        dark = self._look.theme.dark
        return FigureView(
            "draft", self._side, phase, glow, dark=dark, skin=self._skin, hair=self._hair
        )

    def _tell(self) -> None:
        """Write the name of the handle that is spoken of beside it."""
        name = self._named()
        if not name or self._draft is None or self._played is not None:
            self.tag.show_at("", QPointF(), ())
            return
        words = name.capitalize()
        if name in HANDLES:
            words = label(self._draft.posture(self._stretched), name)
        others = [
            QPointF(handle.geometry().center())
            for other, handle in self.handles.items()
            if other != name and not handle.isHidden()
        ]
        self.tag.show_at(words, self.place_of(name), others)

    def _named(self) -> str:
        """The handle that is spoken of: dragged, pointed at, or in focus."""
        if self._grip is not None:
            return self._grip[0]
        if self._pointed:
            return self._pointed
        return next((name for name, h in self.handles.items() if h.hasFocus()), "")

    def _other(self, draft: Draft, stretched: bool) -> object:
        """All that stands still while the posture ``stretched`` is changed."""
        same = draft.start == draft.stretched
        return draft.posture(not stretched), spread(draft), draft.strap, same

    def _map(self) -> QTransform:
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        return fit(room, self._box, self._side)

    def _point(self, handle: str) -> Point:
        assert self._draft is not None  # handles are hidden before
        if handle in THINGS:
            prop = next(p for p in self._draft.props if p.kind == handle)
            return (prop.x + (75 if handle == "wall" else 0), -30)
        return built(self._draft.posture(self._stretched)).points[POINTS[handle]]

    def _place(self) -> None:
        """Put every handle where it belongs."""
        draft = self._draft
        if draft is None:
            return
        points, way = built(draft.posture(self._stretched)).points, self._map()
        there = {p.kind for p in draft.props}
        posture = draft.posture(self._stretched)
        for name, handle in self.handles.items():
            handle.setVisible(self._played is None and (name in HANDLES or name in there))
            if name in HANDLES:
                side, _, part = name.partition(".")
                limb = {"hand": "arm", "foot": "leg"}.get(part, "")
                handle.held = f"{side}.{limb}" in posture.holds
                handle.middle_at(way.map(QPointF(*points[POINTS[name]])))
                handle.tell(read_out(posture, name), value(posture, name))
            elif name in there:
                handle.middle_at(way.map(QPointF(*self._point(name))))
                handle.setAccessibleName(name.capitalize())
            handle.update()
        self._tell()

    def _nearest(self, at: QPointF) -> str:
        """The handle the pointer means; "" for none."""
        if self._draft is None or self._played is not None:
            return ""
        found: list[tuple[float, str]] = []
        for name, handle in self.handles.items():
            if handle.isHidden():
                continue
            off = QPointF(handle.geometry().center()) - at
            far = (off.x() ** 2 + off.y() ** 2) ** 0.5
            if far <= SIZE / 2 + 2:
                found.append((far + (_FAR_PENALTY if name.startswith("far") else 0.0), name))
        return min(found)[1] if found else ""

    def _point_at(self, name: str) -> None:
        if name != self._pointed:
            self._pointed = name
            self._tell()
        for other, handle in self.handles.items():
            handle.show_hot(other == name)
        if self._grip is None:
            if name:
                self.setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self.unsetCursor()

    def _forget(self) -> None:
        self._still = None
        self._place()
        self.update()
