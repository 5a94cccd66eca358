"""Kills the real program at random instants and looks at what the next start finds.

The program, its window offscreen, runs a session whose clock is twelve times as quick;
``tests/e2e/killing.py`` says what is judged. Any fault makes the exit code 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import _measure as measure

sys.path.insert(0, str(measure.ROOT / "tests" / "e2e"))
MOST_FAULTS = 20
"""How many are printed."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000, help="how often (default 1000)")
    parser.add_argument("--seed", default=str(time.time_ns()), help="of the instants")
    options = parser.parse_args()
    if sys.platform != "linux":
        sys.exit("bench/crash.py forks a program that uses Qt, which only Linux takes well.")
    killing = import_module("killing")
    print(f"seed {options.seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as folder:
        tally = killing.kill(Path(folder), max(1, options.kills), options.seed)
    took = time.monotonic() - began
    measure.say("kills", f"{tally.kills}, {took:.0f} s")
    measure.say("of them within a session", str(tally.begun))
    measure.say("steps said to be finished", str(tally.steps))
    measure.say("steps kept before they were said", str(tally.unsaid))
    for fault in tally.faults[:MOST_FAULTS]:
        print("  " + fault)
    faults = len(tally.faults)
    measure.say("lost, made up or damaged", str(faults), "0", not faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
