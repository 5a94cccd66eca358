from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.today.rows import DoneRow, OfferRow, RowsCard
from supple.ui.widgets.button import Button
from supple.ui.widgets.chip import Chip

Put = Callable[[QWidget, int, int], QWidget]


def test_rows_show_what_is_done_and_what_fits(
    qtbot: QtBot, look: Look, today_view: TodayView
) -> None:
    card = RowsCard(look)
    qtbot.addWidget(card)
    card.show_rows(today_view.done, today_view.more)
    assert len(card.findChildren(DoneRow)) == 1
    assert len(card.findChildren(OfferRow)) == 2
    assert card.findChildren(Text)[0].text() == "Today"


def test_a_row_starts_its_routine(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    card = RowsCard(look)
    qtbot.addWidget(card)
    card.show_rows((), today_view.more)
    button = card.findChildren(Button)[1]
    assert button.accessibleName().startswith(f"Start {today_view.more[1].name}")
    with qtbot.waitSignal(card.start_asked) as got:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert got.args == [today_view.more[1].routine]


def test_the_same_rows_are_left_alone(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    card = RowsCard(look)
    qtbot.addWidget(card)
    card.show_rows(today_view.done, today_view.more)
    rows = card.findChildren(OfferRow)
    card.show_rows(today_view.done, today_view.more)
    assert card.findChildren(OfferRow) == rows


def test_what_is_to_be_read_first_is_marked(
    qtbot: QtBot, look: Look, today_view: TodayView
) -> None:
    card = RowsCard(look)
    qtbot.addWidget(card)
    marked = replace(today_view.more[0], read_first=True)
    plain = replace(today_view.more[1], read_first=False)
    card.show_rows((), (marked, plain))
    chips = [
        [chip.text() for chip in row.findChildren(Chip)] for row in card.findChildren(OfferRow)
    ]
    assert chips == [["Read first"], []]
    buttons = card.findChildren(Button)
    assert buttons[0].accessibleName().endswith("read first")


def test_new_rows_replace_the_old(qtbot: QtBot, look: Look, today_view: TodayView) -> None:
    card = RowsCard(look)
    qtbot.addWidget(card)
    card.show_rows(today_view.done, today_view.more)
    card.show_rows((), today_view.more[:1])
    qtbot.waitUntil(lambda: len(card.findChildren(OfferRow)) == 1)
    assert card.findChildren(Text)[0].text() == "More for today"
    card.show_rows((), ())
    assert card.isHidden()


def test_the_focus_stays_with_its_routine_when_the_rows_change(
    look: Look, today_view: TodayView, put: Put
) -> None:
    card = RowsCard(look)
    put(card, 520, 300)
    first, second = today_view.more
    card.show_rows((), (first, second))
    card.starts[1].setFocus(Qt.FocusReason.TabFocusReason)
    card.show_rows(today_view.done, (second, first))
    assert QApplication.focusWidget() is card.starts[0]
    assert second.name in card.starts[0].accessibleName()
