"""What guides a session, built behind the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.shell import guidance

MakeBench = Callable[..., Any]


def test_the_voice_is_warmed_up_with_the_volume_chosen(bench: MakeBench) -> None:
    one = bench()
    assert one.voice.started == 1
    assert one.voice.volume == one.deps.settings.volume


def test_a_session_asked_for_waits_for_the_voice_and_begins_once(bench: MakeBench) -> None:
    one = bench()
    started: list[str] = []
    one.guidance.conductor.start = started.append
    one.voice.is_ready = False
    one.guidance.begin("desk-break")
    assert started == []
    one.voice.waiting[-1]()
    one.voice.waiting[-1]()
    assert started == ["desk-break"]


def test_a_session_asked_for_does_not_wait_for_ever(
    bench: MakeBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guidance, "VOICE_LIMIT_MS", 0)
    one = bench()
    started: list[str] = []
    one.guidance.conductor.start = started.append
    one.voice.is_ready = False
    one.guidance.begin("desk-break")
    qtbot.waitUntil(lambda: started == ["desk-break"])


def test_closing_lets_go_of_the_voice_and_the_log(bench: MakeBench) -> None:
    one = bench()
    one.guidance.close()
    assert one.voice.closed == 1
    one.guidance._crashes = None


def test_one_that_cannot_close_keeps_no_other_open(bench: MakeBench) -> None:
    one = bench()

    def fails() -> None:
        raise RuntimeError("the worker is gone")

    close, one.voice.close = one.voice.close, fails
    closed: list[str] = []
    one.guidance.history.close = lambda: closed.append("history")
    one.guidance.close()
    assert closed == ["history"]
    one.voice.close = close
    del one.guidance.history.close
    one.guidance._crashes = None


def test_what_is_told_reaches_the_window_from_any_thread(bench: MakeBench) -> None:
    import threading

    one = bench()
    told: list[str] = []
    one.program.window.notice = lambda key, text, *rest: told.append(text)
    thread = threading.Thread(target=lambda: one.guidance.tell("The disk is full."))
    thread.start()
    thread.join()
    assert told == []
    QApplication.processEvents()
    assert told == ["The disk is full."]


def test_a_log_is_kept_inside_the_profile(bench: MakeBench) -> None:
    one = bench()
    assert "starts" in one.deps.paths.log_file.read_text()
