"""The checks in the real program, with a real history and a clock of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.shell.checking import Rig

from supple.core.assessment import Check, Feel
from supple.core.check_script import STOP_WHEN
from supple.core.flexibility import Tightness, is_due

MakeBench = Callable[..., Any]


@pytest.fixture
def rig(bench: MakeBench) -> Rig:
    return Rig(bench())


def test_the_voice_is_ready_before_the_first_leg(rig: Rig) -> None:
    rig.door.shown.emit()
    assert STOP_WHEN in rig.one.voice.prepared
    assert "Now the right leg." in rig.one.voice.prepared
    assert rig.views[-1].last is None
    assert rig.voices[-1] is True


def test_taught_keys_reach_the_page_each_time_it_comes_into_view(rig: Rig) -> None:
    rig.settle(session_keys=("again F5",))
    rig.door.shown.emit()
    assert rig.page.leg.again.toolTip() == "Say it again (F5)"


def test_both_legs_are_kept_at_once_and_judged(rig: Rig) -> None:
    rig.door.legs_set.emit(54.0, 58.0)
    (kept,) = rig.kept
    assert (kept.check, kept.left, kept.right) == (Check.LEG_RAISE, 54, 58)
    (result,) = rig.results
    assert result.id == kept.id
    assert result.verdict.tightness is Tightness.TIGHT
    assert result.was_left is None
    assert rig.one.deps.coach.tightness() is Tightness.TIGHT
    assert rig.said[0][0] == "Your hamstrings are tight."


def test_the_next_check_is_compared_with_the_last(rig: Rig) -> None:
    rig.door.legs_set.emit(51.0, 57.0)
    rig.door.legs_set.emit(60.0, 58.0)
    result = rig.results[-1]
    assert (result.was_left, result.was_right) == (51, 57)
    assert result.change.startswith("Left 9° more than last time")


def test_a_result_only_offers_what_may_be_done(rig: Rig) -> None:
    rig.settle(safety_on="2026-10-01")
    rig.door.legs_set.emit(84.0, 86.0)
    offers = rig.results[-1].offers
    assert {offer.routine for offer in offers} == {"up-and-moving", "hips-and-moving"}
    assert len({offer.figure for offer in offers}) == 2
    rig.settle(safety_ticked=("knee",))
    rig.one.deps.coach.forget()
    rig.door.legs_set.emit(50.0, 52.0)
    catalogue = rig.one.deps.coach.catalogue(rig.one.deps.now())
    assert rig.results[-1].offers
    assert all(offer.routine in catalogue.routines for offer in rig.results[-1].offers)


def test_a_result_says_when_the_safety_questions_wait(rig: Rig) -> None:
    rig.settle(safety_on="")
    rig.door.legs_set.emit(84.0, 86.0)
    assert rig.results[-1].unanswered
    rig.settle(safety_on="2026-10-01")
    rig.door.legs_set.emit(84.0, 86.0)
    assert not rig.results[-1].unanswered


def test_a_check_that_is_not_wanted_goes_and_comes_back(rig: Rig) -> None:
    rig.door.legs_set.emit(54.0, 58.0)
    id_ = rig.results[-1].id
    rig.door.discard_asked.emit(id_)
    assert rig.kept == []
    assert rig.one.deps.coach.tightness() is None
    assert rig.views[-1].past == ()
    rig.door.restore_asked.emit(id_)
    assert [check.id for check in rig.kept] == [id_]
    assert rig.views[-1].last_left == 54


def test_a_check_that_could_not_be_deleted_is_not_told_as_gone(rig: Rig) -> None:
    rig.door.legs_set.emit(54.0, 58.0)
    toasts: list[str] = []
    rig.page.toast_asked.connect(lambda text, action, then: toasts.append(text))
    rig.one.deps.history.close()
    rig.page.past.delete_asked.emit(rig.results[-1].id)
    assert toasts == []


def test_a_quick_check_is_kept_with_its_words(rig: Rig) -> None:
    rig.door.felt.emit(Check.TOE_TOUCH, Feel.TIGHT)
    (kept,) = rig.kept
    assert (kept.check, kept.feel) == (Check.TOE_TOUCH, Feel.TIGHT)
    assert rig.felt[-1].id == kept.id
    assert "likely to be tight" in rig.felt[-1].text
    assert [text for text, _ in rig.said] == [rig.felt[-1].text]


@pytest.mark.parametrize(
    ("ticked", "leg", "sit", "toe"),
    [
        ((), "", "", ""),
        (("balance",), "", "", "Left out with"),
        (("spine",), "Please talk", "Please talk", "Please talk"),
        (("saddle",), "Please get help today.", "Please get help", "Please get help"),
    ],
)
def test_the_answers_bar_what_is_not_for_the_person(
    rig: Rig, ticked: tuple[str, ...], leg: str, sit: str, toe: str
) -> None:
    rig.settle(safety_on="2026-10-01", safety_ticked=ticked)
    rig.door.view_asked.emit()
    view = rig.views[-1]
    told = (view.barred, *(quick.barred for quick in view.quick))
    for text, wanted in zip(told, (leg, sit, toe), strict=True):
        assert text.startswith(wanted)
        assert bool(text) is bool(wanted)


def test_a_clearance_leaves_the_conditions_in_force(rig: Rig) -> None:
    rig.settle(safety_on="2026-10-01", safety_ticked=("spine",), safety_cleared_on="2026-10-02")
    rig.door.view_asked.emit()
    view = rig.views[-1]
    assert view.barred.startswith("Left out with")
    assert all(quick.barred.startswith("Left out with") for quick in view.quick)


def test_without_answers_the_toe_touch_waits(rig: Rig) -> None:
    rig.settle(safety_on="", safety_ticked=())
    rig.door.view_asked.emit()
    view = rig.views[-1]
    assert view.barred == ""
    assert view.quick[1].barred == "Waits for your safety answers."


def test_without_a_history_the_verdict_is_still_told(rig: Rig) -> None:
    rig.one.deps.history.close()
    rig.one.deps.history = None
    rig.door.legs_set.emit(54.0, 58.0)
    rig.door.felt.emit(Check.TOE_TOUCH, Feel.EASY)
    assert rig.results[-1].id == ""
    assert rig.results[-1].verdict.tightness is Tightness.TIGHT
    assert rig.felt[-1].id == ""


def test_an_old_check_is_due_again(rig: Rig) -> None:
    now = rig.one.deps.now()
    rig.one.deps.history.add_assessment(
        Check.LEG_RAISE, now - timedelta(weeks=4), left=50, right=50
    )
    rig.one.deps.coach.forget()
    old = rig.one.deps.coach.last_check()
    assert old is not None
    assert is_due(old.day, now.date())
    rig.door.legs_set.emit(54.0, 58.0)
    new = rig.one.deps.coach.last_check()
    assert new is not None
    assert not is_due(new.day, now.date())
