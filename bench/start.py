"""Start to first paint against a bare PySide6 window in the same run.

The two take turns, so that whatever else the machine does slows both. Only
the ratio means anything on another machine.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from _measure import BARE, Run, median, other_qt_processes, row, say, start
from _practice import practise

RATIO_GOAL = 1.5
WARM_UP = 2
"""Rounds that fill caches: the first window has another size than those that remember it."""


def measure(rounds: int) -> tuple[list[Run], list[Run]]:
    """Runs of the bare window and of the program, which has a history and was open before."""
    bare: list[Run] = []
    ours: list[Run] = []
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as profile:
        practise(Path(profile))
        program = (sys.executable, "-m", "supple", "--profile", profile)
        for number in range(WARM_UP + rounds):
            pair = start(BARE), start(program)
            if number >= WARM_UP:
                bare.append(pair[0])
                ours.append(pair[1])
    return bare, ours


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="measured starts of each (default 9)")
    rounds = max(1, parser.parse_args().rounds)
    others = other_qt_processes()
    bare, ours = measure(rounds)
    unpainted = [run for run in (*bare, *ours) if not run.first_paint_ms]
    if unpainted:
        print(
            f"{len(unpainted)} of {2 * rounds} starts never painted:",
            *unpainted[0].errors,
            sep="\n  ",
        )
        return 1
    yardstick = median([run.first_paint_ms for run in bare])
    paint = median([run.first_paint_ms for run in ours])
    memory = median([run.peak_pss_mb for run in ours])
    print(f"platform {os.environ.get('QT_QPA_PLATFORM', 'default')}, medians of {rounds}")
    say("bare window, start to first paint", f"{yardstick:.0f} ms")
    say("Supple, start to first paint", f"{paint:.0f} ms")
    ratio = paint / yardstick
    say("ratio", f"{ratio:.2f} x", f"<= {RATIO_GOAL} x", ratio <= RATIO_GOAL)
    best = [min(run.first_paint_ms for run in runs) for runs in (ours, bare)]
    say("quickest of each", f"{best[0]:.0f} / {best[1]:.0f} ms")
    cpu = [median([run.cpu_ms for run in runs]) for runs in (ours, bare)]
    say("processor time of each", f"{cpu[0]:.0f} / {cpu[1]:.0f} ms")
    bare_mb = median([r.peak_pss_mb for r in bare])
    say("bare window, peak memory (PSS)", f"{bare_mb:.1f} MB")
    say("Supple, peak memory (PSS)", f"{memory:.1f} MB")
    say("of it in child processes", f"{median([r.worker_pss_mb for r in ours]):.1f} MB")
    told = f"{ratio:.1f} x, goal <= {RATIO_GOAL} x"
    window = "a bare Qt window"
    row(
        "start to first paint",
        f"{paint:.0f} ms",
        window,
        f"{yardstick:.0f} ms",
        told,
        ratio <= RATIO_GOAL,
    )
    if others:
        print(f"{others} other processes share Qt's pages: the memory reads too low")
    print("The memory that is judged is that of bench/memory.py, whoever else runs.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
