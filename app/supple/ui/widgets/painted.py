"""What is painted by hand and yet met by screen readers.

A plain widget with a painter is a filler to them and passed over, whatever its name is. A label
is text, and a label with a picture in it an image, though its painting is another one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class PaintedText(QLabel):
    """Paint it and give it an accessible name: it is read as text."""


class PaintedImage(QLabel):
    """Paint it and give it an accessible name and description: it is read as an image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        empty = QPixmap(1, 1)
        empty.fill(Qt.GlobalColor.transparent)
        self.setPixmap(empty)
