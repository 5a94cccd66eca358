"""The head of the dial's card: which leg, by word, arrow, place and colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from supple.core.routine import Side
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.card import RADIUS

_HIGH, _PAD, _ARROW, _GAP = 60, 20, 28, 12
_LETTERS = 28 / 54


class LegBand(QLabel):
    """A coloured half with the leg in it, the other leg small in the other half."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = Side.LEFT
        self._ghost = ""
        self._number = ""
        self._faint = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._refresh)

    def show_leg(self, side: Side, ghost: str) -> None:
        """``ghost``: small words in the other half."""
        self._side, self._ghost = side, ghost
        self._tell()

    def show_number(self, number: str, *, faint: bool = False) -> None:
        """The angle, where it has no card of its own; "" for none. ``faint``: not set yet."""
        if (number, faint) != (self._number, self._faint):
            self._number, self._faint = number, faint
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        painter.setClipPath(self._shape())
        theme, left = self._look.theme, self._side is Side.LEFT
        half = self.width() / 2
        painter.fillRect(self.rect(), theme.color("sunken"))
        block = QRectF(0 if left else half, 0, half, self.height())
        painter.fillRect(block, theme.color(self._side.value))
        self._paint_leg(painter, block)
        self._paint_other(painter, QRectF(half if left else 0, 0, half, self.height()))
        painter.setClipping(False)
        painter.end()

    def _paint_leg(self, painter: QPainter, block: QRectF) -> None:
        look, left = self._look, self._side is Side.LEFT
        ink = look.theme.color(f"on-{self._side}")
        pad, arrow, gap = look.px(_PAD), look.px(_ARROW), look.px(_GAP)
        x = block.left() + pad if left else block.right() - pad - arrow
        self._paint_arrow(painter, QRectF(x, (self.height() - arrow) / 2, arrow, arrow))
        painter.setFont(look.font("side", _LETTERS * look.text_scale))
        painter.setPen(ink)
        step = pad + arrow + gap
        text = block.adjusted(step, 0, 0, 0) if left else block.adjusted(0, 0, -step, 0)
        align = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            text, align | Qt.AlignmentFlag.AlignVCenter, f"{self._side.value.upper()} LEG"
        )

    def _paint_other(self, painter: QPainter, box: QRectF) -> None:
        look, left = self._look, self._side is Side.LEFT
        pad = look.px(_PAD)
        inner = box.adjusted(pad, 0, -pad, 0)
        outside = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        inside = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        room = inner.width()
        if self._number:
            font = look.font("side", 36 / 54 * look.text_scale)
            painter.setFont(font)
            painter.setPen(look.theme.color("control" if self._faint else f"{self._side}-ink"))
            painter.drawText(inner, inside | Qt.AlignmentFlag.AlignVCenter, self._number)
            room -= QFontMetricsF(font).horizontalAdvance("110°") + pad
        font = look.font("body-medium", 18 / 15)
        if QFontMetricsF(font).horizontalAdvance(self._ghost) > room:
            font = look.font("small-medium")
        if QFontMetricsF(font).horizontalAdvance(self._ghost) > room:
            return
        painter.setFont(font)
        painter.setPen(look.theme.color("muted"))
        painter.drawText(inner, outside | Qt.AlignmentFlag.AlignVCenter, self._ghost)

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> None:
        left = self._side is Side.LEFT
        unit = box.width() / 28

        def at(x: float, y: float) -> QPointF:
            return QPointF(box.left() + (x if left else 28 - x) * unit, box.top() + y * unit)

        pen = QPen(self._look.theme.color(f"on-{self._side}"), 4 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([at(14, 4), at(4, 14), at(14, 24)]))
        painter.drawLine(at(4.5, 14), at(24, 14))

    def _shape(self) -> QPainterPath:
        """Round above, as the card is."""
        box = QRectF(self.rect()).adjusted(1, 1, -1, 0)
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0, 0, 0, 2 * RADIUS), RADIUS - 1, RADIUS - 1)
        return path

    def _tell(self) -> None:
        name = f"{self._side.value.capitalize()} leg"
        self.setAccessibleName(f"{name}. {self._ghost}" if self._ghost else name)
        self.update()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
