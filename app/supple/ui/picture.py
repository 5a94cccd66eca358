"""A still picture of a figure on its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui import kept_picture
from supple.ui.kept_picture import Kept
from supple.ui.look import Look

if TYPE_CHECKING:
    from supple.figure.port import FigurePainter

CACHED = 120
"""Pictures kept in memory at most; the library has a few dozen,"""
CACHED_PIXELS = 2_000_000
"""and their pixels: while a window is dragged every size is a new picture."""
KEPT_AFTER_MS = 800
"""So long a picture stays the same before it is kept for the next start."""


class Pictures:
    """Draws figures into pixmaps, each once per size and theme."""

    def __init__(self, look: Look, figures: FigurePainter, kept: Kept | None = None) -> None:
        """``kept`` has pictures from the last start; None for no such place."""
        self.look = look
        self.figures = figures
        self._disk = kept
        self._skin = self._hair = 0
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    @property
    def dress(self) -> tuple[bool, int, int]:
        """All that changes how every figure looks: theme, skin and hair."""
        return self.look.theme.dark, self._skin, self._hair

    def set_person(self, skin: int, hair: int) -> None:
        """Who is drawn from now on, both 0 to 2; who shows pictures has to be updated."""
        self._skin, self._hair = skin, hair

    def pixmap(self, figure: str, size: QSize, dpr: float, *, glow: bool = True) -> QPixmap:
        """``figure`` stretched, ``size`` in logical pixels, on a transparent ground.

        ``glow`` shows where it is felt.
        """
        version = self.figures.version(figure)
        key = (figure, version, size.width(), size.height(), dpr, self.dress, glow)
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = self._draw(figure, size, dpr, glow)
        self._kept[key] = picture  # as the youngest
        self._forget()
        return picture

    def _forget(self) -> None:
        """Let the oldest go while there are too many."""
        pixels = sum(p.width() * p.height() for p in self._kept.values())
        while len(self._kept) > CACHED or (pixels > CACHED_PIXELS and len(self._kept) > 1):
            oldest = self._kept.pop(next(iter(self._kept)))
            pixels -= oldest.width() * oldest.height()

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

    def recall(
        self, figure: str, size: QSize, dpr: float, *, glow: bool = True
    ) -> tuple[QPixmap, str] | None:
        """The same from the last start, with its description; None when it is not there."""
        if self._disk is None:
            return None
        return kept_picture.recall(self._disk, self._name(figure, glow), size, dpr)

    def keep(self, figure: str, pixmap: QPixmap, words: str, *, glow: bool = True) -> None:
        """Keep what was drawn for the next start."""
        if self._disk is not None:
            kept_picture.keep(self._disk, self._name(figure, glow), pixmap, words)

    def _name(self, figure: str, glow: bool) -> str:
        _, skin, hair = self.dress
        parts = [figure, self.figures.version(figure), "left", self.look.theme.name]
        parts += [f"{skin}{hair}", "glow" if glow else ""]
        return "-".join(part for part in parts if part)

    def _draw(self, figure: str, size: QSize, dpr: float, glow: bool) -> QPixmap:
        pixmap = QPixmap(kept_picture.pixels(size, dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        if figure:
            from supple.core.routine import Side  # not for a picture from the last start
            from supple.figure.port import FigureView

            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dark, skin, hair = self.dress
            # The words beside it speak of the left leg, which is done first.
            view = FigureView(
                figure,
                side=Side.LEFT,
                glow=float(glow),
                dark=dark,
                skin=skin,
                hair=hair,
                backdrop=False,
            )
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
        at_once: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``bare``: no stage and no glow; ``flat_bottom`` rounds only the upper corners.

        ``at_once``: shown with the window's first picture, and therefore kept for the next start.
        """
        super().__init__(parent)
        self._pictures = pictures
        self._figure = ""
        self._padding = padding
        self._radius = radius
        self._bare = bare
        self._flat_bottom = flat_bottom
        self._made = QPixmap()
        self._made_for: tuple[tuple[str, str], QSize, object] | None = None
        self._waiting = False
        self._at_once = at_once
        self._keep_soon = QTimer(self)
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(KEPT_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        pictures.look.changed.connect(self.update)

    def show_figure(self, figure: str) -> None:
        """Show ``figure``; "" leaves the stage empty."""
        self._figure = figure
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._bare:
            painter.fillPath(self._shape(), self._pictures.look.theme.color("stage"))
        pad = self._padding
        inner = self.rect().adjusted(pad, pad, -pad, -pad)
        if inner.width() > 0 and inner.height() > 0 and self._figure:
            self._paint_figure(painter, inner)
        painter.end()

    def _paint_figure(self, painter: QPainter, inner: QRect) -> None:
        """Draw the figure if it is at hand; else have it made once this has been seen.

        The first figure takes about 20 ms, which is not to hold up the window. From the file of
        the last start it takes one.
        """
        if self._at_once and self._made_for is None and not self._recall(inner.size()):
            self._make()
        if self._made_for == (self._shown(), inner.size(), self._pictures.dress):
            painter.drawPixmap(inner.topLeft(), self._made)
            return
        if not self._waiting:
            self._waiting = True
            QTimer.singleShot(0, self, self._make)
        if self._made_for is not None and self._made_for[0] == self._shown():
            # While the window is being resized the old picture is better than none.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._made.deviceIndependentSize()
            size.scale(inner.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(), size)
            place.moveCenter(inner.toRectF().center())
            painter.drawPixmap(place, self._made, self._made.rect().toRectF())

    def _recall(self, size: QSize) -> bool:
        glow = not self._bare
        found = self._pictures.recall(self._figure, size, self.devicePixelRatioF(), glow=glow)
        if found is None:
            return False
        self._take(size, *found)
        return True

    def _make(self) -> None:
        self._waiting = False
        pad = self._padding
        size = self.rect().adjusted(pad, pad, -pad, -pad).size()
        if size.isEmpty() or not self._figure:
            return
        dpr = self.devicePixelRatioF()
        pixmap = self._pictures.pixmap(self._figure, size, dpr, glow=not self._bare)
        self._take(size, pixmap, self._pictures.figures.description(self._figure))
        self.update()
        if self._at_once:
            self._keep_soon.start()

    def _take(self, size: QSize, pixmap: QPixmap, words: str) -> None:
        self._made = pixmap
        self._made_for = (self._shown(), size, self._pictures.dress)
        self.setAccessibleName(words)

    def _keep(self) -> None:
        # A picture nobody sees is not made anew when the theme or the person changes.
        if self._made_for is not None and self._made_for[2] == self._pictures.dress:
            words = self.accessibleName()
            self._pictures.keep(self._made_for[0][0], self._made, words, glow=not self._bare)

    def _shown(self) -> tuple[str, str]:
        """The figure, and which state of it where it is the person's own."""
        return self._figure, self._pictures.figures.version(self._figure)

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
