"""Large numbered choices that can be read from the mat, and the panel they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.session.help import HelpCard
from supple.ui.widgets import draw
from supple.ui.widgets.label import Label

_HEIGHT, _PAD, _GAP, _CAP, _RADIUS = 96, 24, 20, 52, 14
_LEAST = 0.75


class Choice(QAbstractButton):
    """A number, what it does, and what that means. Space does not press it, on purpose."""

    def __init__(
        self, look: Look, number: int, title: str, detail: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self._detail = detail
        self._scale = 1.0
        self._hover = False
        self.setMouseTracking(True)
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_detail(detail)
        look.changed.connect(self.update)

    def set_detail(self, detail: str) -> None:
        """The small words under the title."""
        self._detail = detail
        self.setAccessibleName(f"{self._number}, {self.text()}")
        self.setAccessibleDescription(detail)
        self.update()

    def set_scale(self, scale: float) -> None:
        """1 is 96 pixels high."""
        self._scale = scale
        self.setFixedHeight(round(_HEIGHT * scale))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(400 * self._scale), round(_HEIGHT * self._scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not on entering: a pointer left lying on the page would make a choice look taken.
        self._point(True)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(False)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._hover = False
        super().hideEvent(event)

    def _point(self, here: bool) -> None:
        if here != self._hover:
            self._hover = here
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = self._look.theme, self._scale
        painter = draw.smooth(self)
        token = "track" if self.isDown() else "sunken" if self._hover else "surface"
        box = QRectF(self.rect())
        draw.rounded(painter, box, _RADIUS * scale, theme.color(token), theme.color("line"))
        side = _CAP * scale
        cap = QRectF(_PAD * scale, (self.height() - side) / 2, side, side)
        draw.rounded(painter, cap, 10 * scale, None, theme.color("control"))
        painter.setFont(self._look.font("ring-label", scale))
        painter.setPen(theme.color("ink"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))
        left = cap.right() + _GAP * scale
        room = self.width() - left - _PAD * scale
        top = (self.height() - 64 * scale) / 2
        painter.setFont(self._look.font("choice", scale))
        title = QRectF(left, top, room, 36 * scale)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.text())
        font = self._fitted(room)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        detail = QFontMetricsF(font).elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        below = QRectF(left, top + 36 * scale, room, 28 * scale)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.end()

    def _fitted(self, room: float) -> QFont:
        """The small words a little smaller where they would not fit."""
        font = self._look.font("note", self._scale)
        width = QFontMetricsF(font).horizontalAdvance(self._detail)
        if width <= room:
            return font
        return self._look.font("note", self._scale * max(_LEAST, room / width * 0.98))


class ChoicesPanel(QWidget):
    """A question and its choices beside the warning signs."""

    def _lay_out(self, words: Sequence[Label], choices: Sequence[Choice], card: HelpCard) -> None:
        """``words`` above ``choices``, ``card`` to their right."""
        self._words, self._choices, self._card = words, choices, card
        self._left = QVBoxLayout()
        for widget in (*words, *choices):
            self._left.addWidget(widget)
        self._left.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left, 1)
        self._row.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self.set_scale(1.0, 1.0)

    def set_scale(self, scale: float, text_scale: float) -> None:
        """Distances follow ``scale``, texts ``text_scale``."""
        margin = round(32 * scale)
        self._row.setContentsMargins(margin, round(30 * scale), margin, round(8 * scale))
        self._row.setSpacing(round(40 * scale))
        self._left.setSpacing(round(14 * scale))
        for words in self._words:
            words.set_scale(text_scale)
        for choice in self._choices:
            choice.set_scale(text_scale)
        self._card.set_scale(scale, text_scale)
