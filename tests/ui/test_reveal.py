from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.reveal import follow, reveal


@pytest.fixture
def parts(qtbot: QtBot, look: Look) -> tuple[Scroller, list[QWidget]]:
    scroller = Scroller(look)
    qtbot.addWidget(scroller)
    column = QVBoxLayout()
    made = []
    for height in (200, 100, 600, 100):
        part = QWidget()
        part.setFixedHeight(height)
        column.addWidget(part)
        made.append(part)
    scroller.set_body(column)
    scroller.resize(300, 300)
    scroller.show()
    qtbot.waitExposed(scroller)
    return scroller, made


def top(part: QWidget, scroller: Scroller) -> int:
    return part.mapTo(scroller, part.rect().topLeft()).y()


def test_what_is_below_comes_up_whole(parts: tuple[Scroller, list[QWidget]]) -> None:
    scroller, made = parts
    reveal(made[1])
    assert scroller.verticalScrollBar().value() > 0
    assert 0 < top(made[1], scroller) <= 200


def test_what_is_too_high_shows_its_top(parts: tuple[Scroller, list[QWidget]]) -> None:
    scroller, made = parts
    for start in (0, scroller.verticalScrollBar().maximum()):
        scroller.verticalScrollBar().setValue(start)
        reveal(made[2])
        assert top(made[2], scroller) == 8


def test_what_is_seen_stays_where_it_is(parts: tuple[Scroller, list[QWidget]]) -> None:
    scroller, made = parts
    scroller.verticalScrollBar().setValue(100)
    reveal(made[1])
    assert scroller.verticalScrollBar().value() == 100


@pytest.mark.parametrize(
    ("reason", "moves"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
)
def test_only_keys_bring_it_into_view(
    parts: tuple[Scroller, list[QWidget]], reason: Qt.FocusReason, moves: bool
) -> None:
    scroller, made = parts
    follow(made[3], QFocusEvent(QEvent.Type.FocusIn, reason))
    assert (scroller.verticalScrollBar().value() > 0) == moves


def test_outside_of_a_scroll_area_nothing_happens(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    reveal(alone)
    assert alone.parentWidget() is None
