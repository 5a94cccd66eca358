"""The yardstick of the tray: PySide6 with an icon and nothing else. Not a bench of its own."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

app = QApplication(sys.argv)
app.setQuitOnLastWindowClosed(False)
picture = QPixmap(22, 22)
picture.fill(QColor("teal"))
icon = QSystemTrayIcon(QIcon(picture))
icon.show()
sys.exit(app.exec())
