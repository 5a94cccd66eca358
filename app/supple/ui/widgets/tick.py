"""A box to tick, with its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

_BOX, _GAP, _RADIUS = 20, 12, 5


class Tick(QCheckBox):
    """A check box in our colours."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("body")).horizontalAdvance(self.text())
        height = max(_BOX, self._look.line("body")) + 2
        return QSize(round(words + 1.5) + _BOX + _GAP, round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        able, on = self.isEnabled(), self.isChecked()
        painter = draw.smooth(self)
        box = QRectF(0, (self.height() - _BOX) / 2, _BOX, _BOX)
        if on:
            fill = theme.color("primary") if able else theme.faint("primary")
            draw.rounded(painter, box, _RADIUS, fill)
            side = _BOX - 6
            picture = self._look.pixmap("check", "on-primary", side, self.devicePixelRatioF())
            painter.drawPixmap(round(box.left()) + 3, round(box.top()) + 3, picture)
        else:
            edge = theme.color("control") if able else theme.color("line")
            draw.rounded(painter, box, _RADIUS, theme.color("surface"), edge, 1.5)
        painter.setFont(self._look.font("body"))
        painter.setPen(theme.color("ink") if able else theme.faint("ink"))
        words = QRectF(_BOX + _GAP, 0, self.width() - _BOX - _GAP, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
