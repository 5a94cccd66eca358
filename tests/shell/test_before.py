"""The question before a session, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supple.core.before import MUCH_SAID, QUESTION
from supple.core.command import Command
from supple.core.event import LineDue
from supple.core.safety import QUESTIONS
from supple.core.speech_level import SpeechLevel
from supple.core.step import LineKind, StepKind
from supple.core.summary import Rating
from supple.desk.screen_reader import Reading
from supple.ui.session.keys import Mode

MakeBench = Callable[..., Any]


def _said(one: Any) -> list[str]:
    return [e.line.text for e in one.voice.events if isinstance(e, LineDue)]


@pytest.mark.parametrize(
    ("wish", "id_"), [("start_asked", "three-short"), ("start_stretch_asked", "two")]
)
def test_it_is_asked_and_the_answer_kept_and_compared(
    bench: MakeBench, wish: str, id_: str
) -> None:
    one = bench()
    page = one.guidance.parts.page
    getattr(one.program.window, wish).emit(id_)
    assert page.mode is Mode.ASKED
    assert one.program.window.in_session
    assert not one.guidance.parts.player.active
    assert one.rows() == []
    page.answered.emit(4)
    (row,) = one.rows()
    assert row.pain_before == 4
    one.play_to_the_end()
    assert page.mode is Mode.SUMMARY
    page.summary.choose(2)
    assert page.summary.verdict.label.text() == "Down from 4 to 2."
    page.rated.emit(Rating(2))
    assert (one.rows()[0].pain_before, one.rows()[0].pain_after) == (4, 2)


def test_without_an_answer_it_starts_all_the_same(bench: MakeBench) -> None:
    one = bench()
    one.program.window.start_asked.emit("three-short")
    one.guidance.parts.page.answered.emit(None)
    assert one.guidance.parts.player.active
    assert one.rows()[0].pain_before is None


def test_the_question_is_said_once_and_silent_when_the_session_starts(bench: MakeBench) -> None:
    one = bench()
    hushed: list[int] = []
    one.voice.hush = lambda: hushed.append(len(one.voice.events))
    one.program.window.start_asked.emit("three-short")
    assert _said(one) == [QUESTION]
    assert one.voice.prepared[0] == QUESTION
    one.guidance.parts.page.answered.emit(3)
    assert hushed == [1]
    assert _said(one).count(QUESTION) == 1


def test_where_only_chimes_are_wanted_nothing_is_asked_aloud(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, speech=SpeechLevel.CHIMES))
    one.program.window.start_asked.emit("three-short")
    assert LineKind.ANSWER not in one.voice.kinds
    kinds = {e.line.kind for e in one.voice.events if isinstance(e, LineDue)}
    assert kinds == {LineKind.ANSWER}


def test_a_screen_reader_reads_the_question(bench: MakeBench) -> None:
    one = bench()
    narrator = one.guidance.parts.narrator
    narrator._find = lambda: Reading(True, "one runs")
    narrator._listens = lambda: True
    read: list[str] = []
    narrator._announce = lambda text, urgent: read.append(text)
    one.program.window.start_asked.emit("three-short")
    assert read == [QUESTION]


@pytest.mark.parametrize("way", ["settings", "command line"])
def test_who_is_not_to_be_asked_is_not(bench: MakeBench, way: str) -> None:
    one = bench()
    if way == "settings":
        one.program.pages.save(replace(one.deps.settings, ask_pain=False))
    else:
        one.deps.quit_when_done = True
    one.program.window.start_asked.emit("three-short")
    assert one.guidance.parts.player.active


def test_start_on_the_command_line_asks_nothing(bench: MakeBench) -> None:
    one = bench("--start", "three-short")
    assert one.guidance.parts.player.active


def test_not_now_goes_back_with_nothing_begun(bench: MakeBench) -> None:
    one = bench()
    one.program.window.start_asked.emit("three-short")
    one.guidance.parts.page.not_now_asked.emit()
    assert not one.program.window.in_session
    assert one.guidance.parts.page.mode is not Mode.RUNNING
    assert one.rows() == []
    one.guidance.parts.page.answered.emit(3)
    assert not one.guidance.parts.player.active
    one.program.window.start_asked.emit("two")
    assert one.guidance.parts.page.mode is Mode.ASKED


@pytest.mark.parametrize("pain", [8, 10])
def test_strong_pain_starts_gently_only_when_asked_for(bench: MakeBench, pain: int) -> None:
    one = bench()
    page, player = one.guidance.parts.page, one.guidance.parts.player
    one.program.window.start_stretch_asked.emit("wall-supine")
    page.answered.emit(pain)
    assert page.mode is Mode.MUCH_PAIN
    assert not player.active
    assert _said(one)[-1] == MUCH_SAID
    offered = page.care.much_pain.gently.accessibleDescription()
    page.gently_asked.emit()
    assert one.rows()[0].pain_before == pain
    one.play(1)
    timeline = player._session.timeline
    longest = max(s.duration_s for s in timeline.steps if s.kind is StepKind.HOLD)
    assert f"{longest:g} seconds" in offered
    usual = one.deps.timeline("wall-supine", lambda text: 1.0)
    assert longest < max(s.duration_s for s in usual.steps if s.kind is StepKind.HOLD)


def test_strong_pain_that_begins_no_session_asks_the_safety_questions_again(
    bench: MakeBench,
) -> None:
    one = bench()
    yesterday = one.deps.now().date() - timedelta(days=1)
    one.program.pages.save(replace(one.deps.settings, safety_on=yesterday.isoformat()))
    assert not one.deps.coach.safety_due(one.deps.now())
    one.program.window.start_asked.emit("three-short")
    one.guidance.parts.page.answered.emit(9)
    one.guidance.parts.page.not_now_asked.emit()
    assert one.deps.coach.safety_due(one.deps.now())
    assert one.guidance.first_run.page is not None


def test_closing_the_window_while_it_asks_closes_it(bench: MakeBench) -> None:
    one = bench()
    window = one.program.window
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    window.start_asked.emit("three-short")
    window.close()
    QApplication.processEvents()
    assert closed == [True]
    assert not window.in_session
    assert one.rows() == []


def test_the_list_of_keys_holds_the_time(bench: MakeBench) -> None:
    one = bench()
    ticks = one.guidance.parts.page.care.ask._ticks
    one.program.window.start_asked.emit("three-short")
    assert ticks.isActive()
    one.program.window.session_asked.emit(Command.WAIT)
    assert not ticks.isActive()
    one.program.window.session_asked.emit(Command.GO_BACK)
    assert ticks.isActive()


def test_nothing_starts_behind_a_window_nobody_sees_or_hears(bench: MakeBench) -> None:
    one = bench("--mute")
    ticks = one.guidance.parts.page.care.ask._ticks
    one.program.window.start_asked.emit("three-short")
    one.guidance.conductor.on_window_state(Qt.WindowState.WindowMinimized)
    assert not ticks.isActive()
    one.guidance.conductor.on_window_state(Qt.WindowState.WindowNoState)
    assert ticks.isActive()


def test_what_the_answers_rule_out_is_told_and_nothing_asked(bench: MakeBench) -> None:
    one = bench()
    told: list[str] = []
    one.program.window.notice = lambda key, text, *rest: told.append(text)
    urgent = (QUESTIONS[0].id,)
    one.program.pages.save(replace(one.deps.settings, safety_on="2026-01-01", safety_ticked=urgent))
    one.program.window.start_asked.emit("three-short")
    assert told
    assert not one.program.window.in_session


def test_a_wish_while_it_asks_changes_nothing(bench: MakeBench) -> None:
    one = bench()
    one.program.window.start_asked.emit("three-short")
    one.program.window.start_asked.emit("desk-break")
    one.guidance.parts.page.answered.emit(1)
    assert [row.routine for row in one.rows()] == ["three-short"]


def test_what_is_asked_for_elsewhere_meanwhile_does_not_answer_it(bench: MakeBench) -> None:
    one = bench()
    page = one.guidance.parts.page
    one.program.window.start_asked.emit("three-short")
    one.guidance.conductor.start("two")  # as a break, or a second start of the program
    assert page.mode is Mode.ASKED
    assert not one.guidance.parts.player.active
    page.answered.emit(4)
    assert [(r.routine, r.pain_before) for r in one.rows()] == [("three-short", 4)]
