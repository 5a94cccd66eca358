from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.breaks.times import FixedTime
from supple.core.my_plan import Known, entries
from supple.core.offer import Offer
from supple.core.settings import Settings
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.plan_dialog import PlanDialog
from supple.ui.text import Text

DESK = Offer("desk-break", "Desk break", "On your chair.", "", "", "4 min", "Seated", "", "")
LYING = Offer("lying-down", "Lying down", "On your back.", "", "", "9 min", "Lying", "Mat", "")
KNOWN = Known((DESK, LYING), {"": DESK, "rising": LYING, "bedtime": LYING})
Ask = Callable[..., PlanDialog]


@pytest.fixture
def ask(qtbot: QtBot, look: Look) -> Iterator[Ask]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 560)
    below = QWidget(window)
    window.show()

    def open_(*times: str, change: int | None = None, **fields: object) -> PlanDialog:
        settings = Settings(break_times=times, **fields)  # type: ignore[arg-type]
        entry = None if change is None else entries(settings, KNOWN)[change]
        made = PlanDialog(look, window, settings, KNOWN, entry)
        made.open(below)
        return made

    yield open_
    for dialog in window.findChildren(PlanDialog):
        dialog.dismiss()


def choose(dialog: PlanDialog, words: str) -> None:
    combo = dialog.what.combo
    index = combo.findText(words)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def taken(dialog: PlanDialog) -> list[FixedTime]:
    told: list[FixedTime] = []
    dialog.wanted.connect(told.append)
    return told


def said(dialog: PlanDialog) -> list[str]:
    return [text.text() for text in dialog.findChildren(Text) if text.isVisible()]


def test_what_fits_and_every_routine_there_is_can_be_chosen(ask: Ask) -> None:
    combo = ask().what.combo
    assert [combo.itemText(n) for n in range(combo.count())] == [
        "Whatever fits the desk",
        "Whatever fits the morning",
        "Whatever fits the evening",
        "Desk break, 4 min",
        "Lying down, 9 min",
    ]


def test_what_fits_the_evening_is_there_to_be_taken_at_once(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    assert "On your back." in said(dialog)
    told = taken(dialog)
    qtbot.keyClick(dialog.what.combo, Qt.Key.Key_Return)
    assert told == [FixedTime(1200, days=tuple(range(7)), routine="lying-down")]


def test_a_time_and_days_follow_what_is_chosen_until_they_are_chosen(ask: Ask) -> None:
    dialog = ask()
    choose(dialog, "Whatever fits the morning")
    assert dialog.at.minute == 7 * 60
    choose(dialog, "Whatever fits the desk")
    assert dialog.at.minute == 10 * 60 + 30
    assert not dialog.days.dots["sat"].isChecked()
    dialog.at.activated.emit(dialog.at.findText("12:15"))
    dialog.days.dots["fri"].click()
    choose(dialog, "Lying down, 9 min")
    told = taken(dialog)
    dialog.take.click()
    assert told == [FixedTime(12 * 60 + 15, days=(0, 1, 2, 3), routine="lying-down")]


def test_a_desk_break_on_the_days_with_breaks_follows_them(ask: Ask) -> None:
    dialog = ask()
    choose(dialog, "Whatever fits the desk")
    told = taken(dialog)
    dialog.take.click()
    assert told == [FixedTime(630)]


def test_the_first_free_time_is_offered(ask: Ask) -> None:
    assert ask("20:00 bedtime", "20:30 mon").at.minute == 21 * 60


def test_without_a_day_nothing_is_taken_and_it_says_why(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    told = taken(dialog)
    for dot in dialog.days.dots.values():
        dot.click()
    assert not dialog.take.isEnabled()
    assert "Choose at least one day" in said(dialog)
    qtbot.keyClick(dialog.what.combo, Qt.Key.Key_Return)
    assert told == []
    assert dialog.isVisible()
    dialog.days.dots["mon"].click()
    assert "Choose at least one day" not in said(dialog)


def test_two_things_at_once_are_refused_and_it_says_why(ask: Ask) -> None:
    dialog = ask("12:00 daily routine:desk-break")
    dialog.at.activated.emit(dialog.at.findText("12:00"))
    assert not dialog.take.isEnabled()
    assert "Something comes at 12:00 on one of these days already" in said(dialog)


def test_what_is_changed_is_shown_as_it_is(ask: Ask) -> None:
    dialog = ask("21:10 mon,sun routine:lying-down", change=0)
    assert dialog.what.combo.currentText() == "Lying down, 9 min"
    assert dialog.at.currentText() == "21:10"
    checked = [day for day, dot in dialog.days.dots.items() if dot.isChecked()]
    assert checked == ["mon", "sun"]
    told = taken(dialog)
    dialog.take.click()
    assert told == [FixedTime(21 * 60 + 10, days=(0, 6), routine="lying-down")]


def test_a_routine_that_is_gone_stays_until_another_is_chosen(ask: Ask) -> None:
    dialog = ask("20:00 mon routine:gone", change=0)
    assert dialog.what.combo.currentText() == "A routine that is gone"
    told = taken(dialog)
    dialog.take.click()
    assert told == [FixedTime(1200, days=(0,), routine="gone")]


def test_escape_takes_nothing(qtbot: QtBot, ask: Ask) -> None:
    dialog = ask()
    told = taken(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
    assert not dialog.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_everything_fits_and_has_a_name(look: Look, ask: Ask, scale: float) -> None:
    look.set_text_scale(scale)
    dialog = ask("20:00 mon routine:gone", change=0)
    dialog.grab()
    assert [*clipped(dialog), *unnamed(dialog)] == []
