"""The checks in the real program, with a real history and a clock of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest

from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import LET_GO_WHEN, SET_IT, STOP_WHEN, Part, script
from supple.core.check_view import CheckView, FeelResult, LegResult
from supple.core.flexibility import Tightness, is_due
from supple.core.settings import VoiceSource
from supple.core.speech_level import SpeechLevel
from supple.core.step import Priority
from supple.desk.screen_reader import Reading
from supple.shell.check_desk import CheckDesk, QtWait
from supple.ui.pages import Place

MakeBench = Callable[..., Any]


class HandWait:
    """A timer that runs out when it is told to."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.call: Callable[[], None] | None = None

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        self.seconds.append(seconds)
        self.call = call

    def stop(self) -> None:
        self.call = None

    def run_out(self) -> None:
        call, self.call = self.call, None
        if call is not None:
            call()

    def run_to_the_end(self) -> None:
        while self.call is not None:
            self.run_out()


class Rig:
    """The program with the page open and everything it is told kept."""

    def __init__(self, one: Any) -> None:
        self.one = one
        self.desk: CheckDesk = one.guidance.checks
        self.wait = HandWait()
        self.desk._wait = self.wait
        self.said: list[tuple[str, Priority]] = []
        self.hushed = 0
        one.voice.say = lambda text, priority: self.said.append((text, priority))
        one.voice.hush = self._hush
        one.program.window.show_place(Place.FLEXIBILITY)
        self.page = one.program.window.pages.flexibility_page.get()
        self.door = one.program.window.pages.flexibility
        self.views: list[CheckView] = []
        self.lines: list[tuple[str, bool]] = []
        self.results: list[LegResult] = []
        self.felt: list[FeelResult] = []
        self.voices: list[bool] = []
        self.page.show_view = self.views.append
        self.page.show_line = lambda text, read_out=False: self.lines.append((text, read_out))
        self.page.show_result = self.results.append
        self.page.show_felt = self.felt.append
        self.page.show_voice = self.voices.append

    def _hush(self) -> None:
        self.hushed += 1

    def settle(self, **changes: object) -> None:
        self.one.deps.settings = replace(self.one.deps.settings, **changes)

    @property
    def kept(self) -> list[Assessment]:
        return list(self.one.deps.history.assessments())


@pytest.fixture
def rig(bench: MakeBench) -> Rig:
    return Rig(bench())


def test_the_voice_is_ready_before_the_first_leg(rig: Rig) -> None:
    rig.door.shown.emit()
    assert STOP_WHEN in rig.one.voice.prepared
    assert "Now the right leg." in rig.one.voice.prepared
    assert rig.views[-1].last is None
    assert rig.voices[-1] is True


def test_what_is_shown_is_what_is_said_and_in_its_time(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    texts = [text for _, text, _ in script(Part.LEFT)]
    assert [text for text, _ in rig.lines] == texts
    assert [text for text, _ in rig.said] == texts
    assert len(rig.wait.seconds) == len(texts) - 1
    assert all(seconds > 1 for seconds in rig.wait.seconds)
    assert texts.index(LET_GO_WHEN) < texts.index(STOP_WHEN)
    assert texts[-1] == SET_IT


def test_it_waits_as_long_as_the_voice_really_takes(rig: Rig) -> None:
    rig.one.voice.length_s = lambda text: 10.0
    rig.door.script_asked.emit("right")
    rig.wait.run_to_the_end()
    silences = [silence for *_, silence in script(Part.RIGHT)]
    assert rig.wait.seconds == pytest.approx([10 + silence for silence in silences[:-1]])


def test_a_muted_program_only_shows(rig: Rig) -> None:
    rig.settle(voice_on=False)
    rig.door.shown.emit()
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    assert rig.said == []
    assert len(rig.lines) == len(script(Part.LEFT))
    assert rig.voices[-1] is False


def test_who_wants_chimes_alone_reads(rig: Rig) -> None:
    rig.settle(speech=SpeechLevel.CHIMES)
    rig.door.script_asked.emit("left")
    assert rig.said == []
    assert rig.lines


def test_a_screen_reader_reads_instead(rig: Rig) -> None:
    rig.one.guidance.parts.narrator._find = lambda: Reading(True, "Orca")
    rig.one.guidance.parts.narrator._listens = lambda: True
    rig.settle(voice_source=VoiceSource.AUTO)
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    assert rig.said == []
    assert all(read_out for _, read_out in rig.lines)


def test_the_voice_can_be_turned_off_in_the_middle(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.door.voice_toggled.emit()
    rig.wait.run_to_the_end()
    assert len(rig.said) == 1
    assert len(rig.lines) == len(script(Part.LEFT))
    assert rig.voices[-1] is False
    rig.door.voice_toggled.emit()
    assert rig.voices[-1] is True


def test_the_next_leg_silences_the_last(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.door.script_asked.emit("right")
    assert rig.hushed == 1
    rig.wait.run_to_the_end()
    texts = [text for text, _ in rig.lines]
    assert texts[1:] == [text for _, text, _ in script(Part.RIGHT)]


def test_leaving_the_page_is_silence(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.one.program.window.show_place(Place.TODAY)
    assert rig.hushed >= 1
    assert rig.wait.call is None
    before = list(rig.said)
    rig.wait.run_to_the_end()
    assert rig.said == before


def test_a_session_is_never_talked_into(rig: Rig) -> None:
    rig.door.script_asked.emit("left")
    rig.one.guidance.conductor.start("three-short")
    said = list(rig.said)
    prepared = list(rig.one.voice.prepared)
    rig.wait.run_to_the_end()
    rig.door.script_asked.emit("left")
    rig.wait.run_to_the_end()
    rig.door.shown.emit()
    assert rig.said == said
    assert rig.one.voice.prepared == prepared
    assert LET_GO_WHEN not in prepared


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


def test_the_timer_calls_once_and_can_be_stopped(rig: Rig) -> None:
    calls: list[str] = []
    wait = QtWait(rig.one.program.window)
    wait.after(60.0, lambda: calls.append("late"))
    wait.after(0.0, lambda: calls.append("now"))
    QTest.qWait(5)
    assert calls == ["now"]
    wait.after(0.0, lambda: calls.append("stopped"))
    wait.stop()
    QTest.qWait(5)
    assert calls == ["now"]
