"""What all pages share: margins, a title that stays, and a body that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw

WIDEST = 1040
"""Pixels the content of a page grows to, at text size 1."""
FOLD_UNDER = 900
"""Pixels of width, at text size 1, below which a page has one column."""
_SIDE, _TOP = 32, 28
_NARROW_SIDE, _NARROW_TOP = 24, 20
_BAR = 12
_AROUND = 24
"""Pixels shown around what is kept in sight."""


class Page(QWidget):
    """One page of the window: ``head`` with the title, and ``column`` below it."""

    top = _TOP
    """Pixels above the title in a wide window."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.narrow = False
        self.setAccessibleName(title)
        self.title = Text(look, title, "title")
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.column.addLayout(self.head)
        self._scrollers: list[Scroller] = []
        self._insets: list[QLayout] = [self.head]
        look.changed.connect(self._fold)
        self._place()

    def set_narrow(self, narrow: bool) -> None:
        """Lay the page out in one column, or in two."""
        self.narrow = narrow
        self._place()

    def add_scroller(self, scroller: Scroller) -> None:
        """Let ``scroller`` reach to the window's edge, with its content inside the margin."""
        self._scrollers.append(scroller)
        self._place()

    def add_inset(self, layout: QLayout) -> None:
        """Keep ``layout`` inside the right margin."""
        self._insets.append(layout)
        self._place()

    def main_widget(self) -> QWidget | None:
        """What gets the focus when the page opens; None leaves it where it is."""
        return None

    def landing(self) -> QWidget | None:
        """What gets it this time: the main widget, unless somebody comes back to another."""
        return self.main_widget()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab leads: the page's main control first, its content as it reads."""
        wanted = Qt.FocusPolicy.TabFocus
        # The folded filters are in a window of their own.
        here = [w for w in self.findChildren(QWidget) if w.window() is self.window()]
        stops = [w for w in here if w.focusPolicy() & wanted]
        main = self.main_widget()
        if main in stops:
            stops.remove(main)
            stops.insert(0, main)
        return stops

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether it can be left now. If not, it asks, and calls ``then`` when it can."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.flat(painter, self.rect(), self._look.theme.color("bg"))
        painter.end()

    def _fold(self) -> None:
        narrow = self.width() < self._look.px(FOLD_UNDER)
        if narrow != self.narrow:
            self.set_narrow(narrow)
        self._place()

    def _place(self) -> None:
        side = side_margin(self._look, self.width(), narrow=self.narrow)
        top = _NARROW_TOP if self.narrow else self.top
        self.column.setContentsMargins(side, top, 0, 0)
        for layout in self._insets:
            layout.setContentsMargins(0, 0, side, 0)
        for scroller in self._scrollers:
            scroller.set_right(side)


def side_margin(look: Look, width: int, *, narrow: bool) -> int:
    """Pixels free on either side of a page ``width`` pixels wide."""
    return max(_NARROW_SIDE if narrow else _SIDE, (width - look.px(WIDEST)) // 2)


class Scroller(QScrollArea):
    """A body that scrolls up and down, its bar beside the content and not in it."""

    def __init__(self, look: Look, *, bottom: int = 28, edge: int = 0) -> None:
        """``bottom`` pixels stay free below the content; ``edge`` at its left for a focus ring."""
        super().__init__()
        self._look = look
        self._bottom = bottom
        self._edge = edge
        self._right = _BAR
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own_parts()
        self.content = QWidget()
        self.content.setAutoFillBackground(False)
        self._frame = QVBoxLayout(self.content)
        self._frame.setSpacing(0)
        self._frame.setContentsMargins(edge, 0, _BAR, bottom)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        self._scale = look.text_scale
        look.changed.connect(self._hold)

    def _own_parts(self) -> None:
        """Viewport and bar made here, so that Python knows them.

        Asked for one of Qt's own making, PySide loads every widget class there is to find out
        which it is: 8 ms of the start and 1.6 MB.
        """
        viewport = QWidget()
        self.setViewport(viewport)
        viewport.setAutoFillBackground(False)
        self._scroll_bar = QScrollBar(Qt.Orientation.Vertical)
        self.setVerticalScrollBar(self._scroll_bar)
        self._scroll_bar.installEventFilter(self)

    def set_right(self, right: int) -> None:
        """Pixels between the content and the right edge, the bar's width among them."""
        self._right = right
        self._leave_room()

    def set_body(self, body: QLayout) -> None:
        """Fill it."""
        self._frame.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._leave_room()
        return super().eventFilter(watched, event)

    def _hold(self) -> None:
        """Text of another size moves everything: what was used just now stays in sight."""
        if self._look.text_scale == self._scale:
            return
        self._scale = self._look.text_scale
        held = self.window().focusWidget()
        if held is not None and self.content.isAncestorOf(held):
            # Once it is all laid out anew.
            QTimer.singleShot(0, held, partial(self.ensureWidgetVisible, held, 0, _AROUND))

    def _leave_room(self) -> None:
        """Keep the content as wide with the bar as without it."""
        bar = self._scroll_bar
        taken = bar.sizeHint().width() if bar.isVisible() else 0
        right = max(0, self._right - taken)
        self._frame.setContentsMargins(self._edge, 0, right, self._bottom)
        bar.setSingleStep(self._look.px(24))


def clear(layout: QLayout) -> None:
    """Take everything out of ``layout`` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
