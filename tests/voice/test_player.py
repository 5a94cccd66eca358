from __future__ import annotations

import math
import queue
import threading
from array import array
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from supple.voice import device, message, player
from supple.voice.player import Cue, Player

PATIENCE_S = 10.0
SAMPLES = array("h", [100] * 2205)


class FakeOutput:
    """A device that has played when the test says so."""

    def __init__(self) -> None:
        self.backend = "Fake"
        self.is_open = True
        self.fetched_at = math.inf
        self.taken: Callable[[], None] = lambda: None

    def on_taken(self, call: Callable[[], None]) -> None:
        self.taken = call

    def close(self) -> None:
        self.is_open = False


class Rig:
    def __init__(self) -> None:
        self.said: queue.SimpleQueue[tuple[str, dict[str, Any]]] = queue.SimpleQueue()
        self.outputs: list[FakeOutput] = []
        self.most_open = 0
        self.error: Exception | None = None
        self.is_away = False
        self.away_name = ""
        self.others = 0
        self.stalled = 0
        self.chosen = ""
        self.gain: Callable[[], float] = lambda: -1.0
        self.player = Player(lambda kind, **fields: self.said.put((kind, fields)), self)

    def open(self, samples: array[int], rate: int, gain: Callable[[], float]) -> FakeOutput:
        if self.error:
            raise self.error
        self.gain = gain
        self.outputs.append(FakeOutput())
        if self.stalled:
            self.stalled -= 1
            self.outputs[-1].fetched_at = -math.inf
        self.most_open = max(self.most_open, sum(o.is_open for o in self.outputs))
        return self.outputs[-1]

    def choose(self, output: str) -> None:
        self.chosen = output

    def gone(self) -> bool:
        if not self.others:
            return False
        self.others, self.is_away, self.away_name = 0, True, "Headphones"
        return True

    def next(self) -> tuple[str, int]:
        kind, fields = self.said.get(timeout=PATIENCE_S)
        return kind, fields["id"]


@pytest.fixture
def rig(monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    monkeypatch.setattr(device, "DRAIN_S", 0.0)
    rig = Rig()
    yield rig
    rig.player.close()


def test_a_cue_plays_to_its_end(rig: Rig) -> None:
    rig.player.play(Cue(1, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 1)
    rig.outputs[0].taken()
    assert rig.next() == (message.DONE, 1)
    assert not rig.outputs[0].is_open


def test_the_length_and_output_are_told(rig: Rig) -> None:
    rig.player.play(Cue(1, SAMPLES, 22_050))
    _, fields = rig.said.get(timeout=PATIENCE_S)
    assert fields == {"id": 1, "seconds": 0.1, "output": "Fake", "away": False, "name": ""}


def test_stop_closes_the_device_before_it_answers_and_done_is_never_said(rig: Rig) -> None:
    rig.player.play(Cue(1, SAMPLES, 22_050))
    rig.next()
    rig.player.stop(2)
    assert rig.next() == (message.STOPPED, 2)
    assert not rig.outputs[0].is_open
    rig.outputs[0].taken()
    rig.player.stop(3)
    assert rig.next() == (message.STOPPED, 3)


def test_a_new_cue_replaces_the_old_and_two_devices_are_never_open(rig: Rig) -> None:
    for ident in range(1, 20):
        rig.player.play(Cue(ident, SAMPLES, 22_050))
        assert rig.next() == (message.PLAYING, ident)
    assert rig.most_open == 1


def test_play_then_stop_at_once_is_silent(rig: Rig) -> None:
    rig.player.play(Cue(1, SAMPLES, 22_050))
    rig.player.stop(2)
    said = {rig.next()}
    if said == {(message.PLAYING, 1)}:
        said.add(rig.next())
    assert (message.STOPPED, 2) in said
    assert not any(o.is_open for o in rig.outputs)


@pytest.mark.parametrize("error", [device.NoSound("No sound output."), RuntimeError("odd")])
def test_a_device_that_does_not_open_is_told_and_the_next_is_tried(
    rig: Rig, error: Exception
) -> None:
    rig.error = error
    rig.player.play(Cue(1, SAMPLES, 22_050))
    kind, fields = rig.said.get(timeout=PATIENCE_S)
    assert (kind, fields["part"]) == (message.FAILED, message.SOUND)
    assert fields["reason"]
    rig.error = None
    rig.player.play(Cue(2, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 2)


def test_a_device_that_takes_nothing_any_more_is_given_up(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player, "GRACE_S", 0.05)
    rig.player.play(Cue(1, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 1)
    kind, fields = rig.said.get(timeout=PATIENCE_S)
    assert kind == message.FAILED
    assert fields["reason"] == player.CUT_OFF
    assert not rig.outputs[0].is_open


def test_a_cue_whose_output_vanished_is_heard_whole_on_another(rig: Rig) -> None:
    rig.others = 1
    rig.player.play(Cue(1, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 1)
    rig.player.stop(2)
    assert rig.next() == (message.STOPPED, 2)
    rig.stalled = 1
    rig.player.play(Cue(3, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 3)
    assert rig.next() == (message.PLAYING, 3)
    rig.outputs[-1].taken()
    assert rig.next() == (message.DONE, 3)
    assert rig.others == 0
    assert rig.most_open == 1


def test_a_device_that_only_stalls_is_waited_for(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player, "STALL_S", 0.01)
    rig.stalled = 1
    rig.player.play(Cue(1, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 1)
    rig.outputs[-1].taken()
    assert rig.next() == (message.DONE, 1)


def test_the_chosen_output_is_handed_on(rig: Rig) -> None:
    rig.player.choose("headphones")
    assert rig.chosen == "headphones"


def test_between_cues_silence_keeps_the_output_awake(rig: Rig) -> None:
    rig.player.set_awake(True)
    rig.player.wake()
    rig.player.play(Cue(1, SAMPLES, 22_050))
    assert rig.next() == (message.PLAYING, 1)
    rig.outputs[-1].taken()
    assert rig.next() == (message.DONE, 1)
    rig.player.stop(2)
    assert rig.next() == (message.STOPPED, 2)
    assert [o.is_open for o in rig.outputs].count(True) == 1
    rig.player.close()
    assert not any(o.is_open for o in rig.outputs)


def test_another_output_is_kept_awake_instead(rig: Rig) -> None:
    rig.player.set_awake(True)
    rig.player.play(Cue(1, SAMPLES, 22_050))
    rig.next()
    rig.outputs[-1].taken()
    rig.next()
    rig.player.choose("headphones")
    for _ in range(2):
        rig.player.stop(2)
        rig.next()
    assert [o.is_open for o in rig.outputs] == [False, False, True]


@pytest.mark.parametrize(("volume", "gain"), [(0.0, 0.0), (0.5, 0.25), (1.0, 1.0), (9.0, 1.0)])
def test_volume_is_squared_and_bounded(rig: Rig, volume: float, gain: float) -> None:
    rig.player.set_volume(volume)
    rig.player.play(Cue(1, SAMPLES, 22_050))
    rig.next()
    assert rig.gain() == gain


def test_close_ends_its_thread(rig: Rig) -> None:
    rig.player.play(Cue(1, SAMPLES, 22_050))
    rig.next()
    rig.player.close()
    assert not any(t.name == "player" and t.is_alive() for t in threading.enumerate())
    assert not rig.outputs[0].is_open
