"""The row under the cue: what comes next, or how to go on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.core.session_keys import KeyMap, SessionKey
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.keycap import paint_cap

NOTICE_MS = 12_000
_GAP, _CAP = 14, 34
_LEAST, _SMALLEST = 0.7, 0.5
"""How much smaller what comes next may be, and a notice."""
_WAITING = "when you are ready"


class ThenRow(QLabel):
    """``Then`` and what follows; in a pause ``Press [Space] to go on``; a notice at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._then = ""
        self._paused = False
        self._waiting = False
        self._notice = ""
        self._keys = KeyMap()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._drop_notice)
        look.changed.connect(self.update)

    @property
    def notice(self) -> str:
        """The notice shown now, or ""."""
        return self._notice

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys go on, and start at once."""
        if keys != self._keys:
            self._keys = keys
            self._tell()
            self.update()

    def show_then(self, then: str, *, waiting: bool = False) -> None:
        """``then`` follows the word "Then"; "" empties the row.

        ``waiting``: whoever is ready before it comes need not wait, and is told so where it fits.
        """
        if waiting != self._waiting:
            self._waiting = waiting
            self.update()
        self._set(then, paused=False)

    def show_pause(self) -> None:
        """Say how to go on."""
        self._set("", paused=True)

    def show_notice(self, text: str) -> None:
        """Show a quiet remark for a few seconds; "" takes it away."""
        self._notice = text
        self._timer.start(NOTICE_MS)
        self.update()

    def set_scale(self, scale: float) -> None:
        """1 is 26 pixels."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        room = QRectF(self.rect())
        if self._notice:
            room.setWidth(room.width() - self._paint_notice(painter) - _GAP * self._scale)
        if self._paused:
            self._paint_pause(painter, room)
        elif self._then:
            self._paint_then(painter, room)
        painter.end()

    def _set(self, then: str, *, paused: bool) -> None:
        if then == self._then and paused == self._paused:
            return
        self._then, self._paused = then, paused
        self._tell()

    def _tell(self) -> None:
        if self._then:
            self.setText(f"Then {self._then}")
        else:
            pause = self._keys.spoken(SessionKey.PAUSE)
            self.setText(f"Press {pause} to go on" if self._paused else "")

    def _paint_then(self, painter: QPainter, room: QRectF) -> None:
        x = self._word(painter, "Then", "counter", "muted", room.left()) + _GAP * self._scale
        left = room.right() - x
        font = self._fitted(self._then, left)
        text = QFontMetricsF(font).elidedText(self._then, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.setPen(self._look.theme.color("ink"))
        box = QRectF(x, 0, left + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if self._waiting:
            self._paint_waiting(painter, x + QFontMetricsF(font).horizontalAdvance(text), room)

    def _paint_waiting(self, painter: QPainter, x: float, room: QRectF) -> None:
        """How to start before the time is over, at the right, where there is room for it."""
        scale = self._scale
        words = QFontMetricsF(self._look.font("hint", scale)).horizontalAdvance(_WAITING)
        key = self._keys.brief(SessionKey.NEXT)
        cap, gap = self._cap_width(key), _GAP * scale
        left = room.right() - cap - gap - words
        if left < x + 2 * gap:
            return
        self._paint_cap(painter, left, key)
        self._word(painter, _WAITING, "hint", "muted", left + cap + gap)

    def _fitted(self, text: str, width: float) -> QFont:
        scale = self._scale
        while scale > self._scale * _LEAST:
            font = self._look.font("counter-strong", scale)
            if QFontMetricsF(font).horizontalAdvance(text) <= width:
                return font
            scale *= 0.95
        return self._look.font("counter-strong", scale)

    def _paint_pause(self, painter: QPainter, room: QRectF) -> None:
        gap = _GAP * self._scale
        x = self._word(painter, "Press", "counter", "muted", room.left()) + gap
        key = self._keys.brief(SessionKey.PAUSE)
        self._paint_cap(painter, x, key)
        self._word(painter, "to go on", "counter", "muted", x + self._cap_width(key) + gap)

    def _cap_width(self, key: str) -> float:
        if len(key) == 1:
            return _CAP * self._scale
        text = QFontMetricsF(self._look.font("hint", self._scale)).horizontalAdvance(key)
        return text + 24 * self._scale

    def _paint_cap(self, painter: QPainter, x: float, key: str) -> None:
        height = _CAP * self._scale
        box = QRectF(x, (self.height() - height) / 2, self._cap_width(key), height)
        color = self._look.theme.color("ink")
        paint_cap(painter, self._look, box, key, color, 22 / 12 * self._scale)

    def _paint_notice(self, painter: QPainter) -> float:
        """Beside what comes next, which is not cut for it: rather the notice takes two lines."""
        how = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
        font = self._look.font("hint", self._scale)
        width = QFontMetricsF(font).horizontalAdvance(self._notice)
        left = self.width() - self._wanted() - 2 * _GAP * self._scale
        if width > left:
            how |= Qt.TextFlag.TextWordWrap.value
            font, width = self._folded(QRectF(0, 0, max(left, 1.0), self.height()), how)
        painter.setFont(font)
        painter.setPen(self._look.theme.color("muted"))
        box = QRectF(self.width() - width, 0, width, self.height())
        painter.drawText(box, how, self._notice)
        return width

    def _wanted(self) -> float:
        """The width of the words at the left, as small as they may be."""
        if not self._then:
            return self.width() / 2 if self._paused else 0.0
        first = QFontMetricsF(self._look.font("counter", self._scale)).horizontalAdvance("Then")
        font = self._look.font("counter-strong", self._scale * _LEAST)
        return first + _GAP * self._scale + QFontMetricsF(font).horizontalAdvance(self._then)

    def _folded(self, room: QRectF, how: int) -> tuple[QFont, float]:
        """A font in which the notice goes into ``room``, and the width that it takes there."""
        scale = self._scale
        while True:
            font = self._look.font("hint", scale)
            box = QFontMetricsF(font).boundingRect(room, how, self._notice)
            if scale <= self._scale * _SMALLEST or room.contains(box):
                return font, room.width()
            scale *= 0.95

    def _word(self, painter: QPainter, text: str, role: str, token: str, x: float) -> float:
        font = self._look.font(role, self._scale)
        painter.setFont(font)
        painter.setPen(self._look.theme.color(token))
        width = QFontMetricsF(font).horizontalAdvance(text)
        box = QRectF(x, 0, width + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width

    def _drop_notice(self) -> None:
        self._notice = ""
        self.update()
