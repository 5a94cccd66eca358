"""What the window takes in memory: idle, and with sound ready after a session's first cue.

Each program runs alone on a display of its own, with a sound server of its own. Told are the
proportional size (PSS) as the system has it, in which pages that other programs hold as well count
by their share, and the size as if no other program of Python's or Qt's ran: there every page of
this Python and its packages counts once, whoever else holds it. Only the second is judged. Linux
only: /proc/PID/smaps tells both.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from _display import Display
from _measure import BARE, ROOT, children, median, pss_mb, row, say
from _practice import practise

from voice import sound_server

GOAL_MB = 65
IDLE_S = 12.0
"""Seconds from the start until nothing more is loaded beforehand."""
HEARD_S = 14.0
"""Seconds from the start of a session in which its first sentences are said."""
BEAT_S = 0.5
ROUTINE = "desk-break"


@dataclass
class Size:
    """MB (2**20) of a program and what it started."""

    alone: float = 0.0
    """As if no other program of Python's or Qt's ran."""
    pss: float = 0.0
    workers: float = 0.0
    """Of ``alone``, what the child processes take by themselves."""
    parts: dict[str, float] = field(default_factory=dict)
    """``alone`` by what it is."""


@dataclass
class _Mapping:
    """Kilobytes of one mapping of one process."""

    path: str
    pss: int = 0
    private: int = 0
    shared: int = 0


def size_of(pid: int) -> Size:
    """What ``pid`` and its children take now; raises ``ProcessLookupError`` when it is gone."""
    family = [pid, *children(pid)]
    each = [list(_mappings(one)) for one in family]
    if not each[0]:
        raise ProcessLookupError(pid)
    parts = _parts(each)
    alone = sum(parts.values())
    rest = alone - sum(_parts(each[:1]).values())
    return Size(alone, sum(map(pss_mb, family)), rest, parts)


def _parts(each: Sequence[Sequence[_Mapping]]) -> dict[str, float]:
    """MB of a family of processes by part; a page of ours that two of them hold counts once."""
    parts: dict[str, float] = defaultdict(float)
    shared: dict[str, int] = {}
    for number, mappings in enumerate(each):
        own: Counter[str] = Counter()
        for one in mappings:
            if _is_ours(one.path):
                parts[_part(one.path, number)] += one.private / 1024
                own[one.path] += one.shared
            else:
                parts[_part(one.path, number)] += one.pss / 1024
        for path, kilobytes in own.items():
            shared[path] = max(shared.get(path, 0), kilobytes)
    for path, kilobytes in shared.items():
        parts[_part(path, 0)] += kilobytes / 1024
    return parts


def _is_ours(path: str) -> bool:
    return path.startswith((sys.base_prefix, sys.prefix, str(ROOT)))


def _part(path: str, number: int) -> str:
    name = Path(path).name
    who = "worker: " if number else ""
    if not path or path.startswith(("[heap", "[anon")):
        return f"{who}objects of Python and Qt"
    if path.startswith("["):
        return f"{who}stacks"
    known = {"libQt6": "Qt", "libpyside": "PySide6", "libshiboken": "PySide6", "libicu": "Qt's ICU"}
    for begins, told in known.items():
        if name.startswith(begins):
            return told
    if "PySide6" in path or "shiboken" in path:
        return "PySide6" if name.endswith(".abi3.so") else "Qt"
    if name.startswith(("python", "libpython")) or "lib-dynload" in path:
        return "Python"
    return f"{who}libraries of the system"


def _mappings(pid: int) -> Iterator[_Mapping]:
    try:
        text = Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    one: _Mapping | None = None
    for line in text.splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            if one is not None:
                yield one
            one = _Mapping(" ".join(words[5:]))
        elif one is not None:
            match words[0]:
                case "Pss:":
                    one.pss = int(words[1])
                case "Private_Clean:" | "Private_Dirty:":
                    one.private += int(words[1])
                case "Shared_Clean:" | "Shared_Dirty:":
                    one.shared += int(words[1])
    if one is not None:
        yield one


def largest(display: Display, argv: Sequence[str], seconds: float, late: bool) -> Size:
    """Run ``argv`` for so long; its size at the end or, with not ``late``, at its largest."""
    process = display.run(argv)
    began, found = time.monotonic(), Size()
    while (passed := time.monotonic() - began) < seconds:
        time.sleep(BEAT_S)
        if late and passed < seconds - 2 * BEAT_S:
            continue
        now = size_of(process.pid)
        if late or now.alone > found.alone:
            found = now
    process.terminate()
    process.wait()
    return found


@contextmanager
def stage() -> Iterator[Display]:
    """A display and a sound server that only the measured program uses."""
    with Display() as display:
        if shutil.which("pulseaudio") is None:
            yield display
            return
        folder = display.folder / "sound"
        folder.mkdir()
        server = sound_server(folder)
        display.env["PULSE_SERVER"] = f"unix:{folder}/native"
        try:
            yield display
        finally:
            server.terminate()
            server.wait()


def median_of(sizes: Sequence[Size], what: Callable[[Size], float]) -> float:
    return median([what(size) for size in sizes])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each (default 3)")
    parser.add_argument("--parts", action="store_true", help="tell what it is made of")
    options = parser.parse_args()
    if not Path("/proc/self/smaps").exists():
        sys.exit("bench/memory.py needs /proc, as Linux has it.")
    bare: list[Size] = []
    idle: list[Size] = []
    ready: list[Size] = []
    with stage() as display, tempfile.TemporaryDirectory(prefix="supple-bench-") as profile:
        practise(Path(profile))
        ours = (sys.executable, "-m", "supple", "--profile", profile)
        for _ in range(max(1, options.rounds)):
            # The bare window leaves by itself half a second after its picture.
            bare.append(_bare(display))
            idle.append(largest(display, ours, IDLE_S, late=True))
            ready.append(largest(display, (*ours, "--start", ROUTINE), HEARD_S, late=True))
        print(f"{display.what}, medians of {len(idle)}")
    report(bare, idle, ready)
    if options.parts:
        for what, sizes in (("bare window", bare), ("idle", idle), ("sound ready", ready)):
            print(f"{what}:")
            for part, mb in sorted(sizes[-1].parts.items(), key=lambda told: -told[1]):
                print(f"  {part:<34} {mb:6.1f} MB")
    return 0


def _bare(display: Display) -> Size:
    process = display.run(BARE)
    found = Size()
    while process.poll() is None:
        try:
            now = size_of(process.pid)
        except ProcessLookupError:
            break
        found = max(found, now, key=lambda size: size.alone)
        time.sleep(0.05)
    return found


def report(bare: Sequence[Size], idle: Sequence[Size], ready: Sequence[Size]) -> None:
    told = median_of(bare, lambda s: s.alone)
    for what, sizes in (("bare window", bare), ("idle window", idle), ("sound ready", ready)):
        alone = median_of(sizes, lambda s: s.alone)
        judged = (f"<= {GOAL_MB} MB", alone <= GOAL_MB) if sizes is not bare else ("", True)
        say(f"{what}, alone", f"{alone:.1f} MB", *judged)
        say(f"{what}, PSS beside what runs", f"{median_of(sizes, lambda s: s.pss):.1f} MB")
        if sizes is not bare:
            row(
                f"memory, {what}, alone",
                f"{alone:.0f} MB",
                "a bare Qt window",
                f"{told:.0f} MB",
                *judged,
            )
    say("of it the voice's process", f"{median_of(ready, lambda s: s.workers):.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
