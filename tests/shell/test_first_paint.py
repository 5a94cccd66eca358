from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.shell.first_paint import after_first_paint


class Window(QWidget):
    """Writes down when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.story: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.story.append("painted")


def test_it_comes_after_the_first_paint_and_once(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    after_first_paint(window, lambda: window.story.append("then"), 60_000)
    window.show()
    qtbot.waitUntil(lambda: "then" in window.story)
    assert window.story[0] == "painted"
    window.story.clear()
    window.repaint()
    qtbot.waitUntil(lambda: "painted" in window.story)
    assert "then" not in window.story


def test_a_window_nobody_sees_does_not_hold_it_up(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    after_first_paint(window, lambda: window.story.append("then"), 0)
    qtbot.waitUntil(lambda: window.story == ["then"])


def test_without_a_limit_it_waits(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    after_first_paint(window, lambda: window.story.append("then"))
    seen: list[bool] = []
    QTimer.singleShot(0, lambda: seen.append(True))
    qtbot.waitUntil(lambda: bool(seen))
    assert window.story == []


def test_the_last_to_watch_is_the_first_to_be_told(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    after_first_paint(window, lambda: window.story.append("one"))
    after_first_paint(window, lambda: window.story.append("two"))
    window.show()
    qtbot.waitUntil(lambda: len(window.story) >= 3)
    assert window.story == ["painted", "two", "one"]
