"""Shared by the benches: run a program to its first paint, read its memory, say how it compares."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = (sys.executable, str(ROOT / "bench" / "_bare.py"))


@dataclass
class Run:
    """One start of a program."""

    first_paint_ms: float = 0.0
    """From before the process was made to its first paint; 0 if it never painted."""
    cpu_ms: float = 0.0
    """Processor time up to then, as the program itself counts it."""
    peak_pss_mb: float = 0.0
    """Highest sum over the process and its children; 0 where /proc does not tell."""
    worker_pss_mb: float = 0.0
    """The children's part of that sum."""
    errors: list[str] = field(default_factory=list)


def start(
    argv: Sequence[str], environ: Mapping[str, str] | None = None, limit_s: float = 20
) -> Run:
    """Run until the program leaves by itself, which it does soon after its first paint."""
    run = Run()
    began = time.monotonic_ns()
    process = subprocess.Popen(
        argv,
        env={**os.environ, "SUPPLE_BENCH": "first-paint", **(environ or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    reader = threading.Thread(target=_read, args=(process, run, began), daemon=True)
    reader.start()
    try:
        ends = time.monotonic() + limit_s
        while process.poll() is None and time.monotonic() < ends:
            # Reading smaps_rollup costs the reader 2 ms: not before the paint.
            if run.first_paint_ms:
                _sample(process.pid, run)
            time.sleep(0.05)
        if process.poll() is None:
            run.errors.append(f"did not leave within {limit_s:.0f} s")
    finally:
        # Who breaks the bench off is not left with the program.
        process.kill()
        process.wait()
    reader.join(1)
    return run


def _read(process: subprocess.Popen[str], run: Run, began: int) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        word, _, value = line.strip().partition(" ")
        if word == "first-paint" and value.isdigit():
            run.first_paint_ms = (int(value) - began) / 1e6
        elif word == "cpu":
            run.cpu_ms = float(value)
        elif line.strip():
            run.errors.append(line.strip())


def _sample(pid: int, run: Run) -> None:
    workers = sum(pss_mb(child) for child in children(pid))
    total = pss_mb(pid) + workers
    if total > run.peak_pss_mb:
        run.peak_pss_mb, run.worker_pss_mb = total, workers


def pss_mb(pid: int) -> float:
    """Proportional set size of one process in MB (2**20); 0 if it is gone or /proc is not there."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    kilobytes = [line.split()[1] for line in text.splitlines() if line.startswith("Pss:")]
    return int(kilobytes[0]) / 1024 if kilobytes else 0.0


def children(pid: int) -> list[int]:
    """Every process below this one."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            below = [int(word) for word in path.read_text(encoding="ascii").split()]
        except OSError:
            continue
        for child in below:
            found += [child, *children(child)]
    return found


def other_qt_processes() -> int:
    """How many running processes hold Qt's core library, before any of ours is started."""
    found = 0
    for path in Path("/proc").glob("[0-9]*/maps"):
        try:
            found += "libQt6Core" in path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
    return found


def median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0


def say(what: str, value: str, goal: str = "", met: bool = True) -> None:
    """One line of a report. A goal that is not met is said, never an error: speed varies."""
    verdict = f"goal {goal}: {'met' if met else 'NOT met'}" if goal else ""
    print(f"{what:<34} {value:>12}   {verdict}".rstrip(), flush=True)


def row(what: str, ours: str, beside: str, theirs: str, goal: str = "", met: bool = True) -> None:
    """One line of the table of ``bench/all.py``: ``ours`` and, in the same run, ``theirs``.

    ``beside`` names the floor or the peer. Without that table it does nothing.
    """
    path = os.environ.get("SUPPLE_BENCH_ROWS")
    if path:
        told = {"what": what, "ours": ours, "beside": beside, "theirs": theirs}
        with Path(path).open("a", encoding="utf-8") as file:
            print(json.dumps({**told, "goal": goal, "met": met}), file=file)
