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

    def setPoliteness(self, politeness: QAccessible.AnnouncementPoliteness) -> None:
        if politeness is QAccessible.AnnouncementPoliteness.Assertive:
            self.text += " (at once)"


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


def test_what_cannot_wait_interrupts(told: list[str], qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Stop. Let go slowly.", urgent=True)
    assert told == ["Stop. Let go slowly. (at once)"]


def test_the_event_of_qt_takes_it(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    events: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(events.append))
    label = QLabel()
    qtbot.addWidget(label)
    announce(label, "Left leg.")
    announce(label, "Stop.", urgent=True)
    polite = [event.politeness() for event in events]  # type: ignore[attr-defined]
    kinds = QAccessible.AnnouncementPoliteness
    assert polite == [kinds.Polite, kinds.Assertive]
