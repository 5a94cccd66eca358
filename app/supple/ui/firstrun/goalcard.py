"""A number of days a week to aim for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout

from supple.ui.firstrun import boxes
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw

_PAD, _TOP = 20, 16


class GoalCard(QRadioButton):
    """One of a few: the days in large, and what that means."""

    def __init__(self, look: Look, name: str, detail: str) -> None:
        super().__init__()
        self._look = look
        self._name = Text(look, name, "title")
        detail_text = Text(look, detail, "small", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_PAD, _TOP, _PAD, _TOP)
        self._column.setSpacing(0)
        for part in (self._name, detail_text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(part)
        self.setAccessibleName(f"{name} a week")
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._column.totalMinimumSize()
        return QSize(least.width() + self._look.px(boxes.SIDE) + 8, least.height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._look.theme, self.isChecked()
        painter = draw.smooth(self)
        edge = "primary" if on else "control" if self.underMouse() else "line"
        box = QRectF(self.rect())
        draw.rounded(painter, box, 14, theme.color("surface"), theme.color(edge), 2)
        side = self._look.px(boxes.SIDE)
        corner = QPointF(
            self.width() - _PAD - side, round(self._name.geometry().center().y() - side / 2)
        )
        boxes.paint_radio(painter, self._look, corner, on=on)
        painter.end()
