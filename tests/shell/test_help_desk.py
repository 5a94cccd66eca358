"""A warning sign in a session, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from supple.core import warning
from supple.core.command import Command
from supple.core.event import Ended, LineDue
from supple.core.speech_level import SpeechLevel
from supple.core.step import LineKind, StepKind
from supple.core.warning import Sign
from supple.ui.pages import Place
from supple.ui.session.keys import Mode

MakeBench = Callable[..., Any]


def _hurt(one: Any) -> Any:
    """A session in which something hurts in its first hold; its page."""
    parts = one.guidance.parts
    one.guidance.conductor.start("three-short")
    while parts.player.snapshot().step.kind is not StepKind.HOLD:
        one.play(0.25)
    one.play(2)
    parts.page.asked.emit(Command.HURTS)
    return parts.page


def _said(one: Any) -> list[str]:
    return [e.line.text for e in one.voice.events if isinstance(e, LineDue)]


def test_the_session_ends_at_once_and_the_plan_is_paused(bench: MakeBench) -> None:
    one = bench()
    page = _hurt(one)
    page.warned.emit()
    assert page.mode is Mode.WARNED
    assert not one.guidance.parts.player.active
    (row,) = one.rows()
    assert row.ended is Ended.HURT
    assert [(s.stretch, s.hurt) for s in row.steps] == [("one", True)]
    assert row.note == "Warning sign."
    assert not one.deps.coach.screening.may_stretch


@pytest.mark.parametrize("sign", Sign)
def test_the_sign_is_answered_recorded_and_said_once(bench: MakeBench, sign: Sign) -> None:
    one = bench()
    cleared = {"safety_on": "2026-01-02", "safety_cleared_on": "2026-01-03"}
    one.program.pages.save(replace(one.deps.settings, safety_ticked=("spine",), **cleared))
    page = _hurt(one)
    page.warned.emit()
    page.sign_told.emit(sign)
    assert page.mode is Mode.ADVISED
    assert _said(one).count(warning.said(sign)) == 1
    kept, _ = one.deps.settings_file.load()
    assert set(kept.safety_ticked) == {"spine", sign.value}
    assert (kept.safety_on, kept.safety_cleared_on) == ("2026-01-02", "")
    page.advice_seen.emit()
    assert not one.program.window.in_session
    assert one.program.window.pages.place is Place.TODAY
    (row,) = one.rows()
    assert row.note == warning.note(sign)
    assert row.pain_after is None
    one.program.window.start_asked.emit("three-short")
    assert not one.guidance.parts.player.active


def test_the_first_answers_ever_have_today_as_their_day(bench: MakeBench) -> None:
    one = bench()
    _hurt(one).warned.emit()
    assert one.deps.settings.safety_on == one.deps.now().date().isoformat()


def test_a_slip_of_the_key_costs_nothing_but_the_session(bench: MakeBench) -> None:
    one = bench()
    before = one.deps.settings
    page = _hurt(one)
    page.warned.emit()
    page.sign_told.emit(None)
    assert page.mode is Mode.SUMMARY
    assert page.summary.head.text() == "Stopped. Rest a little."
    assert one.deps.settings == before
    assert one.rows()[0].note == ""
    page.sign_told.emit(Sign.SADDLE)
    assert one.deps.settings == before


def test_even_where_only_chimes_are_wanted_the_advice_is_said(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, speech=SpeechLevel.CHIMES))
    page = _hurt(one)
    page.warned.emit()
    page.sign_told.emit(Sign.SADDLE)
    said = [e.line for e in one.voice.events if isinstance(e, LineDue)]
    assert said[-1].text == warning.said(Sign.SADDLE)
    assert said[-1].kind is LineKind.STOP
    assert one.voice.kinds == {LineKind.STOP}


def test_the_advice_comes_before_leaving_the_program(bench: MakeBench) -> None:
    one = bench("--quit-when-done")
    left: list[bool] = []
    one.guidance.conductor._leave = lambda: left.append(True)
    page = _hurt(one)
    page.warned.emit()
    page.sign_told.emit(Sign.LEG)
    assert left == []
    page.advice_seen.emit()
    assert left == [True]


def test_without_a_session_there_is_nothing_to_stop(bench: MakeBench) -> None:
    one = bench()
    before = one.deps.settings
    one.guidance.parts.page.warned.emit()
    assert one.deps.settings == before
    assert one.guidance.parts.page.mode is Mode.OVER
