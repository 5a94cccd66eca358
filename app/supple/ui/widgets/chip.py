"""A short fact in a small box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

KINDS = {
    "plain": ("sunken", "muted"),
    "teal": ("primary-soft", "primary-ink"),
    "care": ("accent-soft", "accent-ink"),
    "left": ("left-soft", "left-ink"),
    "right": ("right-soft", "right-ink"),
}
"""Fill and text tokens by kind."""
_HEIGHT, _PAD, _GAP, _RADIUS, _ICON = 26, 10, 6, 8, 15


class Chip(QLabel):
    """Text, with an icon before it if wanted. Change it with ``setText``."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "plain",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``kind`` one of ``KINDS``; ``icon`` an icon's name."""
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)

    def sizeHint(self) -> QSize:
        scale = self._look.text_scale
        width = self._text_width() + 2 * _PAD * scale
        if self._icon:
            width += (_ICON + _GAP) * scale
        return QSize(round(width) + 1, round(_HEIGHT * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, ink = KINDS[self._kind]
        theme, scale = self._look.theme, self._look.text_scale
        painter = draw.smooth(self)
        draw.rounded(painter, QRectF(self.rect()), _RADIUS * scale, theme.color(fill))
        x = _PAD * scale
        if self._icon:
            side = round(_ICON * scale)
            picture = self._look.pixmap(self._icon, ink, side, self.devicePixelRatioF())
            painter.drawPixmap(round(x), (self.height() - side) // 2, picture)
            x += side + _GAP * scale
        painter.setFont(self._look.font("small-medium"))
        painter.setPen(theme.color(ink))
        rect = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _text_width(self) -> float:
        return QFontMetricsF(self._look.font("small-medium")).horizontalAdvance(self.text())

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
