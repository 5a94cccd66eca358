from __future__ import annotations

from pytestqt.qtbot import QtBot

from supple.ui.flow import FlowRow
from supple.ui.look import Look
from supple.ui.widgets.chip import Chip


def test_chips_take_a_second_line_where_the_first_is_full(qtbot: QtBot, look: Look) -> None:
    row = FlowRow([Chip(look, "12 min"), Chip(look, "30 s + 10 reps, each side")])
    qtbot.addWidget(row)
    assert row.heightForWidth(400) == 26
    assert row.heightForWidth(200) == 26 + 6 + 26
    row.resize(200, 58)
    row.show()
    chips = row.findChildren(Chip)
    assert [chip.y() for chip in chips] == [0, 32]
