"""The band that says which leg: by word, arrow, place and colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from supple.core.routine import Side
from supple.ui.look import Look
from supple.ui.theme import blend
from supple.ui.widgets import draw

SLIDE_MS = 400
_PAD, _GAP, _ARROW = 32, 18, 46


@dataclass(frozen=True, slots=True)
class BandFace:
    """What the band shows."""

    side: Side = Side.BOTH
    main: str = ""
    ghost: str = ""
    """Small words in the other half."""
    soft: bool = False
    """Pale: in a pause, and while resting."""
    small: bool = False
    """The main words set smaller, for ``Left leg next``."""


class SideBand(QLabel):
    """A strip from edge to edge. The coloured half slides over when the side changes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._face = BandFace()
        self._from = Side.BOTH
        self._scale = 1.0
        self._margin = _PAD
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setStartValue(0.0)
        self._slide.setEndValue(1.0)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self.update)
        look.changed.connect(self.update)

    @property
    def face(self) -> BandFace:
        """What is shown now."""
        return self._face

    @property
    def sliding(self) -> bool:
        """Whether the block is on its way to the other half."""
        return self._slide.state() == QVariantAnimation.State.Running

    def show_face(self, face: BandFace) -> None:
        """Change what is shown; nothing happens when it is the same."""
        if face == self._face:
            return
        old, self._face = self._face, face
        self.setText(f"{face.main}. {face.ghost}" if face.ghost else face.main)
        turned = Side.BOTH not in (old.side, face.side) and old.side is not face.side
        if turned and old.main and not self._look.reduced_motion and self.isVisible():
            self._from = old.side
            self._slide.start()
        else:
            self._slide.stop()
        self.update()

    def set_scale(self, scale: float, margin: int = _PAD) -> None:
        """1 is 84 pixels high; ``margin`` pixels are left free at both ends."""
        if (scale, margin) != (self._scale, self._margin):
            self._scale, self._margin = scale, margin
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        painter.fillRect(self.rect(), self._look.theme.color("sunken"))
        if self._face.side is Side.BOTH:
            self._paint_both(painter)
        else:
            self._paint_ghost(painter)
            self._paint_block(painter)
        painter.end()

    def _paint_both(self, painter: QPainter) -> None:
        if not self._face.main:
            return
        theme = self._look.theme
        painter.fillRect(self.rect(), theme.color("rest-soft"))
        painter.setPen(theme.color("muted" if self._face.soft else "ink"))
        painter.setFont(self._look.font("side", self._scale))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._face.main)

    def _paint_ghost(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(self._margin, 0, -self._margin, 0)
        left = self._face.side is Side.LEFT
        align = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._look.font("counter", self._scale))
        painter.setPen(self._look.theme.color("muted"))
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, self._face.ghost)

    def _paint_block(self, painter: QPainter) -> None:
        fill, ink = self._colors()
        half = self.width() / 2
        block = QRectF(half * self._place(), 0, half, self.height())
        painter.fillRect(block, fill)
        painter.setClipRect(block)
        pad, gap, arrow = self._margin, _GAP * self._scale, _ARROW * self._scale
        left = self._face.side is Side.LEFT
        x = block.left() + pad if left else block.right() - pad - arrow
        self._paint_arrow(painter, QRectF(x, (self.height() - arrow) / 2, arrow, arrow), ink)
        step = pad + arrow + gap
        text = block.adjusted(step, 0, 0, 0) if left else block.adjusted(0, 0, -step, 0)
        align = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.setFont(self._look.font("side-soft" if self._face.small else "side", self._scale))
        painter.setPen(ink)
        painter.drawText(text, align | Qt.AlignmentFlag.AlignVCenter, self._face.main)

    def _paint_arrow(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        left = self._face.side is Side.LEFT
        unit = box.width() / _ARROW

        def at(x: float, y: float) -> QPointF:
            return QPointF(box.left() + (x if left else _ARROW - x) * unit, box.top() + y * unit)

        pen = QPen(color, 6.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([at(26, 7), at(10, 23), at(26, 39)]))
        painter.drawLine(at(10.5, 23), at(40, 23))

    def _place(self) -> float:
        """Where the block is: 0 the left half, 1 the right one."""
        end = 0.0 if self._face.side is Side.LEFT else 1.0
        if not self.sliding:
            return end
        done = float(self._slide.currentValue())
        return done if end else 1.0 - done

    def _colors(self) -> tuple[QColor, QColor]:
        theme, side = self._look.theme, self._face.side.value
        if self._face.soft:
            return theme.color(f"{side}-soft"), theme.color(f"{side}-ink")
        fill = theme.color(side)
        if self.sliding:
            done = float(self._slide.currentValue())
            fill = blend(fill, theme.color(self._from.value), done)
        return fill, theme.color(f"on-{side}")
