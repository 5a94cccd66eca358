"""A still picture of a figure on its stage."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.figure.port import FigurePainter, FigureView
from supple.ui.look import Look

CACHED = 120
"""Pictures kept in memory; the library has a few dozen."""


class Pictures:
    """Draws figures into pixmaps, each once per size and theme."""

    def __init__(self, look: Look, figures: FigurePainter) -> None:
        self.look = look
        self.figures = figures
        self._kept: dict[tuple[str, int, int, float, bool, bool], QPixmap] = {}

    def pixmap(self, figure: str, size: QSize, dpr: float, *, glow: bool = True) -> QPixmap:
        """``figure`` stretched, ``size`` in logical pixels, on a transparent ground.

        ``glow`` shows where it is felt.
        """
        dark = self.look.theme.dark
        key = (figure, size.width(), size.height(), dpr, dark, glow)
        if key not in self._kept:
            if len(self._kept) >= CACHED:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._draw(figure, size, dpr, glow)
        return self._kept[key]

    def paint(
        self, painter: QPainter, rect: QRectF, figure: str, dpr: float, radius: float
    ) -> None:
        """A small stage, filling ``rect``, with the figure on it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.theme.color("stage"))
        painter.drawRoundedRect(rect, radius, radius)
        inner = rect.adjusted(4, 4, -4, -4)
        size = inner.size().toSize()
        painter.drawPixmap(inner.topLeft(), self.pixmap(figure, size, dpr))

    def _draw(self, figure: str, size: QSize, dpr: float, glow: bool) -> QPixmap:
        pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        if figure:
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dark = self.look.theme.dark
            view = FigureView(figure, glow=float(glow), dark=dark, backdrop=False)
            self.figures.paint(painter, QRectF(0, 0, size.width(), size.height()), view)
            painter.end()
        return pixmap


class Picture(QWidget):
    """One figure on a stage; say which with ``show_figure``."""

    def __init__(
        self,
        pictures: Pictures,
        *,
        padding: int = 10,
        radius: int = 12,
        bare: bool = False,
        flat_bottom: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``bare``: no stage and no glow; ``flat_bottom`` rounds only the upper corners."""
        super().__init__(parent)
        self._pictures = pictures
        self._figure = ""
        self._padding = padding
        self._radius = radius
        self._bare = bare
        self._flat_bottom = flat_bottom
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        pictures.look.changed.connect(self.update)

    def show_figure(self, figure: str) -> None:
        """Show ``figure``; "" leaves the stage empty."""
        self._figure = figure
        words = self._pictures.figures.description(figure)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._bare:
            painter.fillPath(self._shape(), self._pictures.look.theme.color("stage"))
        pad = self._padding
        inner = self.rect().adjusted(pad, pad, -pad, -pad)
        if inner.width() > 0 and inner.height() > 0:
            dpr = self.devicePixelRatioF()
            picture = self._pictures.pixmap(self._figure, inner.size(), dpr, glow=not self._bare)
            painter.drawPixmap(inner.topLeft(), picture)
        painter.end()

    def _shape(self) -> QPainterPath:
        box = QRectF(self.rect())
        path = QPainterPath()
        if self._flat_bottom:
            painter_box = box.adjusted(0, 0, 0, self._radius)
            path.addRoundedRect(painter_box, self._radius, self._radius)
            clip = QPainterPath()
            clip.addRect(box)
            return path.intersected(clip)
        path.addRoundedRect(box, self._radius, self._radius)
        return path
