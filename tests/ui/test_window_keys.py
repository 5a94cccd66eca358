from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.window_keys import make_keys


def test_each_key_does_its_own(qtbot: QtBot, host: QWidget) -> None:
    done: list[str] = []
    acts = {"Ctrl+F": lambda: done.append("find"), "F1": lambda: done.append("keys")}
    keys = make_keys(host, acts)
    host.activateWindow()
    qtbot.keyClick(host, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(host, Qt.Key.Key_F1)
    assert done == ["find", "keys"]
    keys["F1"].setEnabled(False)
    qtbot.keyClick(host, Qt.Key.Key_F1)
    assert len(done) == 2
