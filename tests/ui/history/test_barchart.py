from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from supple.core.history_view import HistoryView, WeekBar
from supple.ui.history.barchart import BarChart
from supple.ui.look import Look


def test_bars_stand_on_one_line_and_are_as_high_as_their_minutes(
    look: Look, put: Any, history: HistoryView
) -> None:
    chart = BarChart(look)
    chart.show_bars(history.bars, "", "")
    put(chart, 236, 180)
    rects = chart.bar_rects()
    assert len(rects) == 12
    assert len({round(rect.bottom(), 3) for rect in rects}) == 1
    whole = rects[0].bottom() - chart._frame().plot.top()
    for bar, rect in zip(history.bars, rects, strict=True):
        if bar.minutes:
            assert abs(rect.height() / whole - bar.minutes / chart.top) < 0.02
        else:
            assert 0 < rect.height() < 3
    assert rects[-1].right() <= 236


def test_a_week_is_of_the_month_that_most_of_it_is_in(look: Look) -> None:
    chart = BarChart(look)
    starts = (date(2026, 8, 31), date(2026, 9, 7), date(2026, 9, 28))
    chart.show_bars([WeekBar(start, 5.0, "") for start in starts], "", "")
    assert [name for _, name in chart.month_names()] == ["Sep", "Oct"]


def test_this_week_is_paler(look: Look, put: Any, history: HistoryView) -> None:
    chart = BarChart(look)
    chart.show_bars(history.bars, "", "")
    put(chart, 236, 180)
    image = chart.grab().toImage()
    colors = {}
    for n, rect in enumerate(chart.bar_rects()):
        if rect.height() > 6:
            middle = rect.center().toPoint()
            colors[n] = image.pixelColor(middle).name().upper()
    last = colors.pop(11)
    assert last == look.theme.hex("h2")
    assert set(colors.values()) == {look.theme.hex("primary")}


def test_pointing_at_a_week_says_it(
    qtbot: QtBot, look: Look, put: Any, history: HistoryView
) -> None:
    chart = BarChart(look)
    chart.show_bars(history.bars, "", "")
    put(chart, 236, 180)
    with qtbot.waitSignal(chart.pointed) as got:
        qtbot.mouseMove(chart, QPoint(int(chart.bar_rects()[11].center().x()), 20))
    assert got.args == [history.bars[-1].text]


def test_no_weeks_and_empty_weeks_are_drawn_as_well(
    look: Look, put: Any, no_history: HistoryView
) -> None:
    chart = BarChart(look)
    put(chart, 236, 180)
    assert chart.bar_rects() == []
    bare = chart.grab().toImage()
    chart.show_bars(no_history.bars, "", "")
    assert chart.top == 10
    assert chart.grab().toImage() != bare
