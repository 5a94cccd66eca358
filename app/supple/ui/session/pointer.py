"""The mouse pointer that goes away when nobody moves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

REST_MS = 3000
_MOVES = (QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.MouseButtonPress)


class RestingPointer(QObject):
    """Hides the pointer over ``page`` after three seconds, and shows it when it moves."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hide)
        # Hovering is told to a widget for its children, too; plain moves are not.
        page.setAttribute(Qt.WidgetAttribute.WA_Hover)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._show()
            self._timer.start(REST_MS)
        elif event.type() == QEvent.Type.Show:
            self._timer.start(REST_MS)
        elif event.type() == QEvent.Type.HoverLeave:
            self._show()
            self._timer.stop()
        return False

    def _hide(self) -> None:
        self._page.setCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        if self._page.cursor().shape() is Qt.CursorShape.BlankCursor:
            self._page.unsetCursor()
