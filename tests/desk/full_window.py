"""A program of somebody else whose window fills the screen, until its input ends.

Run with the platform xcb; a line says when it is there. "f" and "n" on stdin fill the screen and
give it back.
"""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(["somebody"])
app.setDesktopFileName("somebody")
window = QWidget()
window.show()
keys = QSocketNotifier(0, QSocketNotifier.Type.Read)


def read() -> None:
    line = sys.stdin.readline().strip()
    if line == "f":
        window.showFullScreen()
    elif line == "n":
        window.showNormal()
    else:
        app.quit()


keys.activated.connect(read)
print("ready", flush=True)  # noqa: T201
app.exec()
