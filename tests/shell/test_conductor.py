"""A session from the wish to start it to the wish to leave it, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supple.core.before import QUESTION
from supple.core.command import Command
from supple.core.event import Ended, LineDue, SessionEnded
from supple.core.session_keys import key_map
from supple.core.settings import VoiceSource
from supple.core.snapshot import Phase
from supple.core.speech_level import SpeechLevel
from supple.core.step import LineKind
from supple.core.summary import Rating
from supple.core.warning import Sign
from supple.desk.screen_reader import Reading
from supple.shell.narrator import NONE_RUNS
from supple.ui.session.keys import Mode
from supple.voice.state import Prepared, VoiceKind, VoiceState

MakeBench = Callable[..., Any]


def test_one_wish_leads_through_to_the_summary(bench: MakeBench) -> None:
    one = bench()
    parts = one.guidance.parts
    one.program.window.start_asked.emit("three-short")
    assert one.program.window.in_session
    assert parts.page.mode is Mode.ASKED
    parts.page.answered.emit(None)
    one.play_to_the_end()
    assert parts.page.mode is Mode.SUMMARY
    assert one.program.window.in_session
    (row,) = one.rows()
    assert (row.routine, row.ended) == ("three-short", Ended.FINISHED)
    assert [(s.stretch, s.side.value, s.held_s) for s in row.steps] == [
        ("one", "left", pytest.approx(5)),
        ("one", "right", pytest.approx(5)),
        ("two", "both", pytest.approx(4)),
        ("three", "left", pytest.approx(3)),
        ("three", "right", pytest.approx(3)),
    ]


def test_the_answer_to_the_summary_is_kept_and_the_pages_come_back(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    one.guidance.parts.page.rated.emit(Rating(2, "left side tighter"))
    assert not one.program.window.in_session
    (row,) = one.rows()
    assert (row.pain_after, row.note) == (2, "left side tighter")


def test_who_turned_the_questions_off_is_asked_nothing_after_either(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, ask_pain=False))
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    assert one.guidance.parts.page.summary.scale.isHidden()


def test_more_pain_makes_what_is_offered_next_gentler(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short", 3)
    one.play_to_the_end()
    assert not one.deps.coach.progress(one.deps.now()).gentler
    one.guidance.parts.page.rated.emit(Rating(5))
    assert one.deps.coach.progress(one.deps.now()).gentler


def test_much_pain_brings_the_safety_questions_back(bench: MakeBench) -> None:
    one = bench()
    yesterday = one.deps.now().date() - timedelta(days=1)
    one.program.pages.save(replace(one.deps.settings, safety_on=yesterday.isoformat()))
    one.guidance.conductor.start("three-short", 3)
    one.play_to_the_end()
    one.guidance.parts.page.rated.emit(Rating(8))
    assert one.guidance.first_run.page is not None


def test_a_session_not_to_be_saved_is_gone_from_the_list(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    one.guidance.parts.page.discarded.emit()
    assert one.rows() == []


def test_everything_the_session_says_is_made_ready_and_then_said(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    said = [e.line.text for e in one.voice.events if isinstance(e, LineDue)]
    assert set(said) <= set(one.voice.prepared)
    assert "Lean from the hips." in said


def test_what_is_offered_is_made_ready_before_it_is_asked_for(bench: MakeBench) -> None:
    one = bench()
    offered = one.deps.timeline(one.program.pages.up_next, lambda text: 1.0)
    assert one.voice.prepared == [QUESTION, *offered.spoken]


def test_the_real_lengths_of_sentences_shape_the_session(bench: MakeBench) -> None:
    one = bench()
    one.voice.length_s = lambda text: 9.0
    one.guidance.conductor.start("three-short")
    shot = one.guidance.parts.player.snapshot()
    assert shot.step.lines[0].length_s == 9.0
    assert shot.duration_s > 3 * 9.0


def test_how_much_is_said_follows_the_settings(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    assert one.voice.kinds == frozenset(LineKind)
    one.guidance.parts.page.asked.emit(Command.STOP)
    one.guidance.parts.page.discarded.emit()
    one.program.pages.save(replace(one.deps.settings, speech=SpeechLevel.CHIMES))
    one.guidance.conductor.start("three-short")
    assert one.voice.kinds == {LineKind.STOP}
    assert one.voice.chimes


def test_the_keys_that_were_taught_work_in_the_next_session_and_in_this_one(
    bench: MakeBench,
) -> None:
    one = bench()
    page, window = one.guidance.parts.page, one.program.window
    window.settings_changed.emit(replace(one.deps.settings, session_keys=("next PgDown",)))
    one.guidance.conductor.start("three-short")
    assert page.shortcuts.keys == key_map(["next PgDown"])
    changed = replace(one.deps.settings, session_keys=("next F5", "pause B"))
    window.settings_changed.emit(changed)
    assert page.shortcuts.keys == key_map(["next F5", "pause B"])
    assert page.controls.next.toolTip().endswith("(F5)")
    assert one.deps.settings.session_keys == ("next F5", "pause B")


def test_the_screen_is_kept_awake_for_as_long_as_it_lasts(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    assert one.awake == ["held"]
    one.guidance.parts.player.command(Command.STOP)
    assert one.awake == ["held", "released"]


def test_the_screen_may_go_dark_where_the_person_wants_that(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, keep_awake=False))
    one.guidance.conductor.start("three-short")
    assert one.awake == []
    one.guidance.parts.player.command(Command.STOP)
    assert one.awake == []


def test_a_second_wish_while_one_runs_changes_nothing(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.play(2)
    one.guidance.conductor.start("desk-break")
    assert len(one.rows()) == 1


def test_a_single_stretch_can_be_started(bench: MakeBench) -> None:
    one = bench()
    one.program.window.start_stretch_asked.emit("two")
    one.guidance.parts.page.answered.emit(None)
    one.play_to_the_end()
    assert [s.stretch for s in one.rows()[0].steps] == ["two"]


def test_the_m_key_turns_the_voice_off_and_on(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.guidance.parts.page.voice_toggled.emit()
    assert not one.voice.on
    assert one.guidance.parts.page.controls.voice.text() == "Voice off"
    assert one.deps.settings_file.load()[0].voice_on
    one.guidance.parts.page.voice_toggled.emit()
    assert one.voice.on


@pytest.mark.parametrize("usual", [True, False])
def test_the_m_key_is_for_this_session_alone(bench: MakeBench, usual: bool) -> None:
    one = bench()
    one.program.window.settings_changed.emit(replace(one.deps.settings, voice_on=usual))
    one.guidance.conductor.start("three-short")
    one.guidance.parts.page.voice_toggled.emit()
    assert one.voice.on is not usual
    one.play_to_the_end()
    assert one.voice.on is not usual
    one.guidance.parts.page.rated.emit(Rating(None))
    assert one.voice.on is usual
    one.guidance.conductor.start("three-short")
    assert one.voice.on is usual
    assert one.guidance.parts.page.controls.voice.text() != ("Voice off" if usual else "Voice")


def test_another_setting_in_a_session_leaves_what_the_m_key_said(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.guidance.parts.page.voice_toggled.emit()
    one.program.window.settings_changed.emit(replace(one.deps.settings, volume=0.4))
    assert not one.voice.on


def test_mute_on_the_command_line_is_not_remembered(bench: MakeBench) -> None:
    one = bench("--mute")
    assert not one.voice.on
    assert one.deps.settings_file.load()[0].voice_on


@pytest.mark.parametrize(("mute", "phase"), [(True, Phase.PAUSED), (False, Phase.RUNNING)])
def test_a_session_neither_seen_nor_heard_waits(bench: MakeBench, mute: bool, phase: Phase) -> None:
    one = bench(*(["--mute"] if mute else []))
    one.guidance.conductor.start("three-short")
    one.play(2)
    one.guidance.conductor.on_window_state(Qt.WindowState.WindowMinimized)
    assert one.guidance.parts.player.snapshot().phase is phase


def test_a_missing_voice_is_told_once(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    told: list[str] = []
    one.guidance.parts.page.show_voice = lambda on, notice="", able=True: told.append(notice)
    state = VoiceState(VoiceKind.SILENT, "No sound here.", news=True)
    one.guidance.conductor.show_voice(state)
    one.guidance.conductor.show_voice(VoiceState(VoiceKind.SILENT, "No sound here."))
    assert told == ["No sound here.", ""]


def test_quit_when_done_leaves_without_a_question(bench: MakeBench) -> None:
    one = bench("--start", "three-short", "--quit-when-done")
    left: list[bool] = []
    one.guidance.conductor._leave = lambda: left.append(True)
    one.play_to_the_end()
    assert left == [True]
    assert one.guidance.parts.page.mode is not Mode.SUMMARY


def test_a_disk_that_refuses_the_answer_is_told(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    one.deps.history.close()
    told: list[str] = []
    one.program.window.notice = lambda key, text, *rest: told.append(text)
    one.guidance.parts.page.rated.emit(Rating(3))
    QApplication.processEvents()
    assert told
    assert not one.program.window.in_session
    one.deps.history = None


def test_hurts_is_marked_in_the_history(bench: MakeBench) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    hold = next(
        s.start_s for s in one.deps.timeline("three-short", lambda t: 1.0).steps if s.kind == "hold"
    )
    one.play(hold + 9)
    one.guidance.parts.page.asked.emit(Command.HURTS)
    one.guidance.parts.page.asked.emit(Command.STOP)
    row = one.rows()[0]
    assert row.ended is Ended.HURT
    assert [step.hurt for step in row.steps] == [True]
    assert isinstance(one.voice.events[-1], SessionEnded)


def test_a_kind_turned_off_is_not_said(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, speech_off=("half", "setup")))
    one.guidance.conductor.start("three-short")
    assert one.voice.kinds == frozenset(LineKind) - {LineKind.HALF, LineKind.SETUP}


def test_voice_and_speed_are_set_once_and_what_comes_is_made_ready_anew(bench: MakeBench) -> None:
    one = bench()
    one.voice.prepared = []
    for volume in (0.3, 0.4):
        new = replace(one.deps.settings, voice="en-gb", speech_speed=0.8, volume=volume)
        one.program.window.settings_changed.emit(new)
    assert one.voice.sounds == [("en-gb", 0.8)]
    assert one.voice.prepared
    assert (one.voice.output, one.voice.lead_in) == ("", True)


def test_output_and_waking_follow_the_settings(bench: MakeBench) -> None:
    one = bench()
    new = replace(one.deps.settings, output="usb", wake_output=False)
    one.program.window.settings_changed.emit(new)
    assert (one.voice.output, one.voice.lead_in) == ("usb", False)


@pytest.mark.parametrize(("waited", "noted"), [(0.9, []), (1.1, [(3, 9)])])
def test_getting_ready_is_told_when_it_takes_over_a_second(
    bench: MakeBench, waited: float, noted: list[tuple[int, int]]
) -> None:
    one = bench()
    one.guidance.conductor.start("three-short")
    told: list[tuple[int, int]] = []
    one.guidance.parts.page.show_getting_ready = lambda *progress: told.append(progress)
    one.clock.now += waited
    one.voice.on_prepared(Prepared("Hold.", 1.0, 3, 9))
    assert told == noted
    one.voice.on_prepared(Prepared("Let go.", 1.0, 9, 9))
    assert told[len(noted) :] == [(9, 9)]


def test_a_screen_reader_reads_every_line_instead_of_the_voice(bench: MakeBench) -> None:
    one = bench()
    one.guidance.parts.narrator._find = lambda: Reading(True, "one runs")
    one.guidance.parts.narrator._listens = lambda: True
    read: list[str] = []
    one.guidance.parts.narrator._announce = lambda text, urgent: read.append(text)
    one.guidance.conductor.start("three-short")
    one.play_to_the_end()
    due = [e.line for e in one.voice.events if isinstance(e, LineDue)]
    assert read == [line.text for line in due if line.kind is not LineKind.COUNTDOWN]
    assert one.voice.kinds == frozenset()
    assert not one.guidance.parts.page.guide.announces


def test_without_sound_a_screen_reader_is_still_a_voice(bench: MakeBench) -> None:
    one = bench()
    one.guidance.parts.narrator._find = lambda: Reading(True, "one runs")
    one.guidance.parts.narrator._listens = lambda: True
    one.guidance.conductor.start("three-short")
    told: list[tuple[bool, str, bool]] = []
    one.guidance.parts.page.show_voice = lambda on, notice="", able=True: told.append(
        (on, notice, able)
    )
    one.guidance.conductor.show_voice(VoiceState(VoiceKind.SILENT, "No sound here.", news=True))
    assert told == [(True, "", True)]


def test_a_screen_reader_that_was_chosen_but_does_not_run_is_told(bench: MakeBench) -> None:
    one = bench()
    one.program.pages.save(replace(one.deps.settings, voice_source=VoiceSource.READER))
    one.guidance.conductor.start("three-short")
    assert one.guidance.parts.page.guide.then.notice == NONE_RUNS
    assert one.voice.kinds == frozenset(LineKind)


def test_a_preview_is_said_to_be_one_and_leaves_no_trace(bench: MakeBench) -> None:
    one = bench()
    parts, conductor = one.guidance.parts, one.guidance.conductor
    catalogue = one.deps.library.catalogue
    draft = replace(catalogue.routines["three-short"], id="not-saved", name="A draft")
    conductor.preview(draft, catalogue)
    assert one.program.window.in_session
    assert parts.page.mode is not Mode.ASKED
    one.play(1)
    assert "Preview, not counted" in parts.page.top.counter.text()
    one.play_to_the_end()
    assert not one.program.window.in_session
    assert one.rows() == []


def test_a_preview_counts_as_no_break_and_a_session_after_it_does(bench: MakeBench) -> None:
    one = bench()
    conductor = one.guidance.conductor
    catalogue = one.deps.library.catalogue
    conductor.preview(catalogue.routines["three-short"], catalogue)
    assert conductor.previews
    one.play_to_the_end()
    assert not conductor.previews
    conductor.start("three-short")
    one.play(1)
    assert "Preview" not in one.guidance.parts.page.top.counter.text()
    one.play_to_the_end()
    assert [row.routine for row in one.rows()] == ["three-short"]


def test_a_preview_that_cannot_be_is_told(bench: MakeBench) -> None:
    one = bench()
    catalogue = one.deps.library.catalogue
    nothing = replace(catalogue.routines["three-short"], steps=())
    told: list[str] = []
    one.program.window.notice = lambda key, text, *rest: told.append(text)
    one.guidance.conductor.preview(nothing, catalogue)
    assert not one.program.window.in_session
    assert not one.guidance.conductor.previews
    assert "no stretches" in told[0]


def test_a_sign_told_in_a_preview_still_pauses_the_plan(bench: MakeBench) -> None:
    one = bench()
    catalogue = one.deps.library.catalogue
    one.guidance.conductor.preview(catalogue.routines["three-short"], catalogue)
    one.play(5)
    page = one.guidance.parts.page
    page.warned.emit()
    page.sign_told.emit(Sign.SADDLE)
    assert one.deps.settings.safety_ticked
    page.advice_seen.emit()
    assert not one.program.window.in_session
    assert one.rows() == []
