"""What the details of a stretch or a routine are made of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.routine import Stretch
from supple.ui.library.shelf_list import faintness
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw

LEFT_OUT = "Left out"


class MuscleBar(QWidget):
    """A muscle, how much it is stretched as a bar, and in a word."""

    def __init__(self, look: Look, name: str, share: float, word: str) -> None:
        """``share`` 0 to 1."""
        super().__init__()
        self._look = look
        self._share = share
        self.setAccessibleName(f"{name}: {word}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._label = Text(look, name, "small")
        self._bar = QWidget()
        self._end = Text(look, word, "small", "muted")
        self._end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self._end)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._label.setFixedWidth(self._look.px(112))
        self._end.setFixedWidth(self._look.px(48))
        self.setFixedHeight(self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        place = self._bar.geometry()
        box = QRectF(place.left(), self.height() / 2 - 3, place.width(), 6)
        draw.rounded(painter, box, 3, theme.color("track"), theme.edge)
        box.setWidth(box.width() * self._share)
        draw.rounded(painter, box, 3, theme.color("accent"))
        painter.end()


class StretchRow(QWidget):
    """A stretch of a routine: picture, name, dose, and a shield if it is to be read first."""

    def __init__(
        self,
        look: Look,
        pictures: Pictures,
        stretch: Stretch,
        dose: str,
        *,
        marked: bool,
        left_out: bool = False,
    ) -> None:
        """``left_out``: shown faintly, as one that the routine is done without."""
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._figure = stretch.figure
        self._marked = marked
        self._left_out = left_out
        dose = LEFT_OUT if left_out else dose
        self.setAccessibleName(f"{stretch.name}, {dose}{', read first' if marked else ''}")
        words = self._words = QVBoxLayout(self)
        words.setSpacing(0)
        words.addStretch(1)
        ink, small = ("muted", "accent-ink") if left_out else ("ink", "muted")
        words.addWidget(Text(look, stretch.name, "body-strong", ink, elide=True, line=20))
        words.addWidget(Text(look, dose, "small", small, elide=True))
        words.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        self._thumb = QSize(px(56), px(46))
        self.setFixedHeight(px(60))
        right = px(24) if self._marked else 0
        self._words.setContentsMargins(self._thumb.width() + 12, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.theme.color("line"))
        box = QRectF(0, (self.height() - self._thumb.height()) / 2, 0, 0)
        box.setSize(self._thumb.toSizeF())
        dpr = self.devicePixelRatioF()
        painter.setOpacity(faintness(self._look) if self._left_out else 1)
        self._pictures.paint(painter, box, self._figure, dpr, 8)
        painter.setOpacity(1)
        if self._marked:
            side = self._look.px(18)
            shield = self._look.pixmap("shield-alert", "accent-ink", side, dpr)
            painter.drawPixmap(self.width() - side, (self.height() - side) // 2, shield)
        painter.end()
