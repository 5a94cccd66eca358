from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.shell.conftest import HeardVoice

from supple.core.before import QUESTION
from supple.shell.break_voice import BreakVoice

ID = "three-short"


class Worker(HeardVoice):
    """What a worker of its own would do."""

    def __init__(self) -> None:
        super().__init__()
        self.chimed: list[str] = []

    def chime(self, name: str) -> None:
        self.chimed.append(name)


class Tray:
    """The voice of a program without a window."""

    def __init__(self, deps: Any, **settings: object) -> None:
        self.made: list[Worker] = []
        self.deps = deps
        deps.settings = replace(deps.settings, **settings)
        deps.make_voice = self._make
        self.voice = BreakVoice(deps)

    def _make(self, *_: object, **__: object) -> Worker:
        self.made.append(Worker())
        self.made[-1].is_ready = False
        return self.made[-1]


@pytest.fixture
def deps(bench: Any) -> Any:
    return bench().deps


def test_it_chimes_as_soon_as_it_can_and_speaks_the_session_ahead(deps: Any) -> None:
    tray = Tray(deps, volume=0.4, output="kitchen", speech_speed=1.2, ask_pain=True)
    tray.voice.begin(ID, None, chime=True)
    (worker,) = tray.made
    assert (worker.started, worker.chimed) == (1, [])
    assert (worker.volume, worker.output) == (0.4, "kitchen")
    assert worker.sounds == [(deps.settings.voice, 1.2)]
    worker.waiting[0]()
    assert worker.chimed == ["start"]
    assert worker.prepared[0] == QUESTION
    assert len(worker.prepared) > 3


def test_it_is_gone_with_the_prompt_and_comes_with_the_next(deps: Any) -> None:
    tray = Tray(deps)
    for _ in range(2):
        tray.voice.begin(ID, None, chime=True)
        tray.voice.begin(ID, None, chime=True)
        tray.voice.end()
        tray.voice.end()
    assert [worker.closed for worker in tray.made] == [1, 1]


def test_without_a_voice_there_is_only_the_chime(deps: Any) -> None:
    tray = Tray(deps, voice_on=False)
    tray.voice.begin(ID, None, chime=True)
    assert tray.made[0].prepared == []


def test_where_nothing_is_to_be_heard_no_worker_is_started(deps: Any) -> None:
    tray = Tray(deps, voice_on=False)
    tray.voice.begin(ID, None, chime=False)
    assert tray.made == []
    deps.mute = True
    deps.settings = replace(deps.settings, voice_on=True)
    tray.voice.begin(ID, None, chime=False)
    assert tray.made == []


def test_a_routine_that_may_not_be_started_is_not_spoken(deps: Any) -> None:
    tray = Tray(deps, ask_pain=False)
    tray.voice.begin("gone", None, chime=False)
    assert tray.made[0].prepared == []
