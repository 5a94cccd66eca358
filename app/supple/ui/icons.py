"""Icons in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_MOST = 150
"""How many pictures are kept; a page shows about twenty."""


class Icons:
    """Draws the icon files, each once per colour, size and density."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """``read`` returns the bytes of a file below ``resources/``."""
        self._read = read
        self._files: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        """The icon ``name`` (``house``), ``size`` logical pixels square."""
        key = (name, color.name(), size, dpr)
        if key not in self._pixmaps:
            if len(self._pixmaps) >= _MOST:
                self._pixmaps.clear()
            self._pixmaps[key] = self._draw(name, color, size, dpr)
        return self._pixmaps[key]

    def _draw(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        # QtSvg costs a few milliseconds to load; the first icon pays, not the import.
        from PySide6.QtSvg import QSvgRenderer

        if name not in self._files:
            self._files[name] = self._read(f"icons/{name}.svg")
        data = self._files[name].replace(b"currentColor", color.name().encode())
        pixmap = QPixmap(round(size * dpr), round(size * dpr))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(data)).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        return pixmap
