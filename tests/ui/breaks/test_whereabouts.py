from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.breaks.whereabouts import Whereabouts


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    one = QWidget()
    qtbot.addWidget(one)
    one.setGeometry(40, 50, 300, 200)
    return one


def test_what_was_never_built_was_hidden() -> None:
    assert Whereabouts.of(None) is Whereabouts.HIDDEN


def test_each_place_is_told(window: QWidget) -> None:
    assert Whereabouts.of(window) is Whereabouts.HIDDEN
    window.show()
    assert Whereabouts.of(window) is Whereabouts.SHOWN
    window.showMinimized()
    assert Whereabouts.of(window) is Whereabouts.MINIMISED


def test_hidden_and_minimised_go_back(window: QWidget) -> None:
    window.show()
    Whereabouts.HIDDEN.put_back(window, tray=True)
    assert window.isHidden()
    window.showNormal()
    Whereabouts.MINIMISED.put_back(window, tray=True)
    assert window.isMinimized()


def test_without_a_tray_nothing_is_hidden_for_good(window: QWidget) -> None:
    window.show()
    Whereabouts.HIDDEN.put_back(window, tray=False)
    assert window.isVisible()
    assert window.isMinimized()


def test_what_was_on_the_screen_stays_there(window: QWidget) -> None:
    window.show()
    Whereabouts.SHOWN.put_back(window, tray=True)
    assert window.isVisible()
    assert not window.isMinimized()
