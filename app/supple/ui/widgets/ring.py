"""The ring that shows the time left."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

DIAMETER = 352
STROKE = 24
SEGMENT_GAP = 11.0
"""Degrees between two arcs of the get-ready ring; their round caps reach into it."""
MOST_DOTS = 6
_LABEL_LINE, _NOTE_LINE, _DOT, _DOT_GAP = 32, 30, 28, 12
_DIGITS_LINES = {"digits": 172, "digits-long": 113, "digits-longest": 88}
_TEXT_PART = 0.62
"""How much of the ring's width its small words may take, above and below the digits."""
_STEP_PX = 0.6
"""The arc is painted anew once its end has moved this far."""


@dataclass(frozen=True, slots=True)
class RingFace:
    """Everything the ring shows but the length of its arc."""

    label: str = ""
    digits: str = ""
    note: str = ""
    """Small words under the digits; instead of dots."""
    color: str = "primary"
    """Token of the arc and the dots."""
    label_color: str = "muted"
    segments: int = 0
    """Number of equal arcs, of which the value lights some; 0 for one smooth arc."""
    room: int = 2
    """The most characters the digits have in this step; it settles their size."""
    dots: int = 0
    """Sets on this side; none or one are not shown."""
    dot: int = 0
    """The set at work, from 1."""
    tick: bool = False
    """A tick in place of the digits."""


class Ring(QLabel):
    """A clock face whose arc shortens back to 12 o'clock.

    ``setAccessibleName`` tells the whole of it in words. It is no progress bar to a screen
    reader: those are read out by themselves every few seconds, over whatever is being said.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = RingFace()
        self._part = 1.0
        self._scale = 1.0
        self._painted_part = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self.update)

    @property
    def face(self) -> RingFace:
        """What is shown now."""
        return self._face

    def show_face(self, face: RingFace) -> None:
        """Change what is shown; nothing happens when it is the same."""
        if face == self._face:
            return
        old, self._face = self._face, face
        if replace(old, digits=face.digits) == face:
            self.update(self._centre().toAlignedRect())
        else:
            self.update()

    def set_part(self, part: float) -> None:
        """``part`` of the ring is lit, 0 to 1."""
        part = min(1.0, max(0.0, part))
        if self._face.segments:
            part = math.ceil(part * self._face.segments - 1e-9) / self._face.segments
        if part == self._part:
            return
        self._part = part
        if abs(part - self._painted_part) * self._length() < _STEP_PX and part not in (0.0, 1.0):
            return
        self._repaint_between(self._painted_part, part)
        self._painted_part = part

    def set_scale(self, scale: float) -> None:
        """1 is 352 pixels across."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        painter.setClipRegion(event.region())
        self._paint_arc(painter)
        if event.region().intersects(self._centre().toAlignedRect()):
            self._paint_face(painter)
        painter.end()

    # The arc

    def _stroke(self) -> float:
        return STROKE * self._scale

    def _box(self) -> QRectF:
        inset = self._stroke() / 2
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        return box.adjusted(inset, inset, -inset, -inset)

    def _length(self) -> float:
        return math.pi * self._box().width()

    def _paint_arc(self, painter: QPainter) -> None:
        theme = self._look.theme
        box, face = self._box(), self._face
        lit = _pen(theme.color(face.color), self._stroke())
        unlit = _pen(theme.color("track"), self._stroke())
        if face.segments:
            self._paint_segments(painter, box, lit, unlit)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in draw.edged(unlit, theme.edge):
            painter.setPen(pen)
            painter.drawEllipse(box)
        painter.setPen(lit)
        if self._part >= 1.0:
            painter.drawEllipse(box)
        elif self._part > 0.0:
            painter.drawArc(box, 90 * 16, -round(self._part * 360 * 16))

    def _paint_segments(self, painter: QPainter, box: QRectF, lit: QPen, unlit: QPen) -> None:
        count = self._face.segments
        whole = 360 / count
        span = whole - SEGMENT_GAP
        burning = round(self._part * count)
        for index in range(count):
            start = 90 - whole * index - (whole - span) / 2
            edge = None if index < burning else self._look.theme.edge
            for pen in draw.edged(lit if index < burning else unlit, edge):
                painter.setPen(pen)
                painter.drawArc(box, round(start * 16), -round(span * 16))

    def _repaint_between(self, old: float, new: float) -> None:
        """Ask for painting of only the piece of the ring that changes."""
        if self._face.segments or abs(old - new) > 0.1:
            self.update()
            return
        box, reach = self._box(), self._stroke()
        region = QRect()
        for part in (old, (old + new) / 2, new):
            angle = math.radians(90 - part * 360)
            x = box.center().x() + box.width() / 2 * math.cos(angle)
            y = box.center().y() - box.height() / 2 * math.sin(angle)
            spot = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
            region = region.united(spot.toAlignedRect())
        self.update(region)

    # The face

    def _centre(self) -> QRectF:
        """The square inside the ring that holds all its text."""
        box = self._box()
        half = (box.width() / 2 - self._stroke() / 2) * 0.86
        middle = box.center()
        return QRectF(middle.x() - half, middle.y() - half * 0.8, 2 * half, 1.7 * half)

    def _paint_face(self, painter: QPainter) -> None:
        face, scale, theme = self._face, self._scale, self._look.theme
        role = _digits_role(face.room)
        digits_line = _DIGITS_LINES[role] * scale
        below = (_NOTE_LINE if face.note else _DOT + 2 if face.dots > 1 else 0) * scale
        label_line = _LABEL_LINE * scale
        drop = 10 if below else -4
        height = label_line + digits_line + below
        y = self.height() / 2 - height / 2 + drop * scale / 2
        self._text(painter, face.label, "ring-label", theme.color(face.label_color), y, label_line)
        y += label_line
        if face.tick:
            self._paint_tick(painter, y, digits_line)
        else:
            self._text(painter, face.digits, role, theme.color("ink"), y, digits_line)
        y += digits_line
        if face.note:
            self._text(painter, face.note, "ring-note", theme.color("muted"), y, below)
        elif face.dots > 1:
            self._paint_dots(painter, y + 2 * scale)

    def _text(
        self, painter: QPainter, text: str, role: str, color: QColor, y: float, line: float
    ) -> None:
        font = self._look.font(role, self._scale)
        width = QFontMetricsF(font).horizontalAdvance(text)
        room = self._box().width() * _TEXT_PART
        if role not in _DIGITS_LINES and width > room:
            font = self._look.font(role, self._scale * room / width)
        painter.setFont(font)
        painter.setPen(color)
        rect = QRectF(0, y - line, self.width(), 3 * line)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_tick(self, painter: QPainter, y: float, line: float) -> None:
        side = round(130 * self._scale)
        picture = self._look.pixmap("check", self._face.color, side, self.devicePixelRatioF())
        painter.drawPixmap(round((self.width() - side) / 2), round(y + (line - side) / 2), picture)

    def _paint_dots(self, painter: QPainter, y: float) -> None:
        face, theme, scale = self._face, self._look.theme, self._scale
        dot, gap, edge = _DOT * scale, _DOT_GAP * scale, 4 * scale
        x = (self.width() - face.dots * dot - (face.dots - 1) * gap) / 2
        for number in range(1, face.dots + 1):
            box = QRectF(x, y, dot, dot)
            token = face.color if number <= face.dot else "control"
            color = theme.color(token)
            if number < face.dot:
                draw.rounded(painter, box, dot / 2, color)
            else:
                draw.rounded(painter, box, dot / 2, None, color, edge)
            if number == face.dot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawPie(box, 90 * 16, 180 * 16)
            x += dot + gap


def _digits_role(room: int) -> str:
    if room <= 2:
        return "digits"
    return "digits-long" if room <= 4 else "digits-longest"


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
