"""The ring round whatever the keyboard would press."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QWidget
from shiboken6 import isValid

from supple.ui.look import Look
from supple.ui.widgets import draw

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
        self._ring = _Ring(look, window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = now if now is not None and self._wanted(now) else None
        if self._target is not None:
            self._target.installEventFilter(self)
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

    def _place(self) -> None:
        target = self._target
        parent = target.parentWidget() if target is not None else None
        if target is None or parent is None:
            return
        # A ring is clipped and scrolled with its neighbours, so it lives among them,
        # and dies with them.
        if not isValid(self._ring):
            self._ring = _Ring(self._look, parent)
        elif self._ring.parentWidget() is not parent:
            self._ring.setParent(parent)
        self._ring.setGeometry(target.geometry().adjusted(-_OUT, -_OUT, _OUT, _OUT))
        self._ring.raise_()
        self._ring.show()


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
