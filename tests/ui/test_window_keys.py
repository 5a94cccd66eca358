from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.window_keys import WindowKeys

PRESSES = {
    "Ctrl+F": (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
    "F11": (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    "F1": (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    "Ctrl+Q": (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
}


class Keys:
    """Four keys in a window, and what of them is heard."""

    def __init__(self, qtbot: QtBot, host: QWidget) -> None:
        self._qtbot, self._host = qtbot, host
        self._heard: list[str] = []
        with qtbot.waitActive(host):
            host.activateWindow()
        self.keys = WindowKeys(host, {name: self._act(name) for name in PRESSES})

    def _act(self, name: str) -> Callable[[], None]:
        return lambda: self._heard.append(name)

    def heard(self) -> list[str]:
        """All four are pressed."""
        self._heard.clear()
        for key, held in PRESSES.values():
            self._qtbot.keyClick(self._host, key, held)
        return self._heard


@pytest.fixture
def keys(qtbot: QtBot, host: QWidget) -> Keys:
    return Keys(qtbot, host)


def test_each_key_does_its_own(keys: Keys) -> None:
    assert keys.heard() == list(PRESSES)
    keys.keys.allow(in_session=False, covered=False, asks=False)
    assert keys.heard() == list(PRESSES)


@pytest.mark.parametrize("covered", [True, False])
def test_a_session_leaves_only_those_of_everywhere(keys: Keys, covered: bool) -> None:
    keys.keys.allow(in_session=True, covered=covered, asks=False)
    assert keys.heard() == ["F1", "Ctrl+Q"]


def test_nobody_turns_pages_that_are_out_of_sight(keys: Keys) -> None:
    keys.keys.allow(in_session=False, covered=True, asks=False)
    assert keys.heard() == ["F11", "F1", "Ctrl+Q"]


@pytest.mark.parametrize("in_session", [True, False])
@pytest.mark.parametrize("covered", [True, False])
def test_a_question_stops_them_all(keys: Keys, in_session: bool, covered: bool) -> None:
    keys.keys.allow(in_session=in_session, covered=covered, asks=True)
    assert keys.heard() == []
    keys.keys.allow(in_session=False, covered=False, asks=False)
    assert keys.heard() == list(PRESSES)
