"""The short fade from one page to the next."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

MS = 150


class Fade(QWidget):
    """The old page's picture above the new page, fading out. It never takes a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self._left = 0.0
        self._move = QVariantAnimation(self)
        self._move.setDuration(MS)
        self._move.setStartValue(1.0)
        self._move.setEndValue(0.0)
        self._move.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._move.valueChanged.connect(self._on_step)
        self._move.finished.connect(self._on_end)
        self.hide()

    def run(self, picture: QPixmap) -> None:
        """Fade ``picture`` out over the whole of the parent."""
        self._picture = picture
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._left = 1.0
        self.raise_()
        self.show()
        self._move.start()

    def stop(self) -> None:
        """Be done at once."""
        self._move.stop()
        self._on_end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._left)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _on_step(self, value: object) -> None:
        self._left = float(value) if isinstance(value, float) else 0.0
        self.update()

    def _on_end(self) -> None:
        self.hide()
        self._picture = QPixmap()
