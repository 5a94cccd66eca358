from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.editor.edge_scroll import EdgeScroll


@pytest.fixture
def area(put: Callable[..., QWidget]) -> QScrollArea:
    made = QScrollArea()
    content = QWidget()
    content.resize(300, 2000)
    made.setWidget(content)
    put(made, 320, 400)
    made.verticalScrollBar().setValue(500)
    return made


@pytest.mark.parametrize(("y", "way"), [(520, -1), (880, 1)])
def test_near_an_edge_it_scrolls_that_way(
    area: QScrollArea, qtbot: QtBot, y: int, way: int
) -> None:
    scroll = EdgeScroll(area.widget())
    with qtbot.waitSignal(scroll.scrolled) as told:
        scroll.near(QPoint(20, y))
    assert told.args[0] * way > 0
    scroll.near(QPoint(20, area.verticalScrollBar().value() + 200))
    assert not scroll.runs


def test_at_the_end_nothing_is_told(area: QScrollArea, qtbot: QtBot) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    scroll = EdgeScroll(area.widget())
    with qtbot.assertNotEmitted(scroll.scrolled):
        scroll.near(QPoint(20, bar.maximum() + 390))
        scroll._scroll_on()
    assert scroll.runs
    scroll.stop()
    assert not scroll.runs


def test_where_nothing_scrolls_it_stays_still(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    scroll = EdgeScroll(home)
    scroll.near(QPoint(0, 0))
    assert not scroll.runs
