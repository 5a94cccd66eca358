from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.session import pointer
from supple.ui.session.pointer import RestingPointer


@pytest.fixture
def page(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(pointer, "REST_MS", 5)
    RestingPointer(host)
    return host


def _move(page: QWidget) -> None:
    here = QPointF(50, 50)
    QApplication.sendEvent(page, QHoverEvent(QEvent.Type.HoverMove, here, here, here))


def _hidden(page: QWidget) -> bool:
    return page.cursor().shape() is Qt.CursorShape.BlankCursor


def test_a_resting_pointer_goes_away_and_comes_back(page: QWidget, qtbot: QtBot) -> None:
    _move(page)
    assert not _hidden(page)
    qtbot.waitUntil(lambda: _hidden(page), timeout=2000)
    _move(page)
    assert not _hidden(page)


def test_it_is_there_again_when_it_leaves_the_page(page: QWidget, qtbot: QtBot) -> None:
    _move(page)
    qtbot.waitUntil(lambda: _hidden(page), timeout=2000)
    here = QPointF(-1, -1)
    QApplication.sendEvent(page, QHoverEvent(QEvent.Type.HoverLeave, here, here, here))
    assert not _hidden(page)


def test_a_pointer_that_never_moved_goes_away_too(page: QWidget, qtbot: QtBot) -> None:
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: _hidden(page), timeout=2000)
