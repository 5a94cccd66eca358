"""What the benchmarks need of the program; nothing of it runs unless asked for."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

VARIABLE = "SUPPLE_BENCH"
FIRST_PAINT = "first-paint"
STAY_MS = 1500


def watch_first_paint(window: QWidget) -> None:
    """With ``SUPPLE_BENCH=first-paint``: report the first paint on stderr, leave a little later."""
    if os.environ.get(VARIABLE) == FIRST_PAINT:
        window.installEventFilter(_FirstPaint(window))


class _FirstPaint(QObject):
    """Reports once the paint event has been dealt with."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        print(f"first-paint {time.monotonic_ns()}", file=sys.stderr, flush=True)
        QTimer.singleShot(STAY_MS, QApplication.quit)
