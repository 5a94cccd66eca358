"""The ring round whatever the keyboard would press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollArea,
    QSplitter,
    QWidget,
)
from shiboken6 import isValid

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.focus_moves import on_focus_move

GAP = 2
WIDTH = 2
_OUT = GAP + WIDTH


class FocusRing(QObject):
    """Follows the keyboard focus through a window; make one per window and keep it.

    The ring is drawn outside the widget, which therefore needs no margin of its own. It stays
    away when the focus came from a mouse press, and from widgets with the property
    ``plainFocus``, which show the focus themselves.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._target: QWidget | None = None
        self._watched: tuple[QWidget, ...] = ()
        self._ring = _Ring(look, window)
        on_focus_move(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and watched in self._watched:
            self._place()
        return super().eventFilter(watched, event)

    def _on_focus(self, now: QWidget | None) -> None:
        self._watch(())
        self._target = now if now is not None and self._wanted(now) else None
        if self._target is not None:
            self._place()
        elif isValid(self._ring):
            self._ring.hide()

    def _wanted(self, widget: QWidget) -> bool:
        if widget.window() is not self._window or widget.parentWidget() is None:
            return False
        if isinstance(widget.parentWidget(), QSplitter | QScrollArea):
            return False
        if widget.property("plainFocus"):
            return False
        return QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton

    def _watch(self, widgets: Sequence[QWidget]) -> None:
        """Follow what these do, and no longer what others do."""
        for old in self._watched:
            if isValid(old):
                old.removeEventFilter(self)
        self._watched = tuple(widgets)
        for widget in self._watched:
            widget.installEventFilter(self)

    def _place(self) -> None:
        target = self._target
        if target is None or target.parentWidget() is None:
            return
        chain = _chain(target)
        parent = chain[-1]
        self._watch(chain[:-1])
        # A ring is clipped and scrolled with its neighbours, so it lives among them,
        # and dies with them.
        if not isValid(self._ring):
            self._ring = _Ring(self._look, parent)
        elif self._ring.parentWidget() is not parent:
            self._ring.setParent(parent)
        self._ring.setGeometry(_around(target, parent))
        self._ring.raise_()
        self._ring.show()


def _around(target: QWidget, home: QWidget) -> QRect:
    """The ring's place about ``target``, in the coordinates of ``home``."""
    box = QRect(target.mapTo(home, QPoint()), target.size())
    return box.adjusted(-_OUT, -_OUT, _OUT, _OUT)


def _chain(target: QWidget) -> list[QWidget]:
    """``target`` and its ancestors up to the first that does not cut the ring off.

    It never leaves what a scroll area scrolls: the ring has to move along.
    """
    chain = [target]
    home = target.parentWidget()
    while home is not None:
        chain.append(home)
        outer = home.parentWidget()
        scrolled = outer is not None and isinstance(outer.parentWidget(), QAbstractScrollArea)
        if home.isWindow() or scrolled or home.rect().contains(_around(target, home)):
            break
        home = outer
    return chain


class _Ring(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        radius = min(14.0, self.height() / 2)
        color = self._look.theme.color("primary")
        draw.rounded(painter, QRectF(self.rect()), radius, None, color, WIDTH)
        painter.end()
