"""A session made into a sound file."""

from __future__ import annotations

import errno
import os
import wave
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from supple.core.problem import UserError
from supple.core.speech_length import spoken_seconds
from supple.core.speech_level import SpeechLevel
from supple.core.step import LineKind
from supple.shell import guide
from supple.shell.deps import Deps
from supple.shell.guide import NoSpeech, Progress, Wish, kinds_of, make_guide
from supple.shell.options import parse
from supple.voice import chime
from supple.voice.guide_mix import RATE, resampled
from supple.voice.guide_script import PAUSE_S, Script
from supple.voice.sentences import Stopped


@pytest.fixture
def deps(profile: Path, short_file: Path) -> Iterator[Deps]:
    made = Deps.of(parse(["--profile", str(profile), "--routines", str(short_file)]))
    yield made
    if made.history is not None:
        made.history.close()


def samples_of(path: Path) -> array[int]:
    with wave.open(str(path)) as wav:
        assert (wav.getframerate(), wav.getnchannels()) == (RATE, 1)
        return array("h", wav.readframes(wav.getnframes()))


def wish(tmp_path: Path, **other: Any) -> Wish:
    return Wish("three-short", tmp_path / "guide.wav", **other)


def test_every_sentence_is_at_its_instant_and_between_them_is_silence(
    deps: Deps, tmp_path: Path, voices: Any
) -> None:
    made = make_guide(deps, wish(tmp_path))
    samples = samples_of(made.path)
    assert len(samples) == round(made.script.total_s * RATE)
    quiet_from = 0
    assert len(made.script.spots) > 15
    for spot in made.script.spots:
        cue = array("h", resampled(voices.made[0].noise(spot.text), voices.rate))
        at = round(spot.at_s * RATE)
        # Noise is like itself at one sample only.
        assert samples[at : at + len(cue)] == cue, spot
        assert not any(samples[quiet_from:at])
        quiet_from = at + len(cue)
    assert not any(samples[quiet_from:])


def test_its_instants_are_those_of_the_timeline_with_real_lengths(
    deps: Deps, tmp_path: Path, voices: Any
) -> None:
    script = make_guide(deps, wish(tmp_path)).script
    (voice,) = voices.made
    timeline = deps.timeline("three-short", lambda t: voice.lengths.get(t) or spoken_seconds(t))
    meant = [
        (step.start_s + line.offset_s, line.text) for step in timeline.steps for line in step.lines
    ]
    there = [(spot.at_s - script.session_from_s, spot.text) for spot in script.spots[1:]]
    assert [text for _, text in there] == [text for _, text in meant]
    assert [at for at, _ in there] == pytest.approx([at for at, _ in meant])


def test_it_is_told_how_far_it_is(deps: Deps, tmp_path: Path, voices: Any) -> None:
    told: list[Progress] = []
    made = make_guide(deps, wish(tmp_path), told.append)
    parts = [p.part for p in told]
    assert parts == sorted(parts)
    assert set(parts) == {"speaking", "writing"}
    for part in ("speaking", "writing"):
        done = [p.done for p in told if p.part == part]
        assert done == sorted(done)
    assert told[-1].total == made.script.total_s
    assert told[-1].done == pytest.approx(made.script.total_s, abs=1)


def test_the_voice_and_its_speed_are_passed_on(deps: Deps, tmp_path: Path, voices: Any) -> None:
    voices.reason = "The voice you chose is not on this computer."
    try:
        made = make_guide(deps, wish(tmp_path, voice="en-gb", speed=0.8))
    finally:
        voices.reason = ""
    assert voices.made[0].asked == ("en-gb", 0.8)
    assert made.remark == "The voice you chose is not on this computer."


@pytest.mark.parametrize("stop_at", [1, 5, 60, 90])
def test_stopped_anywhere_it_leaves_nothing(
    deps: Deps, tmp_path: Path, voices: Any, stop_at: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "guide.wav"
    target.write_bytes(b"old")
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > stop_at

    with pytest.raises(Stopped):
        make_guide(deps, Wish("three-short", target), stop=stop)
    assert [p.name for p in folder.iterdir()] == ["guide.wav"]
    assert target.read_bytes() == b"old"
    assert voices.made[0].is_closed


def test_a_disk_that_is_full_halfway_leaves_the_old_file(
    deps: Deps, tmp_path: Path, voices: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = guide.open_writer

    def open_writer(*args: Any) -> Any:
        writer = real(*args)
        monkeypatch.setattr(writer, "finish", lambda: fail(errno.ENOSPC))
        return writer

    def fail(number: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(guide, "open_writer", open_writer)
    target = wish(tmp_path).path
    target.write_bytes(b"old")
    with pytest.raises(UserError, match="the disk is full"):
        make_guide(deps, wish(tmp_path))
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.glob("*guide*")] == ["guide.wav"]


def test_without_a_voice_chimes_are_offered(deps: Deps, tmp_path: Path, voices: Any) -> None:
    voices.mute = "No voice is installed on this computer."
    try:
        with pytest.raises(NoSpeech, match=r"No voice is installed.*--chimes") as caught:
            make_guide(deps, wish(tmp_path))
        assert caught.value.why == "No voice is installed on this computer."
        assert not wish(tmp_path).path.exists()
        made = make_guide(deps, wish(tmp_path, chimes=True))
    finally:
        voices.mute = ""
    assert {spot.text for spot in made.script.spots} == {""}
    samples = samples_of(made.path)
    first = array("h", resampled(chime.samples(chime.START), chime.RATE))
    at = round(made.script.spots[0].at_s * RATE)
    assert samples[at : at + len(first)] == first


def levels(deps: Deps, level: SpeechLevel) -> frozenset[LineKind]:
    deps.settings = replace(deps.settings, speech=level)
    return kinds_of(deps)


def test_as_much_is_said_as_in_a_session(deps: Deps) -> None:
    full, brief, names = (
        levels(deps, level) for level in (SpeechLevel.FULL, SpeechLevel.BRIEF, SpeechLevel.NAMES)
    )
    assert full == frozenset(LineKind)
    assert names < brief < full
    # Nobody has stretched here before: everything is said in the first week.
    assert levels(deps, SpeechLevel.AUTO) == full
    # Its end is heard whatever is left out: nobody sees it.
    assert LineKind.FINISH in names
    assert levels(deps, SpeechLevel.CHIMES) == frozenset()


def test_a_person_who_wants_chimes_gets_chimes(deps: Deps, tmp_path: Path, voices: Any) -> None:
    deps.settings = replace(deps.settings, speech=SpeechLevel.CHIMES)
    script: Script = make_guide(deps, wish(tmp_path)).script
    assert all(spot.chime for spot in script.spots)
    assert script.session_from_s > PAUSE_S


@pytest.mark.parametrize(
    ("name", "says"), [("guide.ogg", r"\.mp3"), ("nowhere/guide.wav", "cannot be written")]
)
def test_a_place_or_kind_that_is_none_is_told(
    deps: Deps, tmp_path: Path, voices: Any, name: str, says: str
) -> None:
    with pytest.raises(UserError, match=says):
        make_guide(deps, Wish("three-short", tmp_path / name))


def test_the_plan_decides_how_long_is_held(profile: Path, tmp_path: Path, voices: Any) -> None:
    lengths = []
    for plan in (True, False):
        deps = Deps.of(parse(["--profile", str(profile)]))
        deps.settings = replace(deps.settings, plan_doses=plan, safety_on="2026-11-20")
        say: Callable[[str], float] = len
        planned = deps.timeline("desk-break", say)
        made = make_guide(deps, Wish("desk-break", tmp_path / "guide.wav", chimes=True))
        lengths.append(made.script.total_s)
        assert planned.routine.name == made.script.title
        assert deps.history is not None
        deps.history.close()
    assert lengths[0] < lengths[1]
