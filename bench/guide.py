"""How long it takes to make a session into a sound file, and what it needs of memory.

Run as ``./dev bench guide``. Beside it the plain use of pyttsx3, and the program espeak-ng,
for the same sentences: these only speak them, and lay nothing out. Linux only: /proc tells the
memory.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _measure import ROOT, children, median, pss_mb, say

ROUTINE = "full-session"
ENDINGS = ("wav", "mp3", "flac", "m4a")
RUNS = 3
REAL_TIME_GOAL = 50.0
"""Times as fast as it is heard, cold, in the slowest of the four kinds."""
MEMORY_GOAL_MB = 60.0
LONG_STEPS = 24
"""The whole of ``ROUTINE`` so many times over lasts longer than three hours."""

NAIVE = """
import contextlib, io, json, sys, pyttsx3
texts = json.load(open(sys.argv[1]))
engine = pyttsx3.init()
engine.setProperty("rate", 140)
with contextlib.redirect_stdout(io.StringIO()):
    for number, text in enumerate(texts):
        engine.save_to_file(text, f"{sys.argv[2]}/{number}.wav")
        engine.runAndWait()
"""


def environ(cache: Path) -> dict[str, str]:
    """The checkout's own program."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "app"), "TMPDIR": str(cache)}


def make(folder: Path, routine: str, ending: str, *more: str) -> tuple[float, float, float]:
    """Seconds one file took, seconds it lasts, and MB at the peak with the worker."""
    command = [sys.executable, "-m", "supple", "--profile", str(folder / "profile"), *more]
    command += [
        "guide",
        routine,
        "-o",
        str(folder / f"guide.{ending}"),
        "--yes",
        "--json",
        "--plain",
    ]
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ(folder)
    )
    peak = 0.0
    assert process.stdout is not None
    last = b""
    for line in process.stdout:
        last = line
        peak = max(peak, pss_mb(process.pid) + sum(map(pss_mb, children(process.pid))))
    process.wait()
    took = time.monotonic() - began
    said = json.loads(last or b"{}")
    if "saved" not in said:
        sys.exit(f"no {ending}: {said.get('failed', 'no word of why')}")
    return took, float(said["seconds"]), peak


def answered(folder: Path) -> None:
    """A profile whose safety questions were answered, so that nothing is left out."""
    config = folder / "profile" / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "settings.json").write_text('{"first_run_done": true, "safety_on": "2026-01-01"}')


def report_kinds() -> float:
    """Each kind of file with nothing in the cache, then a WAV with all in it; returned is how
    many seconds a WAV takes with nothing."""
    slowest, cold_wav = float("inf"), 0.0
    for ending in ENDINGS:
        took = []
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
                folder = Path(name)
                answered(folder)
                seconds, lasts, _ = make(folder, ROUTINE, ending)
                took.append(seconds)
        middle = median(took)
        cold_wav = cold_wav or middle
        slowest = min(slowest, lasts / middle)
        say(f"{ROUTINE} as {ending}, cold", f"{middle:.2f} s, {lasts / middle:.0f} x real time")
    met = slowest >= REAL_TIME_GOAL
    say("the slowest of these", f"{slowest:.0f} x real time", f">= {REAL_TIME_GOAL:.0f} x", met)
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
        folder = Path(name)
        answered(folder)
        make(folder, ROUTINE, "wav")
        say(f"{ROUTINE} as wav, cached", f"{make(folder, ROUTINE, 'wav')[0]:.2f} s")
    return cold_wav


def sentences() -> list[str]:
    """Every sentence of the file, each once, title and all."""
    sys.path.insert(0, str(ROOT / "app"))
    from supple.core.step import LineKind
    from supple.core.timeline import build_timeline
    from supple.store.assets import asset
    from supple.store.routine_files import load_library
    from supple.voice.guide_script import opening_line, texts_of

    catalogue = load_library(asset("routines.json"), Path("nowhere"), ()).catalogue
    timeline = build_timeline(catalogue.routines[ROUTINE], catalogue, times={})
    return [opening_line(timeline), *texts_of(timeline, frozenset(LineKind))]


def report_naive(ours: float) -> None:
    """The same sentences, only spoken, by pyttsx3 as its manual shows it and by espeak-ng."""
    texts = sentences()
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
        folder = Path(name)
        (folder / "texts.json").write_text(json.dumps(texts))
        command = [sys.executable, "-c", NAIVE, str(folder / "texts.json"), str(folder)]
        took = []
        for _ in range(RUNS):
            began = time.monotonic()
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            took.append(time.monotonic() - began)
        there = len(list(folder.glob("*.wav")))
        told = f"{median(took):.2f} s, {there} of {len(texts)} files"
        say("plain pyttsx3.save_to_file, spoken only", told)
        if program := shutil.which("espeak-ng"):
            began = time.monotonic()
            for number, text in enumerate(texts):
                file = folder / f"e{number}.wav"
                subprocess.run([program, "-s", "140", "-w", str(file), text], check=True)
            say("the program espeak-ng, spoken only", f"{time.monotonic() - began:.2f} s")
        ratio = f"{ours / median(took):.2f} x"
        say("ours as wav, levelled and laid out", ratio)


def report_long() -> None:
    """More than three hours."""
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as name:
        folder = Path(name)
        answered(folder)
        shipped = json.loads((ROOT / "routines.json").read_text(encoding="utf-8"))
        routine = next(r for r in shipped["routines"] if r["id"] == ROUTINE)
        steps = (routine["steps"] * LONG_STEPS)[:100]
        own = {"format": 1, "routines": [{**routine, "id": "long", "steps": steps}]}
        file = folder / "long.json"
        file.write_text(json.dumps(own))
        took, lasts, peak = make(folder, "long", "mp3", "--routines", str(file))
        say("a long one as mp3, cold", f"{lasts / 3600:.1f} h in {took:.1f} s")
        say(
            "its peak with the worker, PSS",
            f"{peak:.0f} MB",
            f"<= {MEMORY_GOAL_MB:.0f} MB",
            peak <= MEMORY_GOAL_MB,
        )


def main() -> None:
    report_naive(report_kinds())
    report_long()


if __name__ == "__main__":
    main()
