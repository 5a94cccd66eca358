"""The live figure with its handles."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.figure.draft import Draft
from supple.figure.drafting import Box
from supple.figure.drawing import Drawing
from supple.figure.geometry import Point
from supple.figure.posing import HANDLES, POINTS, value
from supple.figure.posture import built
from supple.ui.look import Look
from supple.ui.pose.handle import SIZE, Handle
from supple.ui.pose.picture import DraftPicture, framed, grown
from supple.ui.pose.tag import Tag
from supple.ui.pose.words import NAMES, label, read_out
from supple.ui.pose.work import THINGS
from supple.ui.widgets import draw
from supple.ui.widgets.stage import RADIUS

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
        self._picture = DraftPicture(look, person)
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
        self._picture.show_draft(draft, stretched)
        self._place()
        self.update()

    def frame(self, draft: Draft, *, anew: bool = False) -> None:
        """Let the view take in the whole picture; it only ever grows unless ``anew``."""
        self.show_box(framed(draft) if anew else grown(self.box, draft))

    @property
    def box(self) -> Box:
        """What the view takes in."""
        return self._picture.box

    def show_box(self, box: Box) -> None:
        """Let the view take in what it did before."""
        if box != self.box:
            self._picture.box = box
            self._forget()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the left side, which is the mirror image."""
        self._picture.set_mirrored(mirrored)
        self._forget()

    def play(self, drawing: Drawing | None, phase: float = 0.0) -> None:
        """Show the finished figure at ``phase`` 0..1, without handles; None ends that."""
        was = self._picture.plays
        self._picture.play(drawing, phase)
        if was != self._picture.plays:
            self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    @property
    def focused(self) -> Handle | None:
        """The handle that has the focus."""
        return next((handle for handle in self.handles.values() if handle.hasFocus()), None)

    def place_of(self, handle: str) -> QPointF:
        """The middle of a handle, in pixels."""
        return self._picture.place(self._point(handle), self._room())

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
        back, _ = self._picture.to_pixels(self._room()).inverted()
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
        self._picture.paint(painter, self._room())
        painter.end()

    # Inside

    def _tell(self) -> None:
        """Write the name of the handle that is spoken of beside it."""
        name, draft = self._named(), self._picture.draft
        if not name or draft is None or self._picture.plays:
            self.tag.show_at("", QPointF(), ())
            return
        posture = draft.posture(self._picture.stretched)
        words = label(posture, name) if name in HANDLES else NAMES[name]
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
        return self.focused.name if self.focused is not None else ""

    def _room(self) -> QRectF:
        return QRectF(self.rect())

    def _point(self, handle: str) -> Point:
        draft = self._picture.draft
        assert draft is not None  # handles are hidden before
        if handle in THINGS:
            prop = next(p for p in draft.props if p.kind == handle)
            return (prop.x + (75 if handle == "wall" else 0), -30)
        return built(draft.posture(self._picture.stretched)).points[POINTS[handle]]

    def _place(self) -> None:
        """Put every handle where it belongs."""
        draft = self._picture.draft
        if draft is None:
            return
        posture = draft.posture(self._picture.stretched)
        points, way = built(posture).points, self._picture.to_pixels(self._room())
        there = {p.kind for p in draft.props}
        for name, handle in self.handles.items():
            handle.setVisible(not self._picture.plays and (name in HANDLES or name in there))
            if name in HANDLES:
                side, _, part = name.partition(".")
                limb = {"hand": "arm", "foot": "leg"}.get(part, "")
                handle.held = f"{side}.{limb}" in posture.holds
                handle.middle_at(way.map(QPointF(*points[POINTS[name]])))
                handle.tell(read_out(posture, name), value(posture, name))
            elif name in there:
                handle.middle_at(way.map(QPointF(*self._point(name))))
                handle.setAccessibleName(NAMES[name])
            handle.update()
        self._tell()

    def _nearest(self, at: QPointF) -> str:
        """The handle the pointer means; "" for none."""
        if self._picture.draft is None or self._picture.plays:
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
        self._picture.forget()
        self._place()
        self.update()
