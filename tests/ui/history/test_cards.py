from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from supple.core.history_view import HistoryView
from supple.ui.history.barchart import BarChart
from supple.ui.history.cards import ChartCard, YearCard
from supple.ui.history.legend import Legend, Sign
from supple.ui.look import Look
from supple.ui.text import Text


def card_of(look: Look, put: Any, history: HistoryView, width: int = 270) -> ChartCard:
    chart = BarChart(look)
    chart.show_bars(history.bars, "", "Week\n")
    card = ChartCard(look, "Minutes a week", chart, note="Last 12 weeks")
    put(card, width, 300)
    return card


def shown(card: ChartCard) -> list[str]:
    return [text.text() for text in card.findChildren(Text)]


def test_the_words_follow_what_is_pointed_at(
    qtbot: QtBot, look: Look, put: Any, history: HistoryView
) -> None:
    card = card_of(look, put, history)
    card.say("All in all.")
    assert "All in all." in shown(card)
    spot = card.chart.spots()[3].center().toPoint()
    qtbot.mouseMove(card.chart, QPoint(spot.x(), 20))
    assert history.bars[3].text in shown(card)
    assert "All in all." not in shown(card)
    card.chart.point_to(-1)
    assert "All in all." in shown(card)


def test_the_small_button_copies(qtbot: QtBot, look: Look, put: Any, history: HistoryView) -> None:
    card = card_of(look, put, history)
    assert card.copy.accessibleName() == "Copy as table: Minutes a week"
    with qtbot.waitSignal(card.chart.copy_asked) as got:
        qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert got.args == ["Week\n"]


def test_long_words_ask_for_more_lines_and_get_them(
    look: Look, put: Any, history: HistoryView
) -> None:
    card = card_of(look, put, history)
    card.say("Short.")
    assert card.lines_wanted() == 2
    card.say("In each of the last 12 rated sessions pain was lower afterwards. " * 2)
    wanted = card.lines_wanted()
    assert wanted > 3
    before = card.sizeHint().height()
    card.set_lines(wanted)
    assert card.sizeHint().height() == before + (wanted - 2) * look.line("caption")


def test_the_year_says_the_day_looked_at(
    qtbot: QtBot, look: Look, put: Any, history: HistoryView
) -> None:
    card = YearCard(look)
    card.show_view(history, "A year.", "Day\n")
    put(card, 840, card.sizeHint().height())
    last = card.map.cell_rect(len(history.cells) - 1)
    qtbot.mouseMove(card.map, last.center().toPoint())
    assert history.cells[-1].text in [text.text() for text in card.findChildren(Text)]


def test_without_room_the_day_looked_at_takes_the_place_of_the_legend(
    look: Look, put: Any, history: HistoryView
) -> None:
    card = YearCard(look)
    card.show_view(history, "A year.", "Day\n")
    put(card, 480, card.sizeHint().height())
    assert card.legend.isVisible()
    card.map.point_to(len(history.cells) - 1)
    assert not card.legend.isVisible()
    card.map.point_to(-1)
    assert card.legend.isVisible()
    put(card, 1000, card.height())
    card.map.point_to(len(history.cells) - 1)
    assert card.legend.isVisible()


def test_marks_of_days_off_are_explained_where_there_are_some(
    look: Look, put: Any, history: HistoryView, no_history: HistoryView
) -> None:
    card = YearCard(look)
    card.show_view(history, "", "")
    put(card, 840, 220)
    names = [legend.accessibleName() for legend in card.findChildren(Legend) if legend.isVisible()]
    assert "Rest day, Ill, Travelling" in names
    card.show_view(no_history, "", "")
    names = [legend.accessibleName() for legend in card.findChildren(Legend) if legend.isVisible()]
    assert names == ["None, 20 min or more"]


def test_a_card_may_explain_its_signs(look: Look, history: HistoryView) -> None:
    card = ChartCard(look, "Angle", BarChart(look), signs=[Sign("dot", "left", "Left")])
    assert card.legend is not None
    assert card.legend.accessibleName() == "Left"
