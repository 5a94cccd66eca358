from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.day_rows import PlanRow
from supple.core.today import Done
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.today.plan_card import OFF, DayPlanCard, TimeRow
from supple.ui.widgets.button import Button
from supple.ui.widgets.chip import Chip

Put = Callable[[QWidget, int, int], QWidget]
DONE = Done("10:34", "Desk break", "3 min held")
HURT = Done("11:00", "Desk break", "1 min held", hurt=True)
ROWS = (
    PlanRow("10:30", "Desk break", "At 10:34, 3 min held", done=DONE),
    PlanRow("14:30", "Desk break", "4 min, on your chair", "desk-break", next=True),
    PlanRow("20:00", "Lying down", "9 min, mat and strap", "lying-down"),
)


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> DayPlanCard:
    made = DayPlanCard(look)
    qtbot.addWidget(made)
    made.show_plan(ROWS)
    made.resize(520, 260)
    made.show()
    return made


def test_what_is_done_is_ticked_and_what_comes_says_when(card: DayPlanCard) -> None:
    rows = card.findChildren(TimeRow)
    assert [row.accessibleName() for row in rows] == [
        "10:30, Desk break, done, At 10:34, 3 min held",
        "14:30, Desk break, up next, 4 min, on your chair",
        "20:00, Lying down, not done, 9 min, mat and strap",
    ]
    told = [{text.text() for text in row.findChildren(Text)} for row in rows]
    assert [{"Done", "Up next"} & texts for texts in told] == [{"Done"}, {"Up next"}, set()]


def test_a_session_that_hurt_is_not_ticked(card: DayPlanCard) -> None:
    card.show_plan((PlanRow("11:00", "Desk break", "", done=HURT),))
    row = card.findChildren(TimeRow)[-1]
    assert "Stopped, it hurt" in [text.text() for text in row.findChildren(Text)]


def test_what_was_broken_off_can_be_begun_again(qtbot: QtBot, card: DayPlanCard) -> None:
    early = Done("22:34", "Lying down", "15 s held", early=True)
    told = "Stopped early at 22:34, 15 s held"
    shown = PlanRow("22:10", "Lying down", told, "lying-down", done=early)
    card.show_plan((shown,))
    row = card.findChildren(TimeRow)[-1]
    assert [text.text() for text in row.findChildren(Text)].count(told) == 1
    assert "Stopped early" not in [text.text() for text in row.findChildren(Text)], "only once"
    (button,) = row.findChildren(Button)
    with qtbot.waitSignal(card.start_asked) as told:
        button.click()
    assert told.args == ["lying-down"]


def test_a_row_starts_its_routine_by_key(qtbot: QtBot, card: DayPlanCard) -> None:
    buttons = [b for b in card.findChildren(Button) if b.text() == "Start now"]
    assert len(buttons) == 2
    with qtbot.waitSignal(card.start_asked) as told:
        qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    assert told.args == ["lying-down"]


def test_what_is_to_be_read_first_is_marked(card: DayPlanCard) -> None:
    card.show_plan((replace(ROWS[2], read_first=True),))
    row = card.findChildren(TimeRow)[-1]
    assert [chip.text() for chip in row.findChildren(Chip)] == ["Read first"]
    (button,) = row.findChildren(Button)
    assert button.accessibleName().endswith("read first")


def test_the_plan_can_be_changed_from_here(qtbot: QtBot, card: DayPlanCard) -> None:
    change = next(b for b in card.findChildren(Button) if b.text() == "Change")
    with qtbot.waitSignal(card.change_asked):
        change.click()


def test_a_plan_that_does_not_ask_says_so(card: DayPlanCard) -> None:
    before = card.findChildren(TimeRow)
    card.show_plan(ROWS, asks=False)
    said = [text.text() for text in card.findChildren(Text) if text.isVisible()]
    assert (OFF in said, card.accessibleDescription()) == (True, OFF)
    assert card.findChildren(TimeRow) == before
    card.show_plan(ROWS)
    said = [text.text() for text in card.findChildren(Text) if text.isVisible()]
    assert (OFF in said, card.accessibleDescription()) == (False, "")


def test_the_same_rows_are_left_alone(card: DayPlanCard) -> None:
    before = card.findChildren(TimeRow)
    card.show_plan(ROWS)
    assert card.findChildren(TimeRow) == before


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_everything_fits_and_has_a_name(look: Look, card: DayPlanCard, scale: float) -> None:
    look.set_text_scale(scale)
    card.show_plan(ROWS, asks=False)
    card.resize(560, 320)
    card.grab()
    assert [*clipped(card), *unnamed(card)] == []


def test_the_focus_stays_with_its_time_when_the_rows_change(look: Look, put: Put) -> None:
    card = DayPlanCard(look)
    put(card, 520, 260)
    card.show_plan(ROWS)
    card.starts[1].setFocus(Qt.FocusReason.TabFocusReason)
    went_by = (ROWS[0], replace(ROWS[1], next=False), replace(ROWS[2], next=True, near=True))
    card.show_plan(went_by)
    assert QApplication.focusWidget() is card.starts[1]
    assert "Lying down" in card.starts[1].accessibleName()
    # One that is done has nothing to press any more: the nearest has.
    card.show_plan((*went_by[:2], replace(went_by[2], routine="", done=DONE)))
    assert QApplication.focusWidget() is card.starts[0]
