from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint

from supple.core.history_view import HistoryView, PainPair
from supple.ui.history.dumbbell import DumbbellChart
from supple.ui.look import Look

TODAY = date(2026, 10, 22)


@pytest.fixture
def chart(look: Look, put: Any) -> DumbbellChart:
    made = DumbbellChart(look)
    put(made, 236, 180)
    return made


def test_less_pain_is_lower(chart: DumbbellChart) -> None:
    pair = PainPair(TODAY, 6, 2, "")
    chart.show_pairs([pair], 1, TODAY, "", "")
    before, after = chart.places()[0]
    assert before.x() == after.x()
    assert after.y() > before.y()


def test_worse_is_not_told_by_colour_alone(chart: DumbbellChart, look: Look) -> None:
    chart.show_pairs([PainPair(TODAY, 2, 8, "")], 1, TODAY, "", "")
    before, after = chart.places()[0]
    assert after.y() < before.y()
    image = chart.grab().toImage()
    middle = image.pixelColor(QPoint(int(before.x()), int((before.y() + after.y()) / 2)))
    assert middle.name().upper() == look.theme.hex("accent")
    filled = image.pixelColor(after.toPoint()).name().upper()
    hollow = image.pixelColor(before.toPoint()).name().upper()
    assert filled == look.theme.hex("primary")
    assert hollow == look.theme.hex("surface")


@pytest.mark.parametrize(
    ("shown", "count", "words"),
    [(1, 1, "1 session"), (3, 3, "3 sessions"), (3, 40, "last 3 of 40")],
)
def test_it_says_how_many_there_are(
    chart: DumbbellChart, shown: int, count: int, words: str
) -> None:
    pairs = [PainPair(date(2026, 10, 1 + n), 4, 3, "") for n in range(shown)]
    chart.show_pairs(pairs, count, TODAY, "", "")
    assert chart.words() == (words, f"{shown} Oct")


def test_the_newest_may_be_of_today(chart: DumbbellChart) -> None:
    chart.show_pairs([PainPair(TODAY, 4, 3, "")], 1, TODAY, "", "")
    assert chart.words()[1] == "today"


def test_all_pairs_are_inside(chart: DumbbellChart, history: HistoryView) -> None:
    chart.show_pairs(history.pain, history.pain_count, TODAY, "", "")
    assert len(chart.places()) == len(history.pain)
    for places in chart.places():
        for place in places:
            assert 0 < place.x() < chart.width()
            assert 0 < place.y() < chart.height()


def test_without_pairs_the_plot_says_so(chart: DumbbellChart) -> None:
    chart.show_pairs((), 0, TODAY, "", "")
    assert chart.words() == ("", "")
    empty = chart.grab().toImage()
    chart.show_pairs([PainPair(TODAY, 4, 4, "")], 1, TODAY, "", "")
    assert chart.grab().toImage() != empty


def test_no_line_goes_through_the_words_of_an_empty_plot(chart: DumbbellChart, look: Look) -> None:
    chart.show_pairs((), 0, TODAY, "", "")
    line = look.theme.color("line").rgb()
    picture = chart.grab().toImage()
    frame = chart._frame()
    y = round(frame.y(5.0))
    assert picture.pixel(round(frame.plot.left()) + 1, y) == line
    middle = round(frame.plot.center().x())
    assert all(picture.pixel(x, y) != line for x in range(middle - 50, middle + 50))
