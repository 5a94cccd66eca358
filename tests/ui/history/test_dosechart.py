from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from supple.core.history_view import MuscleDose
from supple.ui.history.dosechart import DoseChart
from supple.ui.look import Look


def dose(muscle: str, minutes: float) -> MuscleDose:
    return MuscleDose(muscle, minutes, 10.0, f"{muscle}, {minutes:g} of 10 min")


@pytest.fixture
def chart(look: Look, put: Any) -> DoseChart:
    made = DoseChart(look)
    made.show_doses([dose("Hamstrings", 5), dose("Calves", 0), dose("Hip flexors", 40)], "", "")
    put(made, 600, made.sizeHint().height())
    return made


def test_bars_are_as_long_as_their_minutes_up_to_an_end(chart: DoseChart) -> None:
    half, none, much = chart.bar_rects()
    track = chart._track()
    dose_x = track.left() + track.width() / 1.3
    assert half.right() == pytest.approx((track.left() + dose_x) / 2)
    assert none.width() == 0
    assert much.right() == pytest.approx(track.right())
    assert track.right() < chart.width()


def test_each_row_can_be_gone_to(qtbot: QtBot, chart: DoseChart) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.text_at(chart.at) == "Calves, 0 of 10 min"
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.text_at(chart.at) == "Hip flexors, 40 of 10 min"


def test_it_is_as_high_as_its_rows(chart: DoseChart, look: Look) -> None:
    three = chart.sizeHint().height()
    chart.show_doses([dose("Calves", 1)], "", "")
    assert chart.sizeHint().height() == three / 3
    look.set_text_scale(1.3)
    assert chart.sizeHint().height() == round(30 * 1.3)


def test_nothing_held_is_said(chart: DoseChart) -> None:
    chart.show_doses((), "", "")
    assert chart.bar_rects() == []
    assert not chart.grab().isNull()
