"""A panel that is closed until its head is pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.reveal import follow, reveal
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce

_PAD, _HEIGHT, _ICON = 12, 44, 18
_RADIUS = 10


class FoldHead(QAbstractButton):
    """The line that opens and closes: a title, a smaller line if wanted, and a chevron."""

    def __init__(self, look: Look, title: str, below: str = "") -> None:
        super().__init__()
        self._look = look
        self._below = below
        self.opened = False
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("plainFocus", True)
        self.setAccessibleDescription(below)
        self.set_opened(False)
        look.changed.connect(self.updateGeometry)

    def set_opened(self, opened: bool) -> None:
        """Say and show whether the panel below is open."""
        self.opened = opened
        # Qt has no way to tell of an expanded button, so its name does.
        self.setAccessibleName(f"{self.text()}, {'open' if opened else 'closed'}")
        self.update()

    def set_below(self, below: str) -> None:
        """Another smaller line."""
        if below != self._below:
            self._below = below
            self.setAccessibleDescription(below)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        height: float = look.px(_HEIGHT)
        if self._below:
            height = look.line("body-strong") + look.line("small") + 2 * look.px(10)
        return QSize(look.px(120), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        follow(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        color = look.theme.color
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        fill = "track" if self.isDown() else "sunken" if self.underMouse() else "surface"
        draw.rounded(painter, box, _RADIUS, color(fill), color("control"))
        if self.hasFocus():
            draw.rounded(painter, box, _RADIUS, None, color("primary"), 2)
        side, pad = look.px(_ICON), look.px(_PAD)
        words = box.adjusted(pad, 0, -(2 * pad + side), 0)
        top = (box.height() - self._words_height()) / 2
        self._paint_line(painter, words, top, self.text(), "body-strong", "ink")
        if self._below:
            below = top + look.line("body-strong")
            self._paint_line(painter, words, below, self._below, "small", "muted")
        place = QPointF(box.right() - pad - side, (box.height() - side) / 2)
        dpr = self.devicePixelRatioF()
        chevron = look.pixmap("chevron-down", "primary", side, dpr)
        if self.opened:
            chevron = chevron.transformed(QTransform().rotate(180))
        painter.drawPixmap(place, chevron)
        painter.end()

    def _words_height(self) -> float:
        height = self._look.line("body-strong")
        return height + self._look.line("small") if self._below else height

    def _paint_line(
        self, painter: QPainter, box: QRectF, top: float, text: str, role: str, token: str
    ) -> None:
        look = self._look
        font = look.font(role)
        painter.setFont(font)
        painter.setPen(look.theme.color(token))
        line = QRectF(box.left(), top, box.width(), look.line(role))
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)


class Fold(QWidget):
    """A head with a body that is made when it is opened for the first time."""

    toggled = Signal(bool)

    def __init__(self, look: Look, title: str, below: str, build: Callable[[], QWidget]) -> None:
        """``below`` is a smaller line under the title; ``build`` makes the body."""
        super().__init__()
        self._look = look
        self._build = build
        self._body: QWidget | None = None
        self.head = FoldHead(look, title, below)
        self.head.clicked.connect(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)

    @property
    def opened(self) -> bool:
        """Whether the body is seen."""
        return self.head.opened

    def toggle(self) -> None:
        """Open it, or close it again."""
        opened = not self.opened
        if self._body is None:
            self._body = self._build()
            self._column.addWidget(self._body)
        self._body.setVisible(opened)
        self.head.set_opened(opened)
        announce(self.head, "Open" if opened else "Closed")
        self.toggled.emit(opened)
        if opened:
            reveal(self)
