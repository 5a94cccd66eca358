from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from supple.core.day_rows import PlanRow
from supple.core.today import TodayView
from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.today.advice import AdviceCard
from supple.ui.today.going import GoingCard
from supple.ui.today.nudge import Nudge
from supple.ui.today.page import CHECK_DUE, UNANSWERED, TodayPage
from supple.ui.today.week import WeekCard
from supple.ui.widgets.button import Button


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
    card = shown.findChild(GoingCard)
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


ADVICE = ("Please talk to a doctor or physiotherapist first.", "Go on once they have told you.")


def nudges(shown: TodayPage) -> list[str]:
    return [n.accessibleName() for n in shown.findChildren(Nudge) if n.isVisible()]


def test_an_advice_takes_the_place_of_what_is_up_next(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    shown.show_view(replace(today_view, advice=ADVICE, unanswered=True))
    card = shown.findChild(AdviceCard)
    assert card is not None
    assert card.isVisible()
    assert shown.hero.isHidden()
    assert nudges(shown) == []
    assert shown.main_widget() is card.button
    with qtbot.waitSignal(shown.answers_asked):
        card.button.click()
    shown.show_view(today_view)
    assert card.isHidden()
    assert shown.hero.isVisible()
    assert shown.main_widget() is shown.hero.start


def test_put_off_questions_leave_a_line_that_leads_to_them(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, replace(today_view, unanswered=True))
    assert nudges(shown) == [UNANSWERED]
    with qtbot.waitSignal(shown.answers_asked):
        shown.findChild(Nudge).findChild(Button).click()
    shown.show_view(today_view)
    assert nudges(shown) == []


def test_a_check_that_is_due_is_offered(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, replace(today_view, check_due=True))
    assert nudges(shown) == [CHECK_DUE]
    with qtbot.waitSignal(shown.check_asked):
        shown.findChild(Nudge).findChild(Button).click()


def test_the_same_lines_are_not_made_anew(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    view = replace(today_view, unanswered=True)
    shown = page(qtbot, look, pictures, view)
    before = shown.findChild(Nudge)
    shown.show_view(replace(view, title="A fresh day"))
    assert shown.findChild(Nudge) is before


@pytest.mark.parametrize("width", [904, 696])
def test_with_everything_to_say_nothing_is_cut(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView, width: int
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    shown.resize(width, 560)
    assert today_view.up_next is not None
    why = "Your leg raise stays under 60°: these stretches are likely to help."
    offer = replace(today_view.up_next, why=why)
    plan = "Two good weeks without more pain: now holds of up to 20 s, 3 days a week."
    view = replace(today_view, up_next=offer, plan=plan, unanswered=True, check_due=True)
    shown.show_view(view)
    qtbot.waitUntil(lambda: clipped(shown) == [], timeout=1000)


@pytest.mark.parametrize("asks", [True, False])
def test_the_plan_of_the_day_says_where_it_does_not_ask(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView, asks: bool
) -> None:
    plan = (PlanRow("20:00", "Lying down", "9 min", "lying-down"),)
    shown = page(qtbot, look, pictures, replace(today_view, schedule=plan, breaks=asks))
    said = [text.text() for text in shown.findChildren(Text) if text.isVisible()]
    assert "Lying down" in said
    assert ("Reminders are off" in said) is not asks


def test_the_time_at_hand_is_asked_for(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    with qtbot.waitSignal(shown.minutes_asked) as got:
        shown.time.findChildren(QAbstractButton)[2].click()
    assert got.args == [5.0]
    # It stays as it was chosen when the new offers come.
    shown.show_view(replace(today_view, up_next=today_view.more[0]))
    assert shown.time.choice.current == "5"


def test_where_nothing_is_offered_no_time_is_asked_for(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, replace(today_view, advice=ADVICE))
    assert shown.time.isHidden()
    shown.show_view(replace(today_view, up_next=None))
    assert shown.time.isHidden()
    shown.show_view(today_view)
    assert shown.time.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [904, 696])
def test_the_time_at_hand_takes_less_than_a_line(
    qtbot: QtBot,
    look: Look,
    pictures: Pictures,
    today_view: TodayView,
    width: int,
    scale: float,
) -> None:
    look.set_text_scale(scale)
    shown = page(qtbot, look, pictures, replace(today_view, day="Wednesday 30 September"))
    shown.resize(width, 560)
    shown.layout().activate()
    place, title = shown.time.geometry(), shown.title.geometry()
    assert not place.intersects(title)
    assert place.right() < shown.width() - 20
    assert clipped(shown) == []
    tall = shown.hero.mapTo(shown, shown.hero.rect().topLeft()).y()
    shown.time.hide()
    shown.layout().activate()
    without = shown.hero.mapTo(shown, shown.hero.rect().topLeft()).y()
    assert tall - without <= (look.line("body") if shown.narrow else 0)


def test_larger_text_makes_the_offer_higher_at_once(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, today_view)
    assert today_view.up_next is not None
    why = "A check of your legs says whether it suits you. And a little more to wrap."
    shown.show_view(replace(today_view, up_next=replace(today_view.up_next, why=why)))
    shown.resize(696, 560)
    qtbot.waitUntil(lambda: clipped(shown) == [], timeout=1000)
    QApplication.processEvents()
    look.set_theme("dark")
    look.set_text_scale(1.3)
    qtbot.waitUntil(lambda: clipped(shown) == [], timeout=1000)
    assert shown.hero.height() >= shown.hero.heightForWidth(shown.hero.width())


def test_on_a_day_of_pain_the_focus_is_not_on_a_start(
    qtbot: QtBot, look: Look, pictures: Pictures, today_view: TodayView
) -> None:
    shown = page(qtbot, look, pictures, replace(today_view, rest=True))
    assert shown.hero.start.text() == "Start anyway"
    assert shown.hero.start.kind == "secondary"
    assert shown.main_widget() is not shown.hero.start
    shown.show_view(today_view)
    assert (shown.hero.start.text(), shown.hero.start.kind) == ("Start", "primary")
    assert shown.main_widget() is shown.hero.start
