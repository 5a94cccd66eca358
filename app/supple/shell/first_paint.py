"""The moment a window has been seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

UNSEEN_MS = 1000
"""A window that starts minimised is never painted: after this it counts as seen."""


def after_first_paint(window: QWidget, then: Callable[[], object]) -> None:
    """Call ``then`` once, right after the first paint event of ``window``."""
    _Watch(window, then)


class _Watch(QObject):
    """Calls ``then`` once, right after the first paint event of ``window``.

    A timer of no time would not do: it runs before the paint.
    """

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then: Callable[[], object] | None = then
        window.installEventFilter(self)
        QTimer.singleShot(UNSEEN_MS, self, self._call)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._then is not None:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._call)
        return False

    def _call(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
