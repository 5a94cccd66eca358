"""When the questions are asked, and what becomes of the answers, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from supple.core.first_run import Occasion, Step
from supple.core.problem import UserError
from supple.core.reminders import Reminders, reminders_of
from supple.core.summary import Rating
from supple.desk import autostart
from supple.desk.capability import Check
from supple.shell.first_run_desk import UNANSWERED
from supple.shell.resident import Resident
from supple.ui.pages import Place
from supple.ui.settings.plan import PlanCards
from supple.ui.text import Text
from supple.ui.widgets.banner import Banner

MakeBench = Callable[..., Any]


def page(one: Any) -> Any:
    """The questions, while they are shown."""
    return one.guidance.first_run.page


def button(one: Any, name: str) -> QAbstractButton:
    found = one.program.window.findChildren(QAbstractButton)
    return next(b for b in found if b.isVisible() and name in (b.text(), b.accessibleName()))


def press(one: Any, *names: str) -> None:
    for name in names:
        button(one, name).click()


def notices(one: Any) -> list[str]:
    banners = one.program.window.findChildren(Banner)
    return [b.accessibleName() for b in banners if b.isVisible()]


def at(one: Any, later: timedelta) -> None:
    """Let the day be another one."""
    now = one.deps.now() + later
    one.deps.now = lambda: now


def practise(one: Any, pain: int) -> None:
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    one.guidance.parts.page.rated.emit(Rating(pain, ""))


def on_disk(one: Any) -> Any:
    return one.deps.settings_file.load()[0]


def test_a_new_profile_is_asked_and_the_answers_are_kept(bench: MakeBench) -> None:
    one = bench(first_run=True)
    assert page(one).run.steps == tuple(Step)
    press(one, "Knee pain", "Next", "Standing", "Next", "5 days a week", "Not now")
    assert page(one) is None
    kept = on_disk(one)
    assert kept == one.deps.settings
    assert (kept.first_run_done, kept.safety_ticked) == (True, ("knee",))
    assert kept.safety_on == one.deps.now().date().isoformat()
    assert (kept.spots, kept.weekly_goal_days) == (("chair", "floor"), 5)
    assert not one.program.window.in_session


def test_the_first_session_is_what_was_offered(bench: MakeBench) -> None:
    one = bench(first_run=True)
    press(one, "None of these", "Next", "Next")
    offered = page(one).foot.main().accessibleName()
    press(one, offered)
    assert one.program.window.in_session
    one.guidance.parts.page.answered.emit(2)
    assert one.guidance.parts.player.active
    assert one.rows()[0].routine_name in offered


def words(one: Any) -> str:
    """What is on the step that is shown."""
    return " | ".join(text.text() for text in page(one).findChildren(Text) if text.isVisible())


@pytest.mark.parametrize("hour", [7, 10, 15, 22])
@pytest.mark.parametrize("day", [20, 22])
def test_the_first_break_is_one_of_those_that_were_promised(
    bench: MakeBench, hour: int, day: int
) -> None:
    one = bench(first_run=True)
    one.deps.now = lambda: datetime(2026, 11, day, hour, tzinfo=UTC)
    press(one, "None of these", "Next", "Next")
    offer = one.guidance.first_run._offer
    assert offer.place == "On your chair"
    assert f"A small prompt, {offer.minutes}, Monday to Friday" in words(one)
    assert page(one).foot.main().text() == f"Start my first break, {offer.minutes}"
    press(one, "Desk breaks")
    assert page(one).foot.main().text().startswith("Start my first session, ")
    evening = one.guidance.first_run._offer
    assert evening != offer or hour in (10, 15)
    press(one, "Desk breaks")
    assert one.guidance.first_run._offer == offer


def at_the_goal(one: Any) -> None:
    press(one, "None of these", "Next", "Next")


def test_the_reminders_are_kept_and_the_rest_of_the_program_follows(bench: MakeBench) -> None:
    one = bench(first_run=True)
    told: list[Any] = []
    one.program.window.settings_changed.connect(told.append)
    at_the_goal(one)
    press(one, "Desk breaks", "Not now")
    kept = on_disk(one)
    assert not kept.breaks_on
    assert told == [kept]
    # The settings page, built later, has them as well.
    window = one.program.window
    window.show_place(Place.SETTINGS)
    cards = window.findChild(PlanCards) or window.pages.settings.get().plan
    cards.changed.emit({"ask_pain": False})
    assert not on_disk(one).breaks_on


def test_starting_with_the_computer_is_really_turned_on(
    bench: MakeBench, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[bool] = []

    class Kept:
        def __init__(self, command: tuple[str, ...]) -> None:
            assert "--tray" in command

        def turn(self, on: bool) -> None:
            done.append(on)

    monkeypatch.setattr(autostart, "Autostart", Kept)
    monkeypatch.setattr(autostart, "check", lambda: Check("start at log-in", True, "off"))
    one = bench(first_run=True)
    home = Resident(one.deps, qapp)
    rules: list[bool] = []
    follow = SimpleNamespace(
        follow_settings=lambda: rules.append(one.deps.settings.breaks_on),
    )
    monkeypatch.setattr(home, "breaks", follow)
    one.program.window.settings_changed.connect(lambda _: home.follow_settings())
    at_the_goal(one)
    press(one, "Start Supple when the computer starts", "Before bed", "Not now")
    assert (done, rules) == ([True], [True])
    kept = on_disk(one)
    assert (kept.start_with_system, kept.break_times) == (True, ("20:00 bedtime",))


def test_where_it_cannot_start_with_the_computer_it_says_so(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Check("start at log-in", False, "no folder for it")
    monkeypatch.setattr(autostart, "check", lambda: check)
    one = bench(first_run=True)
    at_the_goal(one)
    switch = button(one, "Start Supple when the computer starts")
    assert not switch.isEnabled()
    assert switch.accessibleDescription() == "Not on this computer: no folder for it"


def test_skipping_leaves_every_reminder_as_it_was(bench: MakeBench) -> None:
    one = bench(first_run=True)
    page(one)._on_answer(page(one).run.remind(Reminders(breaks=False, with_system=True)))
    press(one, "Skip for now")
    assert reminders_of(on_disk(one)) == Reminders()


def test_skipping_leaves_the_gentlest_and_a_line_on_the_page(bench: MakeBench) -> None:
    one = bench(first_run=True)
    press(one, "Skip for now")
    assert on_disk(one).first_run_done
    offered = one.deps.coach.catalogue(one.deps.now()).routines.values()
    assert offered
    assert all("gentle" in routine.suits for routine in offered)
    press(one, "Answer")
    assert page(one).run.steps == (Step.SAFETY,)


@pytest.mark.parametrize("ticked", ["saddle", "leg"])
def test_a_grave_answer_closes_the_window_and_bars_everything(
    bench: MakeBench, ticked: str
) -> None:
    one = bench(first_run=True)
    page(one)._on_answer(page(one).run.tick(ticked, True))
    press(one, "Close for now")
    assert not one.program.window.isVisible()
    kept = on_disk(one)
    assert (kept.first_run_done, kept.safety_ticked) == (False, (ticked,))
    with pytest.raises(UserError, match=r"help today|doctor or physiotherapist"):
        one.deps.coach.routine("desk-break", one.deps.now())


def test_a_session_wished_for_on_the_command_line_comes_first(bench: MakeBench) -> None:
    one = bench("--start", "three-short", first_run=True)
    assert page(one) is None
    assert one.program.window.in_session


def test_somebody_with_a_history_gets_a_notice_that_leads_to_the_questions(
    bench: MakeBench,
) -> None:
    first = bench()
    practise(first, 2)
    one = bench(first_run=True)
    assert page(one) is None
    assert UNANSWERED in notices(one)
    press(one, "Answer now")
    assert page(one).run.steps == (Step.SAFETY, Step.PLACE)
    press(one, "None of these", "Next", "Save")
    assert on_disk(one).first_run_done
    assert UNANSWERED not in notices(one)


def test_a_closed_notice_does_not_come_back(bench: MakeBench) -> None:
    first = bench()
    practise(first, 2)
    one = bench(first_run=True)
    next(b for b in one.program.window.findChildren(Banner)).findChildren(QAbstractButton)[
        -1
    ].click()
    assert on_disk(one).first_run_done
    assert not on_disk(one).safety_on


def answered(one: Any, days_ago: int, *ticked: str) -> None:
    on = (one.deps.now() - timedelta(days=days_ago)).date().isoformat()
    one.deps.settings = replace(one.deps.settings, safety_on=on, safety_ticked=ticked)


@pytest.mark.parametrize(("days", "asks"), [(100, False), (182, False), (183, True), (400, True)])
def test_it_is_asked_again_after_six_months(bench: MakeBench, days: int, asks: bool) -> None:
    one = bench()
    answered(one, days, "knee")
    one.guidance.first_run.look()
    assert (page(one) is not None) is asks
    if asks:
        assert page(one).run.occasion is Occasion.DUE
        assert page(one).run.ticked == frozenset()


@pytest.mark.parametrize(("pain", "asks"), [(7, False), (8, True), (10, True)])
def test_it_is_asked_again_after_much_pain_once_the_session_is_over(
    bench: MakeBench, pain: int, asks: bool
) -> None:
    one = bench()
    answered(one, 5)
    practise(one, pain)
    assert not one.program.window.in_session
    assert (page(one) is not None) is asks


def test_it_is_asked_once_a_day_at_most_across_starts(bench: MakeBench) -> None:
    one = bench()
    answered(one, 200)
    one.guidance.first_run.look()
    press(one, "Not now")
    one.guidance.first_run.look()
    assert page(one) is None
    again = bench()
    answered(again, 200)
    again.guidance.first_run.look()
    assert page(again) is None
    at(again, timedelta(days=1))
    again.guidance.first_run.look()
    assert page(again) is not None


def test_who_put_the_questions_off_is_not_pressed(bench: MakeBench) -> None:
    one = bench()
    practise(one, 9)
    one.guidance.first_run.look()
    assert page(one) is None


def test_nothing_is_asked_during_a_session(bench: MakeBench) -> None:
    one = bench()
    answered(one, 200)
    one.guidance.conductor.start("three-short")
    one.guidance.first_run.look()
    one.guidance.first_run.change_answers()
    one.guidance.first_run.change_place()
    assert page(one) is None


def test_answers_are_changed_from_the_settings(bench: MakeBench) -> None:
    one = bench()
    answered(one, 3, "knee")
    window = one.program.window
    window.show_settings(one.deps.settings)
    window.show_place(Place.SETTINGS)
    window.pages.settings.get().choose("goal")
    press(one, "Change: Safety answers")
    assert page(one).run.ticked == {"knee"}
    press(one, "A torn or strained hamstring", "Save")
    assert on_disk(one).safety_ticked == ("knee", "hamstring")
    assert window.pages.place is Place.SETTINGS
    press(one, "Change: Where you stretch")
    press(one, "On my chair", "Save")
    assert on_disk(one).spots == ("standing", "floor")
    # What is changed on the page afterwards does not bring the old answers back.
    cards = window.findChild(PlanCards) or window.pages.settings.get().plan
    cards.changed.emit({"ask_pain": False})
    assert on_disk(one).safety_ticked == ("knee", "hamstring")


def test_a_grave_answer_given_later_shows_its_advice_on_today(bench: MakeBench) -> None:
    one = bench()
    answered(one, 200)
    one.guidance.first_run.look()
    press(one, "Recent surgery, a replaced joint or a broken bone, or you were told not to stretch")
    press(one, "Save my answers")
    window = one.program.window
    assert window.isVisible()
    assert window.pages.place is Place.TODAY
    press(one, "Answer the questions again")
    press(one, "I have been told I can stretch")
    kept = on_disk(one)
    assert kept.safety_cleared_on == one.deps.now().date().isoformat()
    assert one.guidance.parts.pages.up_next


def test_a_start_that_was_refused_is_no_longer_told_of_once_it_may_be(bench: MakeBench) -> None:
    one = bench()
    answered(one, 3, "leg")
    one.program.window.start_asked.emit("desk-break")
    told = "Please talk to a doctor or physiotherapist first."
    assert any(notice.startswith(told) for notice in notices(one))
    one.guidance.first_run.change_answers()
    press(one, "I have been told I can stretch")
    assert not any(notice.startswith(told) for notice in notices(one))


def test_a_history_that_cannot_keep_notes_does_not_stop_the_questions(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench()
    answered(one, 200)

    def refuse(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(one.deps.history, "note", refuse)
    monkeypatch.setattr(one.deps.history, "keep_note", refuse)
    one.guidance.first_run.look()
    press(one, "Not now")
    one.guidance.first_run.look()
    assert page(one) is None


def test_the_clock_is_the_programs(bench: MakeBench) -> None:
    one = bench(first_run=True)
    fixed = datetime(2026, 3, 1, 12).astimezone()
    one.deps.now = lambda: fixed
    press(one, "None of these", "Next", "Next", "Not now")
    assert on_disk(one).safety_on == "2026-03-01"


@pytest.mark.parametrize(("ticked", "kept"), [("saddle", ("saddle",)), ("knee", ())])
def test_a_grave_answer_counts_even_when_the_window_is_closed_over_it(
    bench: MakeBench, ticked: str, kept: tuple[str, ...]
) -> None:
    one = bench()
    answered(one, 200)
    one.guidance.first_run.look()
    page(one)._on_answer(page(one).run.tick(ticked, True))
    one.program.window.close()
    assert on_disk(one).safety_ticked == kept


def test_larger_text_comes_at_once_and_the_questions_go_on(bench: MakeBench) -> None:
    one = bench(first_run=True)
    press(one, "Knee pain", "130%")
    look = one.program.window.look
    try:
        assert look.text_scale == on_disk(one).text_scale == 1.3
        assert not on_disk(one).first_run_done
        assert page(one).run.ticked == {"knee"}
        press(one, "Skip for now")
        assert on_disk(one).text_scale == 1.3
    finally:
        look.set_text_scale(1)
