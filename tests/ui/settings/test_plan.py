from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.goal import GoalCounts
from supple.core.settings import Settings
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.plan import PlanCards
from supple.ui.text import Text
from supple.ui.widgets.combo import Combo


@pytest.fixture
def cards(look: Look, host: QWidget) -> PlanCards:
    made = PlanCards(look)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
        card.show()
    made.show_settings(Settings())
    host.resize(640, 700)
    return made


def button(host: QWidget, name: str) -> QAbstractButton:
    found = host.findChildren(QAbstractButton)
    return next(b for b in found if name in (b.accessibleName(), b.text()))


def combo(host: QWidget, name: str) -> Combo:
    return next(c for c in host.findChildren(Combo) if c.accessibleName() == name)


def said(host: QWidget) -> list[str]:
    return [text.text() for text in host.findChildren(Text) if text.isVisible()]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("More Days a week", {"weekly_goal_days": 4}),
        ("Less Days a week", {"weekly_goal_days": 2}),
        ("Sessions", {"goal_counts": GoalCounts.SESSIONS}),
        ("Ask about pain before and after", {"ask_pain": False}),
    ],
)
def test_a_click_is_told_at_once(
    qtbot: QtBot, cards: PlanCards, host: QWidget, name: str, wanted: dict[str, Any]
) -> None:
    with qtbot.waitSignal(cards.changed) as got:
        qtbot.mouseClick(button(host, name), Qt.MouseButton.LeftButton)
    assert got.args == [wanted]


@pytest.mark.parametrize(
    ("name", "keys", "wanted"),
    [
        ("Week starts on", [Qt.Key.Key_End], {"first_weekday": 6}),
        ("A day ends at", [Qt.Key.Key_Down] * 4, {"day_ends_h": 4}),
    ],
)
def test_a_list_is_gone_through_by_keys(
    qtbot: QtBot,
    cards: PlanCards,
    host: QWidget,
    name: str,
    keys: list[Qt.Key],
    wanted: dict[str, Any],
) -> None:
    told: list[object] = []
    cards.changed.connect(told.append)
    box = combo(host, name)
    box.setFocus()
    for key in keys:
        qtbot.keyClick(box, key)
    assert told[-1] == wanted


def test_every_weekday_and_hour_can_be_chosen(cards: PlanCards, host: QWidget) -> None:
    days, hours = combo(host, "Week starts on"), combo(host, "A day ends at")
    assert [days.itemText(n) for n in (0, 6)] == ["Monday", "Sunday"]
    shown = [hours.itemText(n) for n in range(hours.count())]
    assert shown == ["Midnight", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"]


def test_the_goal_is_called_by_what_it_counts(cards: PlanCards, host: QWidget) -> None:
    assert "Days a week" in said(host)
    cards.show_settings(Settings(goal_counts=GoalCounts.SESSIONS, weekly_goal_days=5))
    assert "Sessions a week" in said(host)
    assert "Every session counts, two on one day as well" in said(host)
    field = host.findChild(QSpinBox)
    assert field is not None
    assert (field.accessibleName(), field.value()) == ("Sessions a week", 5)


def test_a_late_end_of_the_day_is_explained(cards: PlanCards, host: QWidget) -> None:
    cards.show_settings(Settings(day_ends_h=4))
    assert "Up late? A session before then counts for the day before." in said(host)
    assert "counts for the day before" in combo(host, "A day ends at").accessibleDescription()


@pytest.mark.parametrize("scale", [0.9, 1.3])
def test_everything_fits_and_has_a_name(
    look: Look, cards: PlanCards, host: QWidget, scale: float
) -> None:
    look.set_text_scale(scale)
    host.resize(560, 760)
    host.grab()
    assert [*clipped(host), *unnamed(host)] == []


def test_the_answers_are_told_and_can_be_changed(
    qtbot: QtBot, cards: PlanCards, host: QWidget
) -> None:
    assert "Not answered yet" in said(host)
    assert button(host, "Change: Safety answers").text() == "Answer"
    cards.show_settings(
        Settings(
            safety_on="2026-11-22",
            safety_ticked=("knee", "balance"),
            spots=("chair",),
            equipment=("strap",),
        )
    )
    assert {"Answered 22 November, 2 things", "On my chair. Strap."} <= set(said(host))
    assert button(host, "Change: Safety answers").text() == "Change"
    with qtbot.waitSignal(cards.answers_asked):
        button(host, "Change: Safety answers").click()
    with qtbot.waitSignal(cards.place_asked):
        button(host, "Change: Where you stretch").click()
