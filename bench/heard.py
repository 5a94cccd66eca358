"""How long the holds of a session are to the ear, against how long they were meant to be.

The real program guides through a short routine in real time, on a sound server of its own; a
recording tells when each hold is said to begin and to end. The floor is the same two sentences
played by the raw player at instants as far apart, through the same server into the same recording.
Linux with PulseAudio only.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import _measure as measure

sys.path.insert(0, str(measure.ROOT / "app"))
# The sound server, the recorder and the routine are those of the end-to-end tests.
sys.path.insert(0, str(measure.ROOT / "tests" / "e2e"))

GOAL_MS = 20.0
FLOOR_HOLDS = 4
PAUSE_S = 1.5


def main() -> int:
    missing = [tool for tool in ("pulseaudio", "parec") if shutil.which(tool) is None]
    if missing:
        sys.exit("bench/heard.py needs the packages pulseaudio and pulseaudio-utils.")
    rig, story = import_module("conftest"), import_module("test_session")
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
        folder = Path(name)
        speakers = rig.Speakers(folder)
        try:
            plan = guide(story, speakers, folder)
            cues = [story.spoken(folder / "profile", text) for text in (story.LEAN, story.SIT_UP)]
            meant = [step["duration_s"] for step in plan["steps"] if step["kind"] == "hold"]
            os.environ.update(PULSE_SERVER=speakers.env["PULSE_SERVER"], XDG_RUNTIME_DIR=name)
            floor_meant = play_raw(cues, meant)
            sound = speakers.sound()
        finally:
            speakers.close()
        ours = errors(heard(story, sound, plan, folder / "profile"), meant)
    # What was played last ends the recording.
    last = sound.onsets()[-2 * FLOOR_HOLDS :]
    raw = [sound.find(cues[n % 2], at, 0.1)[0] for n, at in enumerate(last)]
    floor = errors([b - a for a, b in zip(raw[::2], raw[1::2], strict=True)], floor_meant)
    return report(ours, floor)


def guide(story: Any, speakers: Any, folder: Path) -> dict[str, Any]:
    """Have the session done; its plan."""
    profile, routines = folder / "profile", folder / "three.json"
    routines.write_text(json.dumps(story.ROUTINE), encoding="utf-8")
    extra = ("--routines", str(routines))
    told = story.supple(speakers, profile, *extra, "routines", "timeline", "three", "--json")
    story.supple(speakers, profile, *extra, "--start", "three", "--quit-when-done")
    plan: dict[str, Any] = json.loads(told)
    return plan


def heard(story: Any, sound: Any, plan: dict[str, Any], profile: Path) -> list[float]:
    """Seconds from the word that begins each hold to the word that ends it."""
    lines = [line for step in plan["steps"] for line in step["lines"]]
    first = sound.onsets()[0]
    found = [
        (line["text"], story.hear(sound, story.spoken(profile, line["text"]), first + line["at_s"]))
        for line in lines
    ]
    begun = [there.start_s for text, there in found if text == story.LEAN]
    ended = [there.start_s for text, there in found if text == story.SIT_UP]
    return [end - start for start, end in zip(begun, ended, strict=True)]


def play_raw(cues: list[Any], lengths: list[float]) -> list[float]:
    """Play the two sentences so far apart, ``FLOOR_HOLDS`` times; how far apart they were asked."""
    from supple.voice.device import Device

    asked = []
    for number in range(FLOOR_HOLDS):
        time.sleep(PAUSE_S)
        length = lengths[number % len(lengths)]
        instants = []
        due = time.monotonic() + 0.05
        for cue in cues:
            time.sleep(max(0.0, due - time.monotonic()))
            instants.append(time.monotonic())
            device = Device(cue, 22_050, lambda: 1.0)
            time.sleep(min(length - 0.2, len(cue) / 22_050 + 0.3))
            device.close()
            due += length
        asked.append(instants[1] - instants[0])
    return asked


def errors(found: list[float], meant: list[float]) -> list[float]:
    """Milliseconds between the two."""
    return [abs(a - b) * 1000 for a, b in zip(found, meant, strict=True)]


def report(ours: list[float], floor: list[float]) -> int:
    told, lowest = (f"{measure.median(e):.0f} / {max(e):.0f} ms" for e in (ours, floor))
    met = measure.median(ours) <= GOAL_MS
    goal = f"median <= {GOAL_MS:.0f} ms"
    measure.say("raw player, off by (median / worst)", lowest)
    measure.say("holds heard, off by", told, goal, met)
    measure.row("hold length heard, off by", told, "the raw player", lowest, goal, met)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
