from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.widgets.chip import Chip


@pytest.fixture
def chips(look: Look) -> list[Chip]:
    return [Chip(look, "12 min"), Chip(look, "30 s + 10 reps, each side")]


def test_a_second_line_is_begun_where_the_first_is_full(qtbot: QtBot, chips: list[Chip]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(chips)
    box.setLayout(flow)
    assert flow.heightForWidth(400) == 26
    assert flow.heightForWidth(200) == 26 + 6 + 26
    box.resize(200, 58)
    box.show()
    assert [chip.pos().toTuple() for chip in chips] == [(0, 0), (0, 32)]
    box.resize(400, 58)
    qtbot.waitUntil(lambda: chips[1].y() == 0)
    assert chips[1].x() == chips[0].width() + 8


def test_things_can_be_taken_out(qtbot: QtBot, chips: list[Chip]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(chips)
    box.setLayout(flow)
    item = flow.takeAt(0)
    assert item is not None
    assert item.widget() is chips[0]
    assert flow.count() == 1
    assert flow.takeAt(5) is None
    assert flow.itemAt(1) is None
    assert flow.sizeHint() == chips[1].sizeHint()


def test_what_is_hidden_leaves_no_gap(qtbot: QtBot, chips: list[Chip]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(chips)
    box.setLayout(flow)
    chips[0].hide()
    box.resize(400, 58)
    box.show()
    assert chips[1].pos().toTuple() == (0, 0)
    assert flow.sizeHint() == chips[1].sizeHint()


def test_margins_stay_free(qtbot: QtBot, chips: list[Chip]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(chips)
    flow.setContentsMargins(5, 6, 7, 8)
    box.setLayout(flow)
    box.resize(400, 60)
    box.show()
    assert chips[0].pos().toTuple() == (5, 6)
    assert flow.heightForWidth(400) == 26 + 6 + 8
    needed = flow.sizeHint().width()
    assert flow.heightForWidth(needed) == 40
    assert flow.heightForWidth(needed - 1) > 40


def test_an_empty_row_takes_no_room(qapp: object) -> None:
    assert FlowLayout().heightForWidth(100) == 0
    assert FlowLayout().minimumSize().height() == 0


def test_parts_can_stand_further_apart(qtbot: QtBot, chips: list[Chip]) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayout(FlowLayout(chips, 20))
    box.resize(400, 58)
    box.show()
    assert chips[1].x() == chips[0].width() + 20
