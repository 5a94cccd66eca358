"""One table of all that is promised, each figure beside its floor or its peers of the same run.

Every bench runs by itself, one after the other, and tells its lines of the table as it goes; one
that fails leaves a line that says so, and the others go on. ``--quick`` measures less often, for a
look: only a run on a quiet machine without it is worth writing down. ``--write README.md`` does
that, between the two marks it finds there.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIMIT_S = 900
TIDY_S = 20
"""Seconds in which a bench that is broken off may take its display down."""
TRACE = "Traceback (most recent call last)"
MARKS = "<!-- bench -->", "<!-- /bench -->"
COLUMNS = ("what", "Supple", "beside", "that one", "goal")


@dataclass(frozen=True)
class Bench:
    """One script, with what it is told in a full run and in a quick one."""

    name: str
    full: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()


BENCHES = (
    Bench("start", (), ("--rounds", "3")),
    Bench("memory", (), ("--rounds", "1")),
    Bench("tray", (), ("--seconds", "20", "--alone")),
    Bench("session", (), ("--seconds", "15")),
    Bench("timer", (), ("--seconds", "15")),
    Bench("voice"),
    Bench("heard"),
    Bench("figure", (), ("--frames", "8")),
    Bench("history", ("--sizes", "100000"), ("--sizes", "100000", "--rounds", "3")),
    Bench("pages", (), ("--rounds", "1")),
    Bench("sizes"),
)


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    beside: str
    theirs: str
    goal: str
    met: bool

    def cells(self) -> tuple[str, ...]:
        goal = self.goal if self.met or not self.goal else f"{self.goal}: missed"
        return (self.what, self.ours, self.beside, self.theirs, goal)


def rows_of(bench: Bench, quick: bool, python: str = sys.executable) -> list[Row]:
    """Run it; its lines, or the one that says why there is none."""
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as folder:
        told = Path(folder) / "rows"
        command = [python, str(ROOT / "bench" / f"{bench.name}.py")]
        command += bench.quick if quick else bench.full
        try:
            said = said_by(command, {**os.environ, "SUPPLE_BENCH_ROWS": str(told)})
        except subprocess.TimeoutExpired:
            return [failed(bench.name, f"took more than {LIMIT_S} s")]
        lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    rows = [Row(**json.loads(line)) for line in lines]
    # A goal that is missed ends a bench with 1 as well, so that its code tells nothing.
    if not rows or TRACE in said:
        rows.append(failed(bench.name, said.splitlines()[-1]))
    return rows


def said_by(command: Sequence[str], env: Mapping[str, str]) -> str:
    """Run it, and all it prints. Raises subprocess.TimeoutExpired when it takes too long."""
    with subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=LIMIT_S)
        except BaseException:
            end_family(process)
            raise
    return said.strip() or f"it ended with {process.returncode}"


def end_family(process: subprocess.Popen[str]) -> None:
    """Ask it to leave, and end whatever it has started: displays, the program on them."""
    if not hasattr(os, "killpg"):
        process.kill()
        return
    process.send_signal(signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(TIDY_S)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def failed(name: str, why: str) -> Row:
    """The line of a bench that has none."""
    return Row(name, "not measured", why, "", "", False)


def table(rows: Iterable[Row]) -> list[str]:
    """Lines that are read as they are, and by what shows Markdown."""
    lines = [COLUMNS, *(row.cells() for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(COLUMNS))]
    told = [_line(line, widths) for line in lines]
    told.insert(1, "|".join(["", *("-" * (width + 2) for width in widths), ""]))
    return told


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(c.ljust(w) for c, w in zip(cells, widths, strict=True))} |"


def machine() -> str:
    """Where and when it was measured, and what else the machine did."""
    name = processor()
    cores = os.cpu_count() or 1
    today = datetime.now().astimezone().date().isoformat()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    kind = os.environ.get("QT_QPA_PLATFORM", "the default platform")
    system = f"{platform.system()} on {name}, {cores} cores"
    return f"{today}, {system}, Python {platform.python_version()}, Qt on {kind}{load}"


def processor() -> str:
    """What the processor calls itself, where the system tells."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        text = ""
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return found[1].strip() if found else platform.processor() or platform.machine()


def write(path: Path, lines: Sequence[str]) -> None:
    """Put ``lines`` between the marks in ``path``. Raises SystemExit where they are missing."""
    before, first, after = path.read_text(encoding="utf-8").partition(MARKS[0])
    _, last, rest = after.partition(MARKS[1])
    if not (first and last):
        sys.exit(f"{path} has no {' ... '.join(MARKS)} for the table to stand between.")
    text = "\n".join([before + first, "", *lines, "", last + rest])
    path.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="measure less often, for a look")
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="put the table between its marks"
    )
    parser.add_argument("names", nargs="*", help="only these benches of the table")
    options = parser.parse_args()
    known = {bench.name: bench for bench in BENCHES}
    unknown = [name for name in options.names if name not in known]
    if unknown:
        parser.error(f"there is no {unknown[0]!r} in the table; there is: {', '.join(known)}")
    before = machine()
    rows: list[Row] = []
    for bench in [known[name] for name in options.names] or BENCHES:
        print(f"{bench.name} ...", file=sys.stderr, flush=True)
        rows += rows_of(bench, options.quick)
    print(f"{before}{' (quick: a look, not a measurement)' if options.quick else ''}\n")
    print(*table(rows), sep="\n")
    if options.write:
        write(options.write, [f"Measured {before}.", "", *table(rows)])
    return 1 if any(row.ours == "not measured" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
