"""Who reads a session out."""

from __future__ import annotations

import pytest

from supple.core.event import LineDue
from supple.core.settings import VoiceSource
from supple.core.step import Line, LineKind
from supple.desk.screen_reader import Reading
from supple.shell.narrator import NONE_RUNS, OUT_OF_REACH, Narrator, Reader, chosen

AUTO, OWN, READER = VoiceSource.AUTO, VoiceSource.OWN, VoiceSource.READER
ALL = frozenset(LineKind)


class Voice:
    on = True
    kinds = ALL
    chimes = False

    def set_speech(self, kinds: frozenset[LineKind], *, chimes: bool) -> None:
        self.kinds, self.chimes = kinds, chimes

    def set_on(self, on: bool) -> None:
        self.on = on


class Room:
    """A narrator with a desktop that says what it is told to."""

    def __init__(self, runs: bool | None, *, listens: bool = True) -> None:
        self.read: list[tuple[str, bool]] = []
        self.asked = 0
        self.voice = Voice()

        def find() -> Reading:
            self.asked += 1
            return Reading(runs, "")

        self.narrator = Narrator(
            self.voice,  # type: ignore[arg-type]
            lambda text, urgent: self.read.append((text, urgent)),
            find,
            lambda: listens,
        )

    def say(self, text: str, kind: LineKind) -> None:
        line = Line(0.0, text, kind, 1.0)
        self.narrator.on_event(LineDue(0.0, None, line))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "runs", "listens", "who"),
    [
        (AUTO, True, True, Reader.READS),
        (AUTO, True, False, Reader.UNHEARD),
        (AUTO, False, True, Reader.NOT_WANTED),
        (AUTO, None, True, Reader.NOT_WANTED),
        (OWN, True, True, Reader.NOT_WANTED),
        (READER, True, True, Reader.READS),
        (READER, None, True, Reader.READS),
        (READER, None, False, Reader.NONE),
        (READER, False, True, Reader.NONE),
        (READER, True, False, Reader.UNHEARD),
    ],
)
def test_who_reads(source: VoiceSource, runs: bool | None, listens: bool, who: Reader) -> None:
    assert chosen(source, Reading(runs, ""), listens=listens) is who


def test_the_reader_reads_instead_of_the_voice() -> None:
    room = Room(runs=True)
    assert room.narrator.begin(AUTO, ALL, chimes=False) == ""
    assert room.voice.kinds == frozenset()
    room.say("Left leg first.", LineKind.SIDE)
    room.say("Stop. Let go slowly.", LineKind.STOP)
    assert room.read == [("Left leg first.", False), ("Stop. Let go slowly.", True)]


def test_ticks_are_never_read() -> None:
    room = Room(runs=True)
    room.narrator.begin(AUTO, ALL, chimes=False)
    room.say("Three", LineKind.COUNTDOWN)
    assert room.read == []


def test_what_is_not_to_be_said_is_not_read() -> None:
    room = Room(runs=True)
    room.narrator.begin(AUTO, ALL - {LineKind.HALF}, chimes=True)
    room.say("Half way.", LineKind.HALF)
    assert (room.read, room.voice.chimes) == ([], True)


def test_the_voice_speaks_where_no_reader_runs() -> None:
    room = Room(runs=False)
    assert room.narrator.begin(AUTO, ALL, chimes=False) == ""
    room.say("Left leg first.", LineKind.SIDE)
    assert (room.voice.kinds, room.read) == (ALL, [])


@pytest.mark.parametrize(
    ("runs", "listens", "notice"), [(False, True, NONE_RUNS), (True, False, OUT_OF_REACH)]
)
def test_nobody_is_left_in_silence_by_a_reader_that_does_not_read(
    runs: bool, listens: bool, notice: str
) -> None:
    room = Room(runs, listens=listens)
    assert room.narrator.begin(READER, ALL, chimes=False) == notice
    assert room.voice.kinds == ALL


def test_the_desktop_is_not_asked_where_it_does_not_matter() -> None:
    room = Room(runs=True)
    room.narrator.begin(OWN, ALL, chimes=False)
    assert (room.asked, room.voice.kinds) == (0, ALL)


@pytest.mark.parametrize(("on", "read"), [(False, 0), (True, 1)])
def test_off_silences_both(on: bool, read: int) -> None:
    room = Room(runs=True)
    room.narrator.begin(AUTO, ALL, chimes=False)
    room.narrator.set_on(on)
    room.say("Left leg first.", LineKind.SIDE)
    assert (len(room.read), room.voice.on) == (read, on)
