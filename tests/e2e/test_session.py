"""The whole program, in real time, with real sound: one session from start to end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from array import array
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from supple.voice.cache import key
from supple.voice.engine import WORDS_PER_MINUTE
from supple.voice.engine_pyttsx3 import ESPEAK_VOICE
from supple.voice.pcm import read_wav

if TYPE_CHECKING:
    from tests.e2e.conftest import Sound, Speakers

LEAN, SIT_UP = "Lean forward.", "Sit up."
ROUTINE = {
    "format": 1,
    "stretches": [
        {
            "id": id_,
            "name": name,
            "position": "seated",
            "sides": sides,
            "difficulty": 1,
            "setup": ["Sit tall.", "Heel out."] if sides == "both" else ["Your {side} heel out."],
            "hold_cue": LEAN,
            "release_cue": SIT_UP,
            **({"switch_cue": "Now the {side} leg."} if sides == "each" else {}),
            "dose": {"hold_s": hold_s, "prepare_s": 3, "switch_s": 3},
            "source": [{"document": "general practice"}],
        }
        for id_, name, sides, hold_s in (
            ("heel", "Heel", "each", 4.0),
            ("fold", "Fold", "both", 3.0),
            ("lean", "Lean", "both", 3.5),
        )
    ],
    "routines": [
        {
            "id": "three",
            "name": "Three",
            "steps": [{"stretch": "heel"}, {"stretch": "fold"}, {"stretch": "lean"}],
            "source": [{"document": "general practice"}],
        }
    ],
}
NEAR_S = 0.060
"""How far from its instant a sentence may begin."""
RATE = 22_050
HOLD_S = 0.020
ALIKE = 0.85
"""Whole sentences were 0.91 and more like themselves through the sound server."""
WITHIN_S = 0.25
"""A sentence is looked for that long before and after its time."""
MOST_DROPOUTS = 2
"""Sentences in which a busy machine's sound server may have stumbled."""


def supple(speakers: Speakers, profile: Path, *argv: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "supple", "--profile", str(profile), *argv],
        capture_output=True,
        text=True,
        check=False,
        env=speakers.env,
        timeout=110,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.e2e
@pytest.mark.timeout(180)
def test_a_session_is_guided_heard_and_kept(speakers: Speakers, tmp_path: Path) -> None:
    profile, routines = tmp_path / "profile", tmp_path / "three.json"
    routines.write_text(json.dumps(ROUTINE))
    extra = ("--routines", str(routines))
    plan: dict[str, Any] = json.loads(
        supple(speakers, profile, *extra, "routines", "timeline", "three", "--json")
    )
    before = time.monotonic()
    supple(speakers, profile, *extra, "--start", "three", "--quit-when-done")
    took = time.monotonic() - before
    sound = speakers.sound()
    assert plan["total_s"] <= took < plan["total_s"] + 5

    kept = json.loads(supple(speakers, profile, "history", "export", "--format", "json"))
    (session,) = kept["sessions"]
    assert session["ended"] == "finished"
    holds = [(s["stretch"], s["side"], s["held_s"]) for s in session["steps"]]
    assert holds == [
        ("heel", "left", pytest.approx(4.0, abs=0.1)),
        ("heel", "right", pytest.approx(4.0, abs=0.1)),
        ("fold", "both", pytest.approx(3.0, abs=0.1)),
        ("lean", "both", pytest.approx(3.5, abs=0.1)),
    ]

    lines = [line for step in plan["steps"] for line in step["lines"]]
    cues = [spoken(profile, line["text"]) for line in lines]
    # The recording began before the program: the first sentence roughly tells when.
    heard = [
        hear(sound, cue, sound.onsets()[0] + line["at_s"])
        for cue, line in zip(cues, lines, strict=True)
    ]
    assert_said_whole_and_apart(sound, heard)
    zero = median(h.start_s - line["at_s"] for h, line in zip(heard, lines, strict=True))
    late = [h.start_s - line["at_s"] - zero for h, line in zip(heard, lines, strict=True)]
    off = [abs(s) - h.unsure_s for s, h in zip(late, heard, strict=True)]
    assert max(off) <= NEAR_S, list(zip(late, lines, strict=True))

    begun = [h.start_s for h, line in zip(heard, lines, strict=True) if line["text"] == LEAN]
    ended = [h.start_s for h, line in zip(heard, lines, strict=True) if line["text"] == SIT_UP]
    held = [end - start for start, end in zip(begun, ended, strict=True)]
    meant = [step["duration_s"] for step in plan["steps"] if step["kind"] == "hold"]
    assert median(abs(a - b) for a, b in zip(held, meant, strict=True)) <= HOLD_S, held
    end = zero + plan["total_s"]
    assert not sound.loud_between(end + 0.5, end + 3)


@dataclass(frozen=True)
class Heard:
    """One sentence in the recording."""

    start_s: float
    end_s: float
    likeness: float

    @property
    def unsure_s(self) -> float:
        """How far it may have been from there, when the sound server stumbled in it."""
        return WITHIN_S if self.likeness < ALIKE else 0.0


def spoken(profile: Path, text: str) -> array[int]:
    """The samples of a sentence, as the voice kept them."""
    (path,) = profile.rglob(f"{key('espeak-ng', ESPEAK_VOICE, WORDS_PER_MINUTE, text)}.wav")
    samples, rate = read_wav(path)
    assert rate == RATE
    return samples


def hear(sound: Sound, cue: array[int], at_s: float) -> Heard:
    start_s, likeness = sound.find(cue, at_s, WITHIN_S)
    return Heard(start_s, start_s + len(cue) / RATE, likeness)


def assert_said_whole_and_apart(sound: Sound, heard: list[Heard]) -> None:
    unlike = [h for h in heard if h.likeness < ALIKE]
    assert len(unlike) <= MOST_DROPOUTS, heard
    for h, after in pairwise(heard):
        assert h.end_s < after.start_s
        # Nothing else is heard between two sentences.
        assert not sound.loud_between(
            h.end_s + 0.05 + h.unsure_s, after.start_s - 0.02 - after.unsure_s
        )
