from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.fade import Fade


def test_the_old_picture_covers_the_page_and_goes(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 100)
    page.show()
    fade = Fade(page)
    assert fade.isHidden()
    fade.run(QPixmap(200, 100))
    assert fade.geometry() == page.rect()
    assert fade.isVisible()
    qtbot.waitUntil(fade.isHidden)


def test_it_can_be_stopped(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    fade = Fade(page)
    fade.run(QPixmap(10, 10))
    fade.stop()
    assert fade.isHidden()
