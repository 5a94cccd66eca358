"""A whole session as a sound file, by the real voice: every cue at its instant."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from operator import mul
from pathlib import Path

import pytest

from supple.core.speech_length import spoken_seconds
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.voice.cache import key
from supple.voice.engine import WORDS_PER_MINUTE
from supple.voice.engine_pyttsx3 import ESPEAK_VOICE
from supple.voice.guide_mix import RATE, resampled
from supple.voice.guide_script import LEAD_S, PAUSE_S, opening_line
from supple.voice.pcm import read_wav

ROUTINE = "up-and-moving"
NEAR = RATE // 200
"""Samples: 5 ms."""
ALIKE = {"wav": 0.999, "flac": 0.999, "mp3": 0.98, "m4a": 0.98}
"""Of a cue and what is heard at its instant; 1 is the cue itself."""
QUIET = 40
"""The largest sample where nothing is to be heard: what codecs leave behind."""
EDGE_S = 0.06
"""Around a cue in which they may."""
EVERY = 20
"""Compared is every twentieth sample: a whole session takes seconds that way."""


def supple(profile: Path, *argv: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "supple", "--profile", str(profile), *argv],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not sys.platform.startswith("linux"):
        pytest.skip("espeak-ng is Linux's")
    folder = tmp_path_factory.mktemp("guide") / "profile"
    (folder / "config").mkdir(parents=True)
    settings = {"safety_on": "2026-11-20", "plan_doses": False}
    (folder / "config" / "settings.json").write_text(json.dumps(settings))
    return folder


def kept_as(text: str) -> str:
    return key("espeak-ng", ESPEAK_VOICE, WORDS_PER_MINUTE, text)


def cue_of(profile: Path, text: str) -> array[int]:
    """The sentence's own samples, as the voice kept them, at the rate of the file."""
    (path,) = profile.rglob(f"{kept_as(text)}.wav")
    return array("h", resampled(*read_wav(path)))


def planned(profile: Path) -> list[tuple[float, array[int]]]:
    """When each cue is due, by the timeline of a live session with the lengths of this voice."""
    deps = Deps.of(parse(["--profile", str(profile)]))

    def say(text: str) -> float:
        kept = list(profile.rglob(f"{kept_as(text)}.wav"))
        return len(cue_of(profile, text)) / RATE if kept else spoken_seconds(text)

    timeline = deps.timeline(ROUTINE, say)
    assert deps.history is not None
    deps.history.close()
    title = cue_of(profile, opening_line(timeline))
    zero_s = LEAD_S + len(title) / RATE + PAUSE_S
    cues = [
        (zero_s + step.start_s + line.offset_s, cue_of(profile, line.text))
        for step in timeline.steps
        for line in step.lines
    ]
    return [(LEAD_S, title), *cues]


def decoded(path: Path) -> array[int]:
    """All samples, as a player that follows the file's gapless notes hears them."""
    av = pytest.importorskip("av", reason="needs the package av")
    samples = array("h")
    with av.open(str(path)) as box:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in box.decode(audio=0):
            for part in resampler.resample(frame):
                samples.frombytes(bytes(part.planes[0])[: part.samples * 2])
    return samples


def dot(one: array[int], two: array[int]) -> int:
    return sum(map(mul, one, two))


def lag_and_likeness(heard: array[int], cue: array[int], at: int) -> tuple[int, float]:
    """Samples by which ``cue`` is late at ``at``, by cross-correlation; how alike they are."""
    thin = cue[::EVERY]
    window = range(-2 * NEAR, 2 * NEAR + 1)
    lag = max(window, key=lambda k: dot(heard[at + k : at + k + len(cue) : EVERY], thin))
    near = range(lag - 2, lag + 3)
    lag = max(near, key=lambda k: dot(heard[at + k : at + k + len(cue)], cue))
    part = heard[at + lag : at + lag + len(cue)]
    return lag, dot(part, cue) / (dot(part, part) * dot(cue, cue)) ** 0.5


@pytest.mark.e2e
@pytest.mark.timeout(180)
@pytest.mark.parametrize("ending", ["wav", "flac", "mp3", "m4a"])
def test_every_cue_is_heard_at_its_instant(profile: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"guide.{ending}"
    supple(profile, "guide", ROUTINE, "-o", str(path))
    heard = decoded(path)
    sounds = planned(profile)
    assert len(sounds) > 20
    quiet_from = 0
    for at_s, cue in sounds:
        at = round(at_s * RATE)
        lag, likeness = lag_and_likeness(heard, cue, at)
        assert abs(lag) <= NEAR, (at_s, lag)
        assert likeness >= ALIKE[ending], (at_s, likeness)
        # Holds are silent, and nothing else is heard between two sentences.
        edge = 0 if ending in ("wav", "flac") else round(EDGE_S * RATE)
        between = heard[quiet_from : at - edge]
        assert max(map(abs, between), default=0) <= QUIET
        quiet_from = at + len(cue) + edge
    assert max(map(abs, heard[quiet_from:]), default=0) <= QUIET
    assert max(map(abs, heard)) < 32_000


@pytest.mark.e2e
@pytest.mark.timeout(180)
def test_a_program_that_asks_for_it_is_told_and_may_change_its_mind(
    profile: Path, tmp_path: Path
) -> None:
    path = tmp_path / "guide.wav"
    argv = [sys.executable, "-m", "supple", "--profile", str(profile), "guide", "full-session"]
    argv += ["-o", str(path), "--json"]
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["part"] == "speaking"
        process.stdin.close()
        process.wait(60)
        assert process.returncode == 130
        assert process.stderr.read().decode() == "Stopped. Nothing was written.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.e2e
@pytest.mark.timeout(180)
def test_a_program_hears_of_the_end(profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "guide.wav"
    argv = [sys.executable, "-m", "supple", "--profile", str(profile), "guide", "up-and-moving"]
    argv += ["-o", str(path), "--json", "--chimes"]
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = [json.loads(line) for line in process.stdout]
        # The input is still open: nothing may wait for its end.
        process.wait(60)
        assert (process.returncode, process.stderr.read()) == (0, b"")
    assert said[-1]["saved"] == str(path)
    assert path.exists()
