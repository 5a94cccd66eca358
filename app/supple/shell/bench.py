"""What the benchmarks need of the program; nothing of it runs unless asked for."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from supple.shell.first_paint import after_first_paint

VARIABLE = "SUPPLE_BENCH"
FIRST_PAINT = "first-paint"
STAY_MS = 1500


def watch_first_paint(window: QWidget) -> None:
    """With ``SUPPLE_BENCH=first-paint``: report the first paint on stderr, leave a little later."""
    if os.environ.get(VARIABLE) == FIRST_PAINT:
        after_first_paint(window, _report)


def _report() -> None:
    now = time.monotonic_ns()
    cpu_ms = time.process_time() * 1000
    print(f"first-paint {now}\ncpu {cpu_ms:.1f}", file=sys.stderr, flush=True)
    # Not quit: that asks the window, which may stay for the breaks.
    QTimer.singleShot(STAY_MS, lambda: QApplication.exit(0))
