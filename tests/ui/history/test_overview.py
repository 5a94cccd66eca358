from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from supple.core.history_view import Chart, HistoryView
from supple.core.tables import table
from supple.ui.history.overview import LEAST_CHART, MOST_CHART, Overview
from supple.ui.look import Look
from supple.ui.picture import Pictures


def settle(overview: Overview) -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def overview(look: Look, pictures: Pictures, put: Any, history: HistoryView) -> Overview:
    made = Overview(look, pictures)
    put(made, 872, 640)
    made.show_view(history)
    settle(made)
    return made


def test_three_equal_charts_stand_side_by_side(overview: Overview) -> None:
    cards = (overview.weeks, overview.angles, overview.pain)
    assert len({card.y() for card in cards}) == 1
    assert max(c.width() for c in cards) - min(c.width() for c in cards) <= 1
    assert len({card.chart.height() for card in cards}) == 1
    assert overview.doses.y() > overview.weeks.y()
    assert overview.doses.width() > 2 * overview.weeks.width()


def test_charts_take_the_height_to_spare_within_limits(overview: Overview) -> None:
    heights = []
    for height in (300, 640, 690, 1400):
        overview.resize(872, height)
        heights.append(overview.weeks.chart.height())
    assert heights[0] == LEAST_CHART
    assert heights[-1] == MOST_CHART
    assert heights == sorted(heights)


@pytest.mark.parametrize("height", [640, 700, 760])
def test_another_theme_leaves_the_charts_where_they_are(
    overview: Overview, look: Look, height: int
) -> None:
    overview.resize(872, height)
    settle(overview)
    before = [(card.geometry(), card.chart.height()) for card in (overview.weeks, overview.doses)]
    for theme in ("dark", "light", "dark"):
        look.set_theme(theme)
        settle(overview)
        cards = (overview.weeks, overview.doses)
        assert [(card.geometry(), card.chart.height()) for card in cards] == before


def test_a_narrow_window_has_two_columns(overview: Overview) -> None:
    overview.resize(680, 500)
    overview.set_narrow(True)
    settle(overview)
    assert overview.weeks.y() == overview.angles.y() < overview.pain.y() == overview.doses.y()
    assert overview.content.width() <= overview.viewport().width()
    overview.set_narrow(False)
    settle(overview)
    assert overview.weeks.y() == overview.pain.y()


def test_every_chart_copies_its_own_table(
    qtbot: QtBot, overview: Overview, history: HistoryView
) -> None:
    charts = {
        Chart.DAYS: overview.year.map,
        Chart.WEEKS: overview.weeks.chart,
        Chart.ANGLES: overview.angles.chart,
        Chart.PAIN: overview.pain.chart,
        Chart.DOSES: overview.doses.chart,
    }
    for which, chart in charts.items():
        with qtbot.waitSignal(overview.copy_asked) as got:
            qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert got.args == [table(history, which)]


def test_every_chart_is_told_in_words(overview: Overview) -> None:
    cards = (overview.weeks, overview.angles, overview.pain, overview.doses)
    for card in cards:
        assert card.chart.accessibleName()
        assert card.chart.accessibleDescription()


def test_too_few_pairs_are_said_so(overview: Overview, few_pairs: HistoryView) -> None:
    overview.show_view(few_pairs)
    assert overview.pain._words.text().startswith("Not enough data yet")


def test_without_history_there_is_a_figure_and_an_empty_year(
    overview: Overview, no_history: HistoryView, history: HistoryView
) -> None:
    overview.empty.say("Nothing here yet", "Words", [])
    overview.show_view(no_history)
    assert overview.empty.isVisible()
    assert overview.year.isVisible()
    assert not overview.strip.isVisible()
    assert not overview.weeks.isVisible()
    assert not overview.year.copy.isVisible()
    overview.show_view(history)
    assert not overview.empty.isVisible()
    assert overview.weeks.isVisible()
    assert overview.first_button() is None


def test_days_off_are_passed_on(qtbot: QtBot, overview: Overview) -> None:
    with qtbot.waitSignal(overview.day_off_asked):
        overview.year.map.day_off_asked.emit(None, None)


def test_larger_text_makes_larger_charts_that_still_fit(overview: Overview, look: Look) -> None:
    look.set_text_scale(1.3)
    overview.resize(900, 300)
    overview.set_narrow(True)
    settle(overview)
    assert overview.weeks.chart.height() == round(LEAST_CHART * 1.3)
    assert overview.content.width() <= overview.viewport().width()
    buttons = overview.findChildren(QPushButton)
    assert all(b.mapTo(overview, b.rect().topRight()).x() < 900 for b in buttons if b.isVisible())
