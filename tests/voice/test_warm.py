from __future__ import annotations

from array import array

import pytest

from supple.voice.device import NoSound
from supple.voice.warm import KEEP_S, STALE_S, Warm


class FakeStream:
    def __init__(self, now: float) -> None:
        self.fetched_at = now
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


class Rig:
    def __init__(self) -> None:
        self.now = 100.0
        self.able = True
        self.streams: list[FakeStream] = []
        self.warm = Warm(self.open, lambda: self.now)

    def open(self, samples: array[int], rate: int, gain: object) -> FakeStream:
        if not self.able:
            raise NoSound("No sound output can be opened.")
        assert not samples
        self.streams.append(FakeStream(self.now))
        return self.streams[-1]

    @property
    def open_now(self) -> list[bool]:
        return [s.is_open for s in self.streams]


@pytest.fixture
def rig() -> Rig:
    return Rig()


def test_it_stays_awake_for_a_while_after_each_sentence(rig: Rig) -> None:
    rig.warm.want()
    rig.now += KEEP_S - 1
    rig.streams[0].fetched_at = rig.now
    rig.warm.want()
    rig.now += KEEP_S - 1
    rig.warm.tend()
    assert rig.open_now == [True]
    assert rig.warm.left_s == 1
    rig.now += 1
    rig.warm.tend()
    assert rig.open_now == [False]
    assert rig.warm.left_s is None


def test_a_dead_stream_is_replaced(rig: Rig) -> None:
    rig.warm.want()
    rig.now += STALE_S + 0.1
    rig.warm.want()
    assert rig.open_now == [False, True]


def test_a_living_one_is_kept(rig: Rig) -> None:
    rig.warm.want()
    rig.now += 30
    rig.streams[0].fetched_at = rig.now - 0.1
    rig.warm.want()
    assert rig.open_now == [True]


def test_no_output_is_no_trouble(rig: Rig) -> None:
    rig.able = False
    rig.warm.want()
    assert not rig.warm.is_on
    rig.able = True
    rig.warm.want()
    assert rig.warm.is_on


def test_end_lets_it_sleep_at_once_and_twice_does_no_harm(rig: Rig) -> None:
    rig.warm.want()
    rig.warm.end()
    rig.warm.end()
    assert rig.open_now == [False]
