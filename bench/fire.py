"""The trial by fire: what the tests try for seconds, for hours and by the thousand.

``hours``: eight hours of breaks and sessions on a fast clock, and what is left of them.
``mutants``: ten thousand damaged files of every kind. ``starts``: many starts at once, again and
again. ``real``: half an hour of the real program with real speech, and its memory. Without a
part all of them, the quick ones first. docs/trials.md says what else is tried, and where.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import _fire_real
import _measure as measure

E2E = measure.ROOT / "tests" / "e2e"
sys.path.insert(0, str(E2E))
MOST_GROWTH = 0.05
AT_ONCE = 6


def hours(options: argparse.Namespace) -> bool:
    """Eight of them take a minute or two."""
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as folder:
        done = subprocess.run(
            [sys.executable, str(E2E / "hours.py"), f"{folder}/profile", str(options.hours)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or len(lines) != options.hours + 1:
        print(f"NOT as promised: it left with {done.returncode}")
        return False
    *read, end = lines
    good = bool(end["kept"] == end["finished"] == read[-1]["sessions"])
    measure.say("sessions, kept whole", f"{read[-1]['sessions']}, {end['finished']}", "all", good)
    # In the first two hours everything is built that is built when it is needed.
    warm = read[min(1, len(read) - 1)]
    for what in ("mb", "files", "threads", "timers", "objects"):
        first, last = warm[what], read[-1][what]
        most = MOST_GROWTH if what == "mb" else 0.0
        met = last <= first * (1 + most)
        good = good and met
        measure.say(what, f"{first:.0f} -> {last:.0f}", f"<= {most:+.0%}", met)
    return good


def mutants(options: argparse.Namespace) -> bool:
    """Ten thousand take two or three minutes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    # Qt has something to say of each damaged image, and so has what reads them.
    qInstallMessageHandler(lambda *_: None)
    feeding = import_module("feeding")
    good = True
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as folder:
        home = feeding.Home(Path(folder) / "home")
        kinds = feeding.kinds_of(home)
        for kind in kinds:
            tally = feeding.feed(home, kind, -(-options.files // len(kinds)), options.seed)
            good = good and not tally.faults
            counts = f"{tally.files}, {tally.taken}"
            measure.say(f"{kind.name}, of use", counts, "no fault", not tally.faults)
            for fault in tally.faults:
                print("  " + fault)
    del app
    return good


def starts(options: argparse.Namespace) -> bool:
    """Of those begun in one instant one stays; the others tell it and leave."""
    trying = import_module("trying")
    env = trying.environ()
    faults = []
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as folder:
        place = trying.Place(Path(folder) / "place")
        place.folder.mkdir()
        place.fill()
        for number in range(options.rounds):
            programs = [trying.Program(place, env, "--mute") for _ in range(AT_ONCE)]
            ends = time.monotonic() + trying.PATIENCE_S
            while time.monotonic() < ends and sum(p.process.poll() is None for p in programs) > 1:
                time.sleep(0.02)
            codes = sorted(str(p.process.poll()) for p in programs)
            if codes != ["0"] * (AT_ONCE - 1) + ["None"]:
                faults.append(f"round {number}: exit codes {codes}")
            for program in programs:
                program.stop()
                if "Traceback" in program.errors():
                    faults.append(f"round {number}: {program.errors()[-400:]}")
    counts = f"{options.rounds} x {AT_ONCE}"
    measure.say("starts at once", counts, "one stays", not faults)
    for fault in faults:
        print("  " + fault)
    return not faults


def real(options: argparse.Namespace) -> bool:
    """In the time that is given."""
    return not _fire_real.run(options.minutes)


PARTS = {"hours": hours, "mutants": mutants, "starts": starts, "real": real}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", nargs="?", choices=PARTS, help="only this one")
    parser.add_argument("--hours", type=int, default=8, help="on the fast clock (default 8)")
    parser.add_argument("--files", type=int, default=10_000, help="damaged (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of the damage (default 1)")
    parser.add_argument("--rounds", type=int, default=50, help="of starts at once (default 50)")
    parser.add_argument("--minutes", type=float, default=30, help="for real (default 30)")
    options = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("bench/fire.py looks at processes as Linux shows them.")
    good = True
    for name in [options.part] if options.part else PARTS:
        print(f"-- {name}", flush=True)
        good = PARTS[name](options) and good
    print("as promised" if good else "NOT as promised")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
