"""The moment a window has been seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def after_first_paint(
    window: QWidget, then: Callable[[], object], longest_ms: int | None = None
) -> None:
    """Call ``then`` once, right after the first paint of ``window``.

    ``longest_ms`` from now it is called even if nothing was painted; None waits for ever. A
    timer of 0 ms would not do: it goes off before the system asks for the first picture.
    """
    watch = _FirstPaint(window, then)
    if longest_ms is not None:
        QTimer.singleShot(longest_ms, watch, watch.seen)


class _FirstPaint(QObject):
    """Waits for one paint event to be over."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then: Callable[[], object] | None = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.seen)
        return False

    def seen(self) -> None:
        """Act, once."""
        then, self._then = self._then, None
        if then is not None:
            then()
