"""What a running session costs: its share of one core, and the memory at its peak.

A real session in a window of its own, from its first stretch on, with the voice as this
computer has it. Linux only: /proc tells the time and the memory.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from _measure import children, other_qt_processes, pss_mb, row, say
from _practice import practise

SHARE_GOAL = 10.0
SETTLE_S = 6.0
"""The start, and the sentences that are synthesised ahead, are not the session."""
SAMPLE_S = 2.0


@dataclass
class Cost:
    """Percent of one core, and MB (2**20), of the window and of its child processes."""

    window_share: float
    worker_share: float
    peak_mb: float
    worker_mb: float


def measure(pid: int, seconds: float) -> Cost:
    """Watch a running program. Raises ``ProcessLookupError`` when it ends meanwhile."""
    began = time.monotonic()
    before = _cpu_s(pid), sum(_cpu_s(child) for child in children(pid))
    peak = worker = 0.0
    while time.monotonic() - began < seconds:
        time.sleep(SAMPLE_S)
        parts = sum(pss_mb(child) for child in children(pid))
        total = pss_mb(pid) + parts
        if total > peak:
            peak, worker = total, parts
    after = _cpu_s(pid), sum(_cpu_s(child) for child in children(pid))
    took = time.monotonic() - began
    shares = [max(0.0, b - a) / took * 100 for a, b in zip(before, after, strict=True)]
    return Cost(shares[0], shares[1], peak, worker)


def _cpu_s(pid: int) -> float:
    """Processor seconds of one process so far."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise ProcessLookupError(pid) from error
    # The second field, the name, may hold spaces: what follows its bracket is plain.
    fields = text.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=40, help="how long to watch (default 40)")
    parser.add_argument("--routine", default="desk-break", help="id (default desk-break)")
    options = parser.parse_args()
    if not Path("/proc/self/stat").exists():
        sys.exit("bench/session.py needs /proc, as Linux has it.")
    others = other_qt_processes()
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as profile:
        practise(Path(profile))
        argv = [sys.executable, "-m", "supple", "--profile", profile, "--start", options.routine]
        program = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(SETTLE_S)
            cost = measure(program.pid, options.seconds)
        except ProcessLookupError:
            print(f"the session ended within {options.seconds:.0f} s")
            return 1
        finally:
            program.terminate()
            program.wait()
    report(cost, options.routine, options.seconds)
    if others:
        print(f"{others} other processes share Qt's pages: the memory reads too low")
    return 0


def report(cost: Cost, routine: str, seconds: float) -> None:
    print(f"platform {os.environ.get('QT_QPA_PLATFORM', 'default')}, {seconds:.0f} s of {routine}")
    share = cost.window_share + cost.worker_share
    say("share of one core", f"{share:.1f} %", f"<= {SHARE_GOAL:.0f} %", share <= SHARE_GOAL)
    say("of it in child processes", f"{cost.worker_share:.1f} %")
    goal = f"<= {SHARE_GOAL:.0f} %"
    row("a session's share of one core", f"{share:.1f} %", "", "", goal, share <= SHARE_GOAL)
    say("peak memory (PSS)", f"{cost.peak_mb:.1f} MB")
    say("of it in child processes", f"{cost.worker_mb:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
