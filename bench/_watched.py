"""Shared by the benches: how often a program wakes up, and what it uses, as /proc has it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from _measure import children

_VOLUNTARY = re.compile(r"^voluntary_ctxt_switches:\s*(\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """A process and every process below it, since they began."""

    wakeups: dict[str, int]
    """Voluntary context switches of each thread, by the path of its task: a thread that slept
    and was woken counts one."""
    cpu_s: float
    """Processor seconds, also of children that are gone."""

    @staticmethod
    def of(pid: int) -> Reading:
        """Read it now. Raises ``ProcessLookupError`` when it is gone."""
        if not Path(f"/proc/{pid}/stat").exists():
            raise ProcessLookupError(pid)
        family = (pid, *children(pid))
        tasks = [task for one in family for task in Path(f"/proc/{one}/task").glob("[0-9]*")]
        wakeups = {str(task): count for task in tasks if (count := _switches(task)) is not None}
        return Reading(wakeups, sum(_ran_s(task) for task in tasks) + _gone_s(family))

    def since(self, before: Reading) -> tuple[int, float]:
        """Wake-ups and processor seconds from ``before`` to this."""
        woken = sum(n - before.wakeups.get(task, 0) for task, n in self.wakeups.items())
        return woken, max(0.0, self.cpu_s - before.cpu_s)

    def busiest(self, before: Reading) -> str:
        """The threads that woke up since ``before``, by name."""
        woken = [
            (n - before.wakeups.get(task, 0), _name(Path(task))) for task, n in self.wakeups.items()
        ]
        return ", ".join(f"{name} {n}" for n, name in sorted(woken, reverse=True) if n)


def alone_mb(pid: int) -> float:
    """Memory of a process in MB (2**20) as if no other program of Python's or Qt's ran.

    The proportional size, but for the libraries of this Python and of its packages: what is
    shared there with other windows of ours, or with tests that run, is counted in full.
    """
    ours = (sys.base_prefix, sys.prefix, str(Path(__file__).parents[1]))
    kilobytes, in_full = 0, False
    for line in _read(Path(f"/proc/{pid}/smaps")).splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            in_full = len(words) > 5 and words[5].startswith(ours)
        elif words[0] == ("Rss:" if in_full else "Pss:"):
            kilobytes += int(words[1])
    return kilobytes / 1024


def _switches(task: Path) -> int | None:
    found = _VOLUNTARY.search(_read(task / "status"))
    return int(found[1]) if found else None


def _name(task: Path) -> str:
    return _read(task / "comm").strip() or "a thread that is gone"


def _ran_s(task: Path) -> float:
    """Seconds on a processor, to the nanosecond where the system counts them."""
    words = _read(task / "schedstat").split()
    if words:
        return int(words[0]) / 1e9
    fields = _read(task / "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def _gone_s(family: Iterable[int]) -> float:
    """Seconds of children that ended, as Safe Eyes' helpers do each few seconds."""
    every = [_read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split() for pid in family]
    ticks = sum(int(fields[13]) + int(fields[14]) for fields in every if fields)
    return ticks / os.sysconf("SC_CLK_TCK")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
