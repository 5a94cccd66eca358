"""The routine as a line in time: what is done on which side, and where the rests are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from supple.core import labels
from supple.core.draft_layout import Layout, Segment, Tint
from supple.ui.look import Look
from supple.ui.theme import Theme
from supple.ui.widgets import draw
from supple.ui.widgets.painted import PaintedImage

_HIGH, _THIN, _BELOW = 20, 6, 22
_GAP = 2
_LETTERS, _LETTER_ROOM = {Tint.LEFT: "L", Tint.RIGHT: "R"}, 12
TOKENS = {Tint.LEFT: "left", Tint.RIGHT: "right", Tint.BOTH: "h2", Tint.REST: "fig-mat"}


class TimelineBar(PaintedImage):
    """Click a part, or turn to it with the arrow keys, to choose its row."""

    chosen = Signal(int)
    """A row's key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._layout = Layout()
        self._names: Mapping[int, str] = {}
        self._key: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def show_layout(self, layout: Layout, names: Mapping[int, str], said: str) -> None:
        """Show ``layout``; ``names`` of the rows by key, ``said`` all of it in words."""
        self._layout, self._names = layout, names
        total = labels.clock(layout.total_s)
        self.setAccessibleName(f"Timeline, {total} in all" if layout.segments else "Timeline")
        self.setAccessibleDescription(said)
        self.update()

    def choose(self, key: int | None) -> None:
        """Mark the parts of one row."""
        if key != self._key:
            self._key = key
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._look.px(_HIGH + _BELOW))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def segment_at(self, x: float) -> Segment | None:
        """What is painted at so many pixels from the left."""
        found = (s for s in self._layout.segments if x < self._x(s.end_s))
        return next(found, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.segment_at(event.position().x())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(found.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._layout.rows)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        now = keys.index(self._key) if self._key in keys else -1 if step > 0 else 0
        self.chosen.emit(keys[(now + step) % len(keys)])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.segment_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.tip(found) if found else "", self)
            return True
        return super().event(event)

    def tip(self, segment: Segment) -> str:
        """Such as ``Figure four, left leg, 0:30``, and how much of it the way there takes."""
        words = {
            Tint.LEFT: "left leg",
            Tint.RIGHT: "right leg",
            Tint.BOTH: "both legs",
            Tint.REST: "getting ready or resting",
        }
        length = labels.clock(segment.end_s - segment.start_s)
        told = f"{self._names.get(segment.key, '')}, {words[segment.tint]}, {length}"
        way = segment.way
        return f"{told}\n{labels.seconds_of(way.seconds)} of it for {way.words}" if way else told

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, draw.smooth(self)
        high = self._look.px(_HIGH)
        for segment in self._layout.segments:
            self._paint_segment(painter, segment, theme, high)
        self._paint_names(painter, high)
        painter.end()

    def _paint_segment(self, painter: QPainter, segment: Segment, theme: Theme, high: int) -> None:
        left, right = self._x(segment.start_s), self._x(segment.end_s)
        color = theme.color(TOKENS[segment.tint])
        if segment.tint is Tint.REST:
            thin = self._look.px(_THIN)
            wide = right - left - 2 * _GAP
            if wide >= 2:
                box = QRectF(left + _GAP, (high - thin) / 2, wide, thin)
                draw.rounded(painter, box, thin / 2, color)
            return
        box = QRectF(left, 0, max(2.0, right - left), high)
        draw.rounded(painter, box, min(4, box.width() / 2), color)
        if segment.tint in _LETTERS and box.width() >= self._look.px(_LETTER_ROOM):
            # Colour is not to be the only sign of the side.
            painter.setFont(self._look.font("caption"))
            painter.setPen(theme.color(f"on-{TOKENS[segment.tint]}"))
            letter = _LETTERS[segment.tint]
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_names(self, painter: QPainter, high: int) -> None:
        """Each name where its first part begins, as far as the next one lets it."""
        look = self._look
        starts = [(k, self._start(k)) for k in self._layout.rows]
        line = look.line("caption")
        for n, (key, left) in enumerate(starts):
            right = starts[n + 1][1] if n + 1 < len(starts) else float(self.width())
            chosen = key == self._key
            font = look.font("caption")
            painter.setFont(font)
            painter.setPen(look.theme.color("ink" if chosen else "muted"))
            room = right - left - 6
            if room < look.px(18):
                continue
            cut = Qt.TextElideMode.ElideRight
            text = QFontMetricsF(font).elidedText(self._names.get(key, ""), cut, room)
            box = QRectF(left, high + 3, room, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            if chosen:
                under = QRectF(left, high + 3 + line, max(8.0, room), 2)
                draw.rounded(painter, under, 1, look.theme.color("primary"))

    def _start(self, key: int) -> float:
        return self._x(next(s.start_s for s in self._layout.segments if s.key == key))

    def _x(self, seconds: float) -> float:
        segments = self._layout.segments
        whole = segments[-1].end_s if segments else 1.0
        return seconds / whole * self.width()
