"""What all charts share: points that pointer and keys go through, said, and copied as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.painted import PaintedImage

NONE = -1
_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons to lose the focus only for a while: to a menu, or to another window."""


class Chart(PaintedImage):
    """A drawn row of points. Left, Right, Home and End go through them, Ctrl+C copies all."""

    pointed = Signal(str)
    """What the point under the pointer or the keys says; "" for none."""
    copy_asked = Signal(str)
    """The table behind it: lines of values with tabs between them."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._texts: tuple[str, ...] = ()
        self._summary = ""
        self._table = ""
        self.at = NONE
        """Index of the point looked at, or ``NONE``."""
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_points(self, texts: Sequence[str], words: str, table: str) -> None:
        """``texts`` say each point, ``words`` all of them; ``table`` has tabs and line ends."""
        self._texts = tuple(texts)
        self._summary = words
        self._table = table
        self.at = min(self.at, len(self._texts) - 1)
        self._describe()
        self.update()

    @property
    def texts(self) -> tuple[str, ...]:
        """What each point says."""
        return self._texts

    def copy(self) -> None:
        """Ask for the table to be put into the clipboard."""
        self.copy_asked.emit(self._table)

    def spots(self) -> list[QRectF]:
        """Where each point can be hit, in the order of the texts."""
        return []

    def point_to(self, index: int, *, say: bool = False) -> None:
        """Look at a point, or at ``NONE``; ``say`` has a screen reader read it."""
        if index == self.at:
            return
        self.at = index
        self._describe()
        text = self.text_at(index)
        self.pointed.emit(text)
        if say:
            announce(self, text)
        self.update()

    def text_at(self, index: int) -> str:
        """What a point says; "" for ``NONE``."""
        return self._texts[index] if 0 <= index < len(self._texts) else ""

    def fill_menu(self, menu: QMenu) -> None:
        """What the context menu offers."""
        copy = QAction("Copy as table", menu)
        copy.setShortcut(QKeySequence("Ctrl+C"))
        copy.triggered.connect(self.copy)
        menu.addAction(copy)

    def paint_chart(self, painter: QPainter) -> None:
        """Draw it all, ``at`` marked."""

    def steps(self) -> dict[Qt.Key, int]:
        """How far each key goes."""
        many = len(self._texts)
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -many,
            Qt.Key.Key_End: many,
        }

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(100))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(236), self._look.px(146))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        self.paint_chart(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.steps().get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif step is not None and self._texts:
            last = len(self._texts) - 1
            now = self.at if self.at != NONE else last
            self.point_to(max(0, min(last, now + step)), say=True)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_pointer = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_pointer and self.at == NONE and self._texts:
            self.point_to(len(self._texts) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.point_to(NONE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_to(self.index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.point_to(NONE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(event.globalPos())

    def index_at(self, place: QPointF) -> int:
        """The point that is hit at ``place``, or ``NONE``."""
        spots = enumerate(self.spots())
        return next((n for n, spot in spots if spot.contains(place)), NONE)

    def _describe(self) -> None:
        """The point looked at, else all of them in one sentence."""
        self.setAccessibleDescription(self.text_at(self.at) or self._summary)
