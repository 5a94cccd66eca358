"""A place to stretch in, with somebody stretching there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout

from supple.ui.firstrun import boxes
from supple.ui.look import Look
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets import draw

_PAD, _PICTURE = 12, 136


class PlaceCard(QCheckBox):
    """A card to tick: a figure, the place, and a word more about it."""

    def __init__(self, look: Look, pictures: Pictures, figure: str, name: str, detail: str) -> None:
        super().__init__()
        self._look = look
        self._picture = Picture(pictures, padding=8)
        self._picture.show_figure(figure)
        self._picture.setFixedHeight(_PICTURE)
        self._name = Text(look, name, "body-strong", wrap=True)
        self._detail = Text(look, detail, "small", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self._name)
        self._words.addWidget(self._detail)
        self._words.addStretch(1)
        self._column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._column.setSpacing(_PAD)
        self._column.addWidget(self._picture)
        self._column.addLayout(self._words)
        for part in (self._picture, self._name, self._detail):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.totalMinimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = draw.smooth(self)
        edge = "primary" if on else "control" if self.underMouse() else "line"
        box = QRectF(self.rect())
        draw.rounded(painter, box, 14, theme.color("surface"), theme.color(edge), 2 if on else 1)
        side = self._look.px(boxes.SIDE)
        middle = self._picture.geometry().bottom() + 1 + _PAD + self._words.geometry().height() / 2
        corner = QPointF(self.width() - _PAD - side, round(middle - side / 2))
        boxes.paint_tick(painter, self._look, corner, self.devicePixelRatioF(), on=on)
        painter.end()

    def _refresh(self) -> None:
        self._words.setContentsMargins(0, 0, self._look.px(boxes.SIDE) + 8, 0)
        self.updateGeometry()
        self.update()
