from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.session.choice import Choice


def test_space_does_not_press_it_but_the_mouse_does(look: Look, qtbot: QtBot) -> None:
    choice = Choice(look, 2, "Skip this stretch", "Go straight to Knees to chest")
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.clicked):
        qtbot.keyClick(choice, Qt.Key.Key_Space)
    with qtbot.waitSignal(choice.clicked):
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)


def test_a_screen_reader_hears_number_title_and_meaning(look: Look, qtbot: QtBot) -> None:
    choice = Choice(look, 1, "Ease off", "")
    qtbot.addWidget(choice)
    choice.set_detail("Same stretch, half as far")
    told = QAccessible.queryAccessibleInterface(choice)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "1, Ease off"
    assert told.text(QAccessible.Text.Description) == "Same stretch, half as far"


def test_it_follows_the_page(look: Look, qtbot: QtBot) -> None:
    choice = Choice(look, 1, "Ease off", "")
    qtbot.addWidget(choice)
    choice.set_scale(1.5)
    assert choice.height() == 144


def test_a_pointer_that_lies_there_chooses_nothing(look: Look, qtbot: QtBot) -> None:
    choice = Choice(look, 2, "Skip this stretch", "")
    qtbot.addWidget(choice)
    choice.resize(400, 96)
    choice.show()
    still = choice.grab().toImage()
    here = QPointF(50, 40)
    QApplication.sendEvent(choice, QEnterEvent(here, here, here))
    assert choice.grab().toImage() == still
    qtbot.mouseMove(choice, QPoint(60, 40))
    assert choice.grab().toImage() != still
    QApplication.sendEvent(choice, QEvent(QEvent.Type.Leave))
    assert choice.grab().toImage() == still
