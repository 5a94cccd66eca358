from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.breaks.times import FixedTime
from supple.core.my_plan import EVERY, OFF, TWICE, Known, rhythm
from supple.core.offer import Offer
from supple.core.settings import MOST_BREAK_TIMES, Settings
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.page import Scroller
from supple.ui.settings.daily_plan import DailyPlan
from supple.ui.settings.plan_dialog import PlanDialog
from supple.ui.settings.plan_entry import PlanEntry
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.combo import Combo

DESK = Offer("desk-break", "Desk break", "", "", "", "4 min", "On your chair", "", "")
LYING = Offer("lying-down", "Lying down", "", "", "", "9 min", "Lying down", "Mat", "")
KNOWN = Known((DESK, LYING), {"": DESK, "bedtime": LYING})
EVENING = "20:00 mon,wed,fri routine:lying-down"


class Kept:
    """Settings that follow what the card tells, as the page does."""

    def __init__(self, plan: DailyPlan, settings: Settings) -> None:
        self.plan = plan
        self.settings = settings
        self.toasts: list[tuple[str, str, Callable[[], None]]] = []
        self.dialogs: list[PlanDialog] = []
        plan.changed.connect(self._keep)
        plan.toast_asked.connect(lambda *told: self.toasts.append(told))
        plan.overlay_asked.connect(self.dialogs.append)
        plan.show_settings(settings)

    def _keep(self, fields: dict[str, Any]) -> None:
        self.settings = replace(self.settings, **fields)
        self.plan.show_settings(self.settings)


@pytest.fixture
def kept(qtbot: QtBot, look: Look, host: QWidget) -> Kept:
    plan = DailyPlan(look)
    QVBoxLayout(host).addWidget(plan.card)
    plan.card.show()
    host.resize(640, 700)
    plan.show_known(KNOWN)
    # The card's rules live as long as the card.
    plan.setParent(host)
    return Kept(plan, Settings(break_times=(EVENING,)))


def rows(host: QWidget) -> list[PlanEntry]:
    return [row for row in host.findChildren(PlanEntry) if row.isVisible()]


def said(host: QWidget) -> list[str]:
    """From top to bottom."""
    host.grab()
    found = [text for text in host.findChildren(Text) if text.isVisible()]
    return [text.text() for text in sorted(found, key=lambda t: t.mapTo(host, QPoint()).y())]


def pick(qtbot: QtBot, kept: Kept, host: QWidget, name: str, words: str) -> None:
    combo = next(c for c in host.findChildren(Combo) if c.accessibleName() == name)
    with qtbot.waitSignal(kept.plan.changed):
        combo.activated.emit(combo.findText(words))


def test_the_card_is_that_of_the_mock_up(kept: Kept, host: QWidget) -> None:
    shown = said(host)
    assert shown == [
        "Daily plan",
        "Desk break, 4 min",
        "On your chair, between tasks",
        "Lying down, 9 min",
        "Reminder at 20:00",
        "Flexibility check",
        "A change takes about 4 to 6 weeks of practice",
    ]
    combos = {c.currentText() for c in host.findChildren(Combo) if c.isVisible()}
    assert combos == {"Every 50 min", "Every 4 weeks", "Evenings, Mon Wed Fri"}


def test_the_check_comes_as_often_as_is_picked(qtbot: QtBot, kept: Kept, host: QWidget) -> None:
    pick(qtbot, kept, host, "Flexibility check", "Never")
    assert kept.settings.check_weeks == 0
    assert "Nothing reminds you; Flexibility is there all the same" in said(host)


def test_twice_makes_two_rows_and_an_interval_takes_them_back_with_undo(
    qtbot: QtBot, kept: Kept, host: QWidget
) -> None:
    pick(qtbot, kept, host, "Desk break", "Twice on working days")
    assert rhythm(kept.settings) == TWICE
    assert [row.entry.text for row in rows(host)] == ["10:30", "14:30", EVENING]
    assert kept.toasts == []
    pick(qtbot, kept, host, "Desk break", "Every 60 min")
    assert [row.entry.text for row in rows(host)] == [EVENING]
    assert rhythm(kept.settings) == f"{EVERY}60"
    (text, action, undo) = kept.toasts.pop()
    assert (text, action) == ("10:30 and 14:30 are taken out", "Undo")
    undo()
    assert rhythm(kept.settings) == TWICE
    assert len(rows(host)) == 3


def test_what_was_taken_out_is_told_in_the_order_of_the_day(
    qtbot: QtBot, kept: Kept, host: QWidget
) -> None:
    kept.settings = Settings(break_interval=False, break_times=("14:30", EVENING, "10:30"))
    kept.plan.show_settings(kept.settings)
    pick(qtbot, kept, host, "Desk break", "Off")
    assert kept.toasts.pop()[0] == "10:30 and 14:30 are taken out"


def test_the_choices_of_the_card_are_of_one_size(kept: Kept, host: QWidget) -> None:
    host.grab()
    combos = [c for c in host.findChildren(Combo) if c.isVisible()]
    assert len(combos) == 3
    assert len({(c.height(), c.mapTo(host, QPoint()).x(), c.width()) for c in combos}) == 1


def test_off_for_the_desk_leaves_the_evening(qtbot: QtBot, kept: Kept, host: QWidget) -> None:
    pick(qtbot, kept, host, "Desk break", "Off")
    assert rhythm(kept.settings) == OFF
    assert kept.settings.breaks_on
    assert "No time at the computer asks by itself" in said(host)


def test_while_reminders_are_off_they_can_be_turned_on_without_the_desk(
    qtbot: QtBot, kept: Kept, host: QWidget
) -> None:
    assert "Reminders are off" not in said(host)
    kept.settings = Settings(breaks_on=False, break_times=(EVENING,))
    kept.plan.show_settings(kept.settings)
    shown = said(host)
    assert {"Reminders are off", "Nothing in the plan asks by itself"} <= set(shown)
    assert "20:00, while reminders are on" in shown
    button = next(b for b in host.findChildren(Button) if b.text() == "Turn on")
    with qtbot.waitSignal(kept.plan.changed):
        button.click()
    assert (kept.settings.breaks_on, kept.settings.break_interval) == (True, False)
    assert "Reminders are off" not in said(host)


def test_without_a_day_for_the_desk_it_is_said(kept: Kept, host: QWidget) -> None:
    kept.plan.show_settings(Settings(break_days=()))
    assert "No day for it is chosen, under Breaks" in said(host)


def test_other_days_are_picked_in_the_row(qtbot: QtBot, kept: Kept, host: QWidget) -> None:
    pick(qtbot, kept, host, "Days of Lying down, 9 min at 20:00", "Every evening")
    assert kept.settings.break_times == ("20:00 daily routine:lying-down",)


def test_what_is_taken_out_comes_back_and_the_focus_stays_near(
    qtbot: QtBot, kept: Kept, host: QWidget
) -> None:
    kept.settings = replace(kept.settings, break_times=(EVENING, "22:00 bedtime"))
    kept.plan.show_settings(kept.settings)
    host.activateWindow()
    rows(host)[0].leave_out.setFocus()
    with qtbot.waitSignal(kept.plan.toast_asked):
        rows(host)[0].leave_out.click()
    assert kept.settings.break_times == ("22:00 bedtime",)
    assert host.window().focusWidget() is rows(host)[0].leave_out
    text, _, undo = kept.toasts.pop()
    assert text == "Lying down, 9 min at 20:00 is taken out"
    undo()
    assert set(kept.settings.break_times) == {EVENING, "22:00 bedtime"}
    undo()
    assert len(kept.settings.break_times) == 2


def test_the_last_row_leaves_the_focus_to_what_adds(
    qtbot: QtBot, kept: Kept, host: QWidget
) -> None:
    rows(host)[0].leave_out.setFocus()
    with qtbot.waitSignal(kept.plan.toast_asked):
        rows(host)[0].leave_out.click()
    assert host.window().focusWidget() is kept.plan.add


def test_a_time_is_added_and_changed_in_a_dialog(qtbot: QtBot, kept: Kept, host: QWidget) -> None:
    kept.plan.add.click()
    with qtbot.waitSignal(kept.plan.changed):
        kept.dialogs[-1].wanted.emit(FixedTime(7 * 60, "rising"))
    assert kept.settings.break_times == (EVENING, "07:00 rising")
    assert host.window().focusWidget() is rows(host)[0].change
    rows(host)[1].change.click()
    with qtbot.waitSignal(kept.plan.changed):
        kept.dialogs[-1].wanted.emit(FixedTime(21 * 60, days=(6,), routine="lying-down"))
    assert kept.settings.break_times == ("21:00 sun routine:lying-down", "07:00 rising")
    for dialog in kept.dialogs:
        dialog.deleteLater()


def test_twelve_are_the_most(kept: Kept) -> None:
    times = tuple(f"{8 + n}:00".zfill(5) for n in range(MOST_BREAK_TIMES))
    kept.plan.show_settings(Settings(break_times=times))
    assert not kept.plan.add.isEnabled()
    assert kept.plan.add.toolTip() == "12 times are the most there can be"


def test_the_same_rows_are_left_alone(kept: Kept, host: QWidget) -> None:
    before = rows(host)
    kept.plan.show_settings(replace(kept.settings, volume=0.3))
    kept.plan.show_known(KNOWN)
    assert rows(host) == before


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_everything_fits_and_has_a_name(
    look: Look, kept: Kept, host: QWidget, scale: float
) -> None:
    look.set_text_scale(scale)
    times = (EVENING, "10:30", "07:00 rising", "12:00 daily routine:gone")
    kept.plan.show_settings(Settings(break_times=times))
    host.resize(560, 1100)
    host.grab()
    assert [*clipped(host), *unnamed(host)] == []


def test_a_line_that_was_changed_is_in_sight_when_it_is_saved(
    qtbot: QtBot, look: Look, put: Any
) -> None:
    plan = DailyPlan(look)
    column = QVBoxLayout()
    column.addWidget(plan.card)
    scroller = Scroller(look)
    scroller.set_body(column)
    window = put(scroller, 640, 240).window()
    plan.card.show()
    plan.show_known(KNOWN)
    plan.setParent(scroller)
    kept = Kept(plan, Settings(break_times=(EVENING, "21:00 mon routine:lying-down")))
    row = rows(window)[0]
    row.change.setFocus()
    row.change.click()
    QApplication.processEvents()
    scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())
    before = scroller.verticalScrollBar().value()
    kept.dialogs[-1].wanted.emit(replace(row.entry.fixed, minute=20 * 60 + 30))
    qtbot.waitUntil(lambda: "20:30" in kept.settings.break_times[0])
    new = next(r for r in rows(window) if "20:30" in r.entry.text)
    assert window.focusWidget() is new.change
    qtbot.waitUntil(lambda: new.visibleRegion().boundingRect() == new.rect())
    assert scroller.verticalScrollBar().value() < before
