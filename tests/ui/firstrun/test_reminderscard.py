from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.core.reminders import Prospect, Reminders
from supple.ui.firstrun.reminderscard import RemindersCard
from supple.ui.look import Look
from supple.ui.settings.time_pick import TimePick
from supple.ui.widgets.stepper import Stepper
from supple.ui.widgets.switch import Switch

Told = list[Reminders]
START = "Start Supple when the computer starts"


@pytest.fixture
def card(look: Look, widget: Callable[[QWidget], Any]) -> RemindersCard:
    made = RemindersCard(look, Reminders())
    widget(made)
    return made


@pytest.fixture
def told(card: RemindersCard) -> Told:
    heard: Told = []
    card.changed.connect(heard.append)
    return heard


def switch(card: RemindersCard, name: str) -> Switch:
    return next(s for s in card.findChildren(Switch) if s.accessibleName() == name)


def pick(card: RemindersCard, name: str) -> TimePick:
    return next(p for p in card.findChildren(TimePick) if p.accessibleName() == name)


def choose(one: TimePick, clock: str) -> None:
    index = one.findText(clock)
    one.setCurrentIndex(index)
    one.activated.emit(index)


def test_a_new_user_sees_breaks_on_and_nothing_else(card: RemindersCard) -> None:
    on = {s.accessibleName(): s.isChecked() for s in card.findChildren(Switch)}
    assert on == {"Desk breaks": True, "Before bed": False, START: False}
    shown = {p.accessibleName(): p.currentText() for p in card.findChildren(TimePick)}
    assert shown == {
        "Desk breaks from": "09:00",
        "Desk breaks to": "17:30",
        "Before bed, at": "20:00",
    }
    assert not pick(card, "Before bed, at").isEnabled()


def test_every_choice_is_told(qtbot: QtBot, card: RemindersCard, told: Told) -> None:
    qtbot.keyClick(card.findChild(Stepper).field, Qt.Key.Key_Up)
    choose(pick(card, "Desk breaks from"), "08:30")
    choose(pick(card, "Desk breaks to"), "24:00")
    qtbot.keyClick(switch(card, "Before bed"), Qt.Key.Key_Space)
    choose(pick(card, "Before bed, at"), "21:05")
    qtbot.keyClick(switch(card, START), Qt.Key.Key_Space)
    assert len(told) == 6
    assert told[-1] == Reminders(
        every_min=55,
        hours="08:30-24:00",
        evening=True,
        evening_at="21:05",
        with_system=True,
    )


def test_hours_without_a_length_become_an_hour(card: RemindersCard, told: Told) -> None:
    choose(pick(card, "Desk breaks from"), "17:30")
    assert told[-1].hours == "17:30-18:30"
    assert pick(card, "Desk breaks to").currentText() == "18:30"


def test_nothing_comes_before_bed_while_breaks_are_off(card: RemindersCard, told: Told) -> None:
    bed = switch(card, "Before bed")
    bed.click()
    switch(card, "Desk breaks").click()
    assert (bed.isChecked(), bed.isEnabled()) == (False, False)
    assert bed.accessibleDescription() == "Comes with the desk breaks"
    assert switch(card, START).accessibleDescription() == "No breaks come while they are off"
    assert not card.findChild(Stepper).isEnabled()
    switch(card, "Desk breaks").click()
    assert (bed.isChecked(), bed.isEnabled()) == (True, True)
    assert told[-1] == Reminders(evening=True)


def test_to_show_choices_tells_nothing(card: RemindersCard, told: Told) -> None:
    card.show_reminders(Reminders(False, 35, "22:07-06:00", evening=True, evening_at="19:58"))
    assert pick(card, "Desk breaks from").currentText() == "22:07"
    assert pick(card, "Before bed, at").currentText() == "19:58"
    assert card.findChild(Stepper).value() == 35
    assert told == []


def test_what_is_not_to_be_had_is_said(card: RemindersCard) -> None:
    card.show_prospect(Prospect(no_start="no folder for it"))
    assert not switch(card, START).isEnabled()
    assert switch(card, START).accessibleDescription() == "Not on this computer: no folder for it"
    card.show_prospect(Prospect())
    assert switch(card, START).isEnabled()
