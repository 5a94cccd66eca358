"""Which step of the check this is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

_DOT, _GAP, _LINE, _PAD = 24, 8, 22, 12
_SHORT_LINE, _SHORT_PAD = 10, 7


class StepTrail(QLabel):
    """Numbered circles with words; where it is narrow only the present one has its word."""

    def __init__(self, look: Look, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps = tuple(steps)
        self._at = 0
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)
        self.show_step(0)

    @property
    def at(self) -> int:
        """The number of the present step, from 0."""
        return self._at

    def show_step(self, at: int) -> None:
        """Step ``at``, from 0, is the present one."""
        self._at = at
        self.setAccessibleName(f"Step {at + 1} of {len(self._steps)}: {self._steps[at]}")
        self._refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the words of all steps but the present one."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._refresh()

    def sizeHint(self) -> QSize:
        look = self._look
        width = sum(self._width(n) for n in range(len(self._steps)))
        line, pad = self._between()
        width += (len(self._steps) - 1) * (line + 2 * pad)
        return QSize(round(width) + 2, look.px(_DOT) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self._look, self._look.theme
        painter = draw.smooth(self)
        middle, x = self.height() / 2, 1.0
        for n, word in enumerate(self._steps):
            if n:
                line, pad = self._between()
                painter.setPen(QPen(theme.color("line"), 2))
                painter.drawLine(QPointF(x + pad, middle), QPointF(x + pad + line, middle))
                x += line + 2 * pad
            self._paint_dot(
                painter, QRectF(x, middle - look.px(12), look.px(_DOT), look.px(_DOT)), n
            )
            if self._shows_word(n):
                left = x + look.px(_DOT) + look.px(_GAP)
                painter.setFont(self._font(n))
                painter.setPen(theme.color("muted" if n > self._at else "ink"))
                box = QRectF(left, 0, self.width() - left, self.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
            x += self._width(n)
        painter.end()

    def _paint_dot(self, painter: QPainter, box: QRectF, n: int) -> None:
        theme, look = self._look.theme, self._look
        if n > self._at:
            draw.rounded(painter, box, box.width() / 2, None, theme.color("control"))
        else:
            draw.rounded(painter, box, box.width() / 2, theme.color("primary"))
        if n < self._at:
            side = look.px(14)
            tick = look.pixmap("check", "on-primary", side, self.devicePixelRatioF())
            painter.drawPixmap(box.center() - QPointF(side / 2, side / 2), tick)
            return
        painter.setFont(look.font("small-strong", numbers=True))
        painter.setPen(theme.color("on-primary" if n == self._at else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(n + 1))

    def _font(self, n: int) -> QFont:
        return self._look.font("small-strong" if n == self._at else "small-medium")

    def _between(self) -> tuple[int, int]:
        """Pixels of the line between two steps, and to either side of it."""
        px = self._look.px
        return (px(_SHORT_LINE), px(_SHORT_PAD)) if self._narrow else (px(_LINE), px(_PAD))

    def _shows_word(self, n: int) -> bool:
        return not self._narrow or n == self._at

    def _width(self, n: int) -> float:
        width = float(self._look.px(_DOT))
        if self._shows_word(n):
            words = QFontMetricsF(self._font(n)).horizontalAdvance(self._steps[n])
            width += self._look.px(_GAP) + words
        return width

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
