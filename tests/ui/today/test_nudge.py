from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.today.nudge import Nudge
from supple.ui.widgets.button import Button


def test_the_button_says_what_for_and_asks(qtbot: QtBot, look: Look) -> None:
    nudge = Nudge(look, "Time to check your legs again.", "Check")
    qtbot.addWidget(nudge)
    nudge.show()
    button = nudge.findChild(Button)
    assert button is not None
    assert button.accessibleDescription() == "Time to check your legs again."
    with qtbot.waitSignal(nudge.asked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
