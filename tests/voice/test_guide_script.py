from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from supple.core.command import Command
from supple.core.event import Event, LineDue
from supple.core.routine import Catalogue
from supple.core.session import Session
from supple.core.speech import spoken_kinds
from supple.core.speech_length import spoken_seconds
from supple.core.speech_level import SpeechLevel
from supple.core.state import Done
from supple.core.step import LineKind, StepKind
from supple.core.timeline import Timeline, build_timeline
from supple.store.assets import asset
from supple.store.routine_files import load_library
from supple.voice import chime
from supple.voice.cues import chime_for
from supple.voice.guide_script import (
    LEAD_S,
    PAUSE_S,
    TAIL_S,
    opening_line,
    texts_of,
    write_script,
)

ALL = frozenset(LineKind)
CATALOGUE: Catalogue = load_library(asset("routines.json"), Path("nowhere"), ()).catalogue
ROUTINES = sorted(CATALOGUE.routines)


def timeline_of(id_: str) -> Timeline:
    return build_timeline(CATALOGUE.routines[id_], CATALOGUE, times={})


def live(timeline: Timeline) -> Iterator[Event]:
    """What a real session tells that somebody looks at twenty times a second."""
    session = Session(timeline)
    yield from session.apply(Command.START, 0.0)
    look = 0
    while not isinstance(session.state, Done):
        look += 1
        yield from session.advance(look / 20)


@pytest.mark.parametrize("id_", ROUTINES)
@pytest.mark.parametrize("level", [SpeechLevel.FULL, SpeechLevel.BRIEF, SpeechLevel.NAMES])
def test_every_sentence_is_where_a_live_session_says_it(id_: str, level: SpeechLevel) -> None:
    timeline, kinds = timeline_of(id_), spoken_kinds(level)
    script = write_script(timeline, kinds, spoken_seconds)
    due = [
        (e.at, e.line.text)
        for e in live(timeline)
        if isinstance(e, LineDue) and e.line.kind in kinds
    ]
    assert due
    there = [(s.at_s - script.session_from_s, s.text) for s in script.spots[1:]]
    assert [text for _, text in there] == [text for _, text in due]
    assert [at for at, _ in there] == pytest.approx([at for at, _ in due])


@pytest.mark.parametrize("id_", ROUTINES)
def test_chimes_alone_are_those_of_a_session_without_words(id_: str) -> None:
    timeline = timeline_of(id_)
    script = write_script(timeline, frozenset(), spoken_seconds, chimes=True)
    assert not any(spot.text for spot in script.spots)
    meant = [(e.at, chime_for(e)) for e in live(timeline) if chime_for(e)]
    there = [(s.at_s - script.session_from_s, s.chime) for s in script.spots[1:]]
    assert [name for _, name in there] == [name for _, name in meant]
    assert [at for at, _ in there] == pytest.approx([at for at, _ in meant])


@pytest.mark.parametrize("id_", ROUTINES)
def test_nothing_is_heard_over_anything_else(id_: str) -> None:
    script = write_script(timeline_of(id_), ALL, spoken_seconds)
    for spot, after in pairwise(script.spots):
        assert spot.at_s + spoken_seconds(spot.text) <= after.at_s


def test_a_sentence_that_takes_longer_than_was_planned_is_not_talked_over() -> None:
    script = write_script(timeline_of("desk-break"), ALL, lambda text: 3 * spoken_seconds(text))
    for spot, after in pairwise(script.spots):
        assert spot.at_s + 3 * spoken_seconds(spot.text) < after.at_s
    last = script.spots[-1]
    assert last.at_s + 3 * spoken_seconds(last.text) <= script.total_s


def test_there_is_time_to_put_the_phone_down() -> None:
    timeline = timeline_of("desk-break")
    script = write_script(timeline, ALL, spoken_seconds)
    title = opening_line(timeline)
    assert (script.spots[0].at_s, script.spots[0].text) == (LEAD_S, title)
    assert script.session_from_s == pytest.approx(LEAD_S + spoken_seconds(title) + PAUSE_S)
    assert script.total_s == pytest.approx(script.session_from_s + timeline.total_s + TAIL_S)


def test_with_chimes_the_title_is_a_chime() -> None:
    script = write_script(timeline_of("desk-break"), frozenset(), spoken_seconds, chimes=True)
    assert script.spots[0].chime == chime.START
    assert script.session_from_s == pytest.approx(LEAD_S + chime.length_s(chime.START) + PAUSE_S)


def test_each_stretch_is_a_chapter() -> None:
    timeline = timeline_of("desk-break")
    script = write_script(timeline, ALL, spoken_seconds)
    names = [f"{n}. {s.name}" for n, s in enumerate(timeline.stretches, 1)]
    assert [c.title for c in script.chapters] == ["Desk break", *names, "Done"]
    assert script.chapters[0].start_s == 0.0
    prepares = [s for s in timeline.steps if s.kind is StepKind.PREPARE]
    starts = [c.start_s - script.session_from_s for c in script.chapters[1:-1]]
    assert starts == pytest.approx([step.start_s for step in prepares])


def test_the_title_tells_what_it_is_and_how_long() -> None:
    line = opening_line(timeline_of("desk-break"))
    assert line.startswith("Desk break. 5 minutes. ")
    assert opening_line(timeline_of("up-and-moving")).startswith("Up and moving. 3 minutes. ")


def test_only_what_is_said_is_made() -> None:
    timeline = timeline_of("desk-break")
    brief = texts_of(timeline, spoken_kinds(SpeechLevel.BRIEF))
    assert 0 < len(brief) < len(texts_of(timeline, ALL))
    assert len(set(brief)) == len(brief)
