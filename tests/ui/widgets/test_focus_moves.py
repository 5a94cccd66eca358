from __future__ import annotations

import gc
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from supple.ui.widgets.focus_moves import on_focus_move

GOES_WITH_THE_FOCUS = """
import gc
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from supple.shell.resources import read_resource
from supple.ui.look import Look
from supple.ui.widgets.focus import FocusRing

app = QApplication([])
look = Look(read_resource)
for _ in range(40):
    windows = [QWidget(), QWidget()]
    for window in windows:
        QVBoxLayout(window).addWidget(QLineEdit(window))
        window.ring = FocusRing(look, window)
        window.me = window
        window.show()
        window.activateWindow()
        window.findChild(QLineEdit).setFocus()
        app.processEvents()
    del window
    windows.clear()
    gc.collect()
    app.processEvents()
print("to the end")
"""


class Ear(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[QWidget | None] = []
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        on_focus_move(self.hear)

    def hear(self, now: QWidget | None) -> None:
        self.heard.append(now)


def test_each_move_is_told(qtbot: QtBot) -> None:
    ear = Ear()
    qtbot.addWidget(ear)
    with qtbot.waitActive(ear):
        ear.show()
    ear.heard.clear()
    ear.second.setFocus(Qt.FocusReason.TabFocusReason)
    ear.second.clearFocus()
    assert ear.heard == [ear.second, None]


def test_who_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    ear, other = Ear(), Ear()
    heard = ear.heard
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
    delete(ear)
    heard.clear()
    other.second.setFocus()
    other.first.setFocus()
    assert heard == []
    assert other.heard[-2:] == [other.second, other.first]


def test_nobody_is_kept_alive(qapp: QApplication) -> None:
    ear = Ear()
    gone: list[object] = []
    ear.destroyed.connect(lambda: gone.append(None))
    del ear
    gc.collect()
    assert gone


def test_a_window_may_go_with_the_focus_in_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GOES_WITH_THE_FOCUS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "to the end\n"
    assert "Slot" not in done.stderr
