"""The whole program, in real time, with real sound: one session from start to end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.e2e.conftest import Speakers

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
            "hold_cue": "Lean forward.",
            "release_cue": "Sit up.",
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
NEAR_S = 0.35
"""A sentence may begin this long after its instant on a machine busy with other tests."""


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
    onsets = sound.onsets()
    # The recording began before the program: its first sentence gives the common zero.
    zero = onsets[0] - lines[0]["at_s"]
    heard = [min(abs(onset - zero - line["at_s"]) for onset in onsets) for line in lines]
    assert max(heard[1:]) < NEAR_S, list(zip(heard, lines, strict=True))
    end = zero + plan["total_s"]
    assert not sound.loud_between(end + 0.5, end + 3)
