"""The yardstick: the smallest PySide6 window that paints. Not a bench of its own."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Says when it was first painted, then waits long enough to be weighed."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(40, 40, "Supple")
        painter.end()
        if not self.painted:
            self.painted = True
            now, cpu_ms = time.monotonic_ns(), time.process_time() * 1000
            print(f"first-paint {now}\ncpu {cpu_ms:.1f}", file=sys.stderr, flush=True)
            QTimer.singleShot(500, QApplication.quit)


app = QApplication(sys.argv)
window = Window()
window.resize(1120, 720)
window.show()
sys.exit(app.exec())
