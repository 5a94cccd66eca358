"""A button of the control bar: an icon over its word and key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.keycap import HEIGHT as CAP_HEIGHT
from supple.ui.widgets.keycap import cap_width, paint_cap

_HEIGHT, _ICON, _PAD, _GAP, _LINE, _RADIUS = 60, 24, 8, 6, 20, 12
_LEAST_SCALE = 0.8
"""Icons do not shrink with the smallest window; they lose their keys and words instead."""


class TransportButton(QAbstractButton):
    """One cell. It never takes the focus, so that the keys always reach the page."""

    def __init__(
        self, look: Look, word: str, icon: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._icon_token = "ink"
        self._key = key
        self._scale = 1.0
        self._words = self._caps = True
        self._widest: tuple[str, ...] = (word,)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(f"Key: {key}")
        self.show_face(word, icon)
        look.changed.connect(self.update)

    def reserve(self, *words: str) -> None:
        """Keep room for these words, so that the bar does not shift when one replaces another."""
        self._widest = words

    def set_key(self, key: str, spoken: str) -> None:
        """Another key; ``spoken`` is what it is called where it is read out."""
        self.setAccessibleDescription(f"Key: {spoken}")
        if key != self._key:
            self._key = key
            self.setToolTip(f"{self.text()} ({key})")
            self.updateGeometry()
            self.update()

    def show_face(self, word: str, icon: str, icon_token: str = "ink") -> None:
        """Another word and icon."""
        if (word, icon, icon_token) == (self.text(), self._icon, self._icon_token):
            return
        self._icon, self._icon_token = icon, icon_token
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(f"{word} ({self._key})")
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float, *, words: bool, caps: bool = True) -> None:
        """``words`` False leaves only the icon, ``caps`` False the word without its key."""
        scale = max(_LEAST_SCALE, scale)
        if (scale, words, caps) != (self._scale, self._words, self._caps):
            self._scale, self._words, self._caps = scale, words, caps
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        height = round(_HEIGHT * self._scale)
        if not self._words:
            return QSize(round(40 * self._scale), height)
        width = max(self._word_width(word) for word in (*self._widest, self.text()))
        width += self._cap_room()
        return QSize(round(width + 2 * _PAD * self._scale), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        self._paint_ground(painter)
        side = round(_ICON * self._scale)
        dpr = self.devicePixelRatioF()
        picture = self._look.pixmap(self._icon, self._icon_token, side, dpr)
        x = (self.width() - side) // 2
        if not self._words:
            painter.drawPixmap(x, (self.height() - side) // 2, picture)
        else:
            line = _LINE * self._scale
            top = (self.height() - side - line - 3 * self._scale) / 2
            painter.drawPixmap(x, round(top), picture)
            self._paint_word(painter, top + side + 3 * self._scale, line)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isDown() or self.underMouse():
            token = "track" if self.isDown() else "sunken"
            radius = _RADIUS * self._scale
            draw.rounded(painter, QRectF(self.rect()), radius, self._look.theme.color(token))

    def _paint_word(self, painter: QPainter, y: float, line: float) -> None:
        theme = self._look.theme
        word, room = self._word_width(self.text()), self._cap_room()
        x = (self.width() - word - room) / 2
        painter.setFont(self._look.font("transport", self._scale))
        painter.setPen(theme.color("ink"))
        box = QRectF(x, y, word + 2, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self._caps:
            return
        height, gap = CAP_HEIGHT * self._scale, _GAP * self._scale
        cap_box = QRectF(x + word + gap, y + (line - height) / 2, room - gap, height)
        paint_cap(painter, self._look, cap_box, self._key, theme.color("muted"), self._scale)

    def _cap_room(self) -> float:
        """What the key takes beside the word, with the gap before it."""
        if not self._caps:
            return 0.0
        return _GAP * self._scale + cap_width(self._look, self._key, self._scale)

    def _word_width(self, word: str) -> float:
        font = self._look.font("transport", self._scale)
        return QFontMetricsF(font).horizontalAdvance(word)
