"""Scrolling by itself while something is carried near the edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE = 48
"""So near to the edge of what scrolls it scrolls by itself."""
_STRIDE, _EVERY_MS = 12, 16


class EdgeScroll(QObject):
    """Scrolls whatever ``home`` is scrolled in, for as long as the pointer is near its edge."""

    scrolled = Signal(int)
    """By so many pixels; down is positive."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._place = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._scroll_on)

    @property
    def runs(self) -> bool:
        """Whether it scrolls."""
        return self._timer.isActive()

    def near(self, place: QPoint) -> None:
        """The pointer is at ``place``, in pixels of ``home``: scroll there, or no longer."""
        self._place = place
        area = self._area()
        if area is None:
            return
        y = self._home.mapTo(area.viewport(), place).y()
        is_near = y < _EDGE or y > area.viewport().height() - _EDGE
        if is_near and not self.runs:
            self._timer.start()
        elif not is_near:
            self._timer.stop()

    def stop(self) -> None:
        """What was carried is put down."""
        self._timer.stop()

    def _scroll_on(self) -> None:
        area = self._area()
        if area is None:
            self._timer.stop()
            return
        up = self._home.mapTo(area.viewport(), self._place).y() < _EDGE
        bar = area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + (-_STRIDE if up else _STRIDE))
        if bar.value() != before:
            self.scrolled.emit(bar.value() - before)

    def _area(self) -> QScrollArea | None:
        above = self._home.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
