"""A page of the sheet as it will come out of the printer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.handout.sheet import Sheet
from supple.ui.look import Look

_PAPER, _SHADOW = "#FFFFFF", QColor(31, 42, 48, 60)
_EDGE = 3
"""Room for the shadow, pixels."""


class Preview(QWidget):
    """White in every theme, as paper is."""

    def __init__(self, look: Look, height: int, parent: QWidget | None = None) -> None:
        """``height``: in pixels."""
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._page = 0
        self._made = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_height(height)
        look.changed.connect(self.update)

    def set_height(self, height: int) -> None:
        """The room there is, in pixels."""
        self.setFixedSize(round(height * 0.78), height)
        self._made = QPixmap()
        self.update()

    def show_page(self, sheet: Sheet, page: int) -> None:
        """Show ``page`` of ``sheet``, from 0."""
        self._sheet, self._page, self._made = sheet, page, QPixmap()
        of = f"page {page + 1} of {len(sheet.pages)}"
        self.setAccessibleName(f"{sheet.content.title}, {of}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        ratio = self.devicePixelRatioF()
        if self._made.isNull() or self._made.devicePixelRatioF() != ratio:
            self._made = _drawn(self._sheet, self._page, self.size(), ratio)
        size = self._made.deviceIndependentSize()
        place = QRectF(0, 0, size.width(), size.height())
        place.translate(1, 1)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        painter.drawRect(place.adjusted(-1, -1, 1, 2))
        painter.drawPixmap(place.topLeft(), self._made)
        painter.end()


def _drawn(sheet: Sheet, page: int, room: QSize, ratio: float) -> QPixmap:
    width, height = sheet.paper.size_pt
    scale = min((room.width() - 2 * _EDGE) / width, (room.height() - 2 * _EDGE) / height)
    made = QPixmap(round(width * scale * ratio), round(height * scale * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(_PAPER))
    painter = QPainter(made)
    painter.scale(scale, scale)
    sheet.paint(painter, page)
    painter.end()
    return made
