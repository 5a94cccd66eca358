from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.widgets.painted import PaintedImage, PaintedText


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_screen_readers_meet_text_and_images_and_no_fillers(qtbot: QtBot) -> None:
    text, image, plain = PaintedText(), PaintedImage(), QWidget()
    for widget in (text, image, plain):
        qtbot.addWidget(widget)
        widget.setAccessibleName("6 weeks in a row")
    assert role(text) == QAccessible.Role.StaticText
    assert role(image) == QAccessible.Role.Graphic
    assert role(plain) not in (role(text), role(image))
    reader = QAccessible.queryAccessibleInterface(text)
    assert reader.text(QAccessible.Text.Name) == "6 weeks in a row"
