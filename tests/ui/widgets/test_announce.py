from __future__ import annotations

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from supple.ui.widgets.announce import announce


class _Event:
    def __init__(self, widget: QLabel, text: str) -> None:
        self.text = text


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", staticmethod(lambda event: said.append(event.text))
    )
    monkeypatch.setattr(QtGui, "QAccessibleAnnouncementEvent", _Event, raising=False)
    return said


def test_a_running_screen_reader_is_told(told: list[str], qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Left leg, hold.")
    announce(label, "")
    assert told == ["Left leg, hold."]


def test_without_a_screen_reader_nothing_is_made(
    told: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Left leg, hold.")
    assert told == []


def test_a_qt_that_cannot_announce_is_left_alone(
    told: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.delattr(QtGui, "QAccessibleAnnouncementEvent", raising=False)
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Left leg, hold.")
    assert told == []
