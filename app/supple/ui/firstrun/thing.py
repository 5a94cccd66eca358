"""Something that is at hand or not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from supple.ui.look import Look
from supple.ui.widgets import draw

_HEIGHT, _PAD, _ICON, _GAP = 40, 16, 18, 8


class Thing(QCheckBox):
    """A box with a word; a tick and a soft fill say that it is there."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        px = self._look.px
        words = QFontMetricsF(self._look.font("body-medium")).horizontalAdvance(self.text())
        icon = px(_ICON) + px(_GAP) if self.isChecked() else 0
        return QSize(round(words + 1.5) + icon + 2 * px(_PAD), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, on = self._look.theme, self._look.px, self.isChecked()
        painter = draw.smooth(self)
        fill = "primary-soft" if on else "sunken" if self.underMouse() else "surface"
        edge = theme.color("primary" if on else "control")
        draw.rounded(painter, QRectF(self.rect()), 10, theme.color(fill), edge)
        x = px(_PAD)
        ink = "primary-ink" if on else "ink"
        if on:
            picture = self._look.pixmap("check", ink, px(_ICON), self.devicePixelRatioF())
            painter.drawPixmap(x, round((self.height() - px(_ICON)) / 2), picture)
            x += px(_ICON) + px(_GAP)
        painter.setFont(self._look.font("body-medium"))
        painter.setPen(theme.color(ink))
        words = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
