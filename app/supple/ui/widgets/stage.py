"""The stage the figure stands, sits or lies on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from supple.core.routine import Side
from supple.figure.port import FigurePainter, FigureView
from supple.ui.look import Look
from supple.ui.widgets import draw

RADIUS = 12
FADE_MS = 350
"""So long one picture dissolves into the next where the figure does not move there itself."""
_LEAP = 0.2
"""Part of a movement that no figure does from one frame to the next."""
_LEAVING = 0.55
"""How strong the leg that is done stays in the switch picture."""


@dataclass(frozen=True, slots=True)
class StageView:
    """What the stage shows."""

    figure: FigureView
    switch: bool = False
    """Two small figures with an arrow from the leg that is done to ``figure.side``."""
    tint: str = "stage"
    """Token of the ground."""


class FigureStage(QLabel):
    """Paints one view at a time; whoever owns it decides when the view changes."""

    def __init__(self, look: Look, figures: FigurePainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures = figures
        self._view: StageView | None = None
        self._skin = 0
        self._hair = 0
        self._scale = 1.0
        self._old: QPixmap | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._forget)
        look.changed.connect(self._forget)

    @property
    def view(self) -> StageView | None:
        """What is shown now."""
        return self._view

    @property
    def dissolving(self) -> bool:
        """Whether the picture before is still to be seen."""
        return self._old is not None

    def clear(self) -> None:
        """Show only the ground."""
        self._view = None
        self._forget()

    def show_view(self, view: StageView) -> None:
        """Change the picture; nothing happens when it is the same.

        Small changes are the figure's movement. All others dissolve.
        """
        if view == self._view:
            return
        if self._view is not None and leaps(self._view, view) and self.isVisible():
            self._old = self._picture()
            self._fade.start()
        old, self._view = self._view, view
        if old is None or old.figure.figure != view.figure.figure:
            name = view.figure.figure
            self.setAccessibleName(self._figures.description(name) if name else "")
        self.update()

    def set_person(self, skin: int, hair: int) -> None:
        """Which of the skins and hairs the figure has, both 0 to 2."""
        self._skin, self._hair = skin, hair
        self._forget()

    def set_scale(self, scale: float) -> None:
        """1 is the session page at 1100 by 760."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        self._paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget()

    def _forget(self) -> None:
        self._fade.stop()
        self._old = None
        self.update()

    def _picture(self) -> QPixmap:
        """What is to be seen now."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()
        return picture

    def _paint(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        tint = self._view.tint if self._view else "stage"
        radius = RADIUS * min(1.5, self._scale)
        draw.rounded(painter, box, radius, self._look.theme.color(tint))
        if self._view is not None and self._view.figure.figure:
            if self._view.switch:
                self._paint_switch(painter, box, self._view)
            else:
                pad = 16 * self._scale
                inner = box.adjusted(pad, pad / 2, -pad, -pad)
                self._figures.paint(painter, inner, self._dressed(self._view.figure))
        if self._old is not None:
            painter.setOpacity(float(self._fade.currentValue()))
            painter.drawPixmap(0, 0, self._old)
            painter.setOpacity(1.0)

    def _dressed(self, view: FigureView) -> FigureView:
        return replace(view, dark=self._look.theme.dark, skin=self._skin, hair=self._hair)

    def _paint_switch(self, painter: QPainter, box: QRectF, view: StageView) -> None:
        """Left leg in the left half, right leg in the right half, an arrow to the coming one."""
        coming = view.figure.side
        pad = 12 * self._scale
        width = box.width() / 2 - 1.5 * pad
        line = 52 * self._scale
        height = min(width * 0.75, box.height() - line - 2 * pad)
        top = (box.height() - height - line) / 2
        for side, x in ((Side.LEFT, pad), (Side.RIGHT, box.width() / 2 + pad / 2)):
            here = side is coming
            picture = replace(
                self._dressed(view.figure),
                side=side,
                backdrop=False,
                fade=view.figure.fade * (1.0 if here else _LEAVING),
                glow=view.figure.glow if here else 0.0,
            )
            rect = QRectF(x, top, width, height)
            painter.save()
            self._figures.paint(painter, rect, picture)
            painter.restore()
            self._paint_word(painter, QRectF(x, top + height, width, line), side, here)
        middle = QPointF(box.center().x(), top + height + line / 2)
        self._paint_arrow(painter, middle, coming)

    def _paint_word(self, painter: QPainter, box: QRectF, side: Side, here: bool) -> None:
        theme = self._look.theme
        font = self._look.font("side-soft", self._scale)
        painter.setFont(font)
        painter.setPen(theme.color(f"{side.value}-ink") if here else theme.color("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side.value.capitalize())

    def _paint_arrow(self, painter: QPainter, middle: QPointF, coming: Side) -> None:
        unit = self._scale * (1 if coming is Side.RIGHT else -1)
        pen = QPen(self._look.theme.color(coming.value), 9 * self._scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip = middle + QPointF(44 * unit, 0)
        wing = 19 * unit
        painter.drawLine(QLineF(middle - QPointF(44 * unit, 0), tip))
        painter.drawPolyline(
            QPolygonF([tip + QPointF(-wing, -abs(wing)), tip, tip + QPointF(-wing, abs(wing))])
        )


def leaps(old: StageView, new: StageView) -> bool:
    """Whether the way from ``old`` to ``new`` is more than a figure moves within a frame."""
    if (old.switch, old.tint) != (new.switch, new.tint):
        return True
    a, b = old.figure, new.figure
    turned = (a.side is Side.LEFT) != (b.side is Side.LEFT)
    if turned or (a.figure, a.fade) != (b.figure, b.fade):
        return True
    round_part = abs((a.cycle or 0.0) - (b.cycle or 0.0))
    round_part = min(round_part, 1.0 - round_part)
    return max(abs(a.phase - b.phase), round_part) > _LEAP
