from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from supple.core.today import TodayView
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.today.page import TodayPage
from supple.ui.today.week import PainCard, WeekCard


def page(qtbot: QtBot, look: Look, pictures: Pictures, view: TodayView) -> TodayPage:
    made = TodayPage(look, pictures)
    qtbot.addWidget(made)
    made.resize(904, 760)
    made.show_view(view)
    made.show()
    return made


def test_the_day_is_told(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    assert shown.title.text() == "One done today"
    assert shown.main_widget() is shown.hero.start


def test_without_pain_there_is_no_pain_card(
    qtbot: QtBot, look: Look, pictures: Pictures, make_view: Callable[..., TodayView]
) -> None:
    shown = page(qtbot, look, pictures, make_view())
    card = shown.findChild(PainCard)
    assert card is not None
    assert card.isHidden()
    assert shown.title.text() == "A good day to start"


def test_without_any_routine_there_is_nothing_to_start(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, replace(today_view, up_next=None, more=(), done=()))
    assert shown.hero.isHidden()
    assert shown.rows.isHidden()


@pytest.mark.parametrize(("narrow", "width"), [(False, 904), (True, 696)])
def test_the_week_stands_beside_or_below(
    qtbot: QtBot,
    look: Look,
    pictures: Pictures,
    today_view: TodayView,
    narrow: bool,
    width: int,
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    shown.set_narrow(narrow)
    shown.resize(width, 560)
    week = shown.findChild(WeekCard)
    assert week is not None
    qtbot.waitUntil(lambda: (week.y() > shown.hero.geometry().bottom()) is narrow)
    assert (week.x() > shown.hero.geometry().right()) is not narrow


def test_what_is_asked_is_passed_on(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    with qtbot.waitSignal(shown.start_asked) as got:
        shown.hero.start.click()
    assert got.args == ["desk-break"]
