"""The row under the cue: what comes next, or how to go on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.keycap import paint_cap

NOTICE_MS = 12_000
_GAP = 14
_LEAST = 0.7
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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._drop_notice)
        look.changed.connect(self.update)

    @property
    def notice(self) -> str:
        """The notice shown now, or ""."""
        return self._notice

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
        text = f"Then {then}" if then else "Press Space to go on" if paused else ""
        self.setText(text)

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
        cap, gap = 34 * scale, _GAP * scale
        left = room.right() - cap - gap - words
        if left < x + 2 * gap:
            return
        box = QRectF(left, (self.height() - cap) / 2, cap, cap)
        color = self._look.theme.color("ink")
        paint_cap(painter, self._look, box, "→", color, 22 / 12 * scale)
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
        height = 34 * self._scale
        font = self._look.font("hint", self._scale)
        width = QFontMetricsF(font).horizontalAdvance("Space") + 24 * self._scale
        box = QRectF(x, (self.height() - height) / 2, width, height)
        color = self._look.theme.color("ink")
        paint_cap(painter, self._look, box, "Space", color, 22 / 12 * self._scale)
        self._word(painter, "to go on", "counter", "muted", x + width + gap)

    def _paint_notice(self, painter: QPainter) -> float:
        font = self._look.font("hint", self._scale)
        painter.setFont(font)
        painter.setPen(self._look.theme.color("muted"))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), align, self._notice)
        return QFontMetricsF(font).horizontalAdvance(self._notice)

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
