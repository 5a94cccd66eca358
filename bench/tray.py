"""What Supple costs while it waits in the tray: wake-ups, processor time, memory.

Beside it, on the same display in the same time: a PySide6 program with an icon and nothing
else, and the break programs that are installed. Somebody moves the pointer now and then, or
with --nobody has left the desk. Each is weighed alone before, as programs that share a library
share its memory. Linux only.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from _display import Display, end
from _measure import ROOT, children, row, say
from _watched import Reading, alone_mb

from supple.core.settings import BREAK_REST_MIN
from supple.store.history import local_now

if TYPE_CHECKING:
    from collections.abc import Iterator

WAKEUPS_GOAL, SHARE_GOAL, MEMORY_GOAL_MB = 0.2, 0.02, 55
QUIET_PER_S = 2.0
"""Wake-ups a second below which a start is over; some peers never come below it."""
SETTLE_S = (6.0, 20.0)
"""A program gets so long at least and at most to settle."""
BEAT_S = 3.0
POINTER_S = 15.0
"""Seconds between two movements of the pointer."""
OURS, BARE = "Supple", "bare Qt tray"
PEERS = {"Safe Eyes": "safeeyes", "RSIBreak": "rsibreak", "Workrave": "workrave"}


@dataclass
class Cost:
    """Of one program; MB are 2**20."""

    name: str
    pss_mb: float = 0.0
    wakeups: float = 0.0
    """A second, of all threads and child processes."""
    share: float = 0.0
    """Percent of one core."""
    who: str = ""
    """The threads that woke up."""
    error: str = ""


def profile_at(folder: Path, **more: object) -> Path:
    """A profile of somebody new who has answered every question."""
    (folder / "config").mkdir(parents=True)
    answers = {
        "first_run_done": True,
        "safety_on": local_now().date().isoformat(),
        "close_to_tray": "tray",
        "break_days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "break_ranges": ["00:00-24:00"],
        **more,
    }
    (folder / "config" / "settings.json").write_text(json.dumps(answers), encoding="utf-8")
    return folder


def programs(folder: Path, nobody: bool) -> dict[str, Sequence[str]]:
    """Ours, the yardstick and the peers that are installed."""
    # Who leaves the desk counts as away as soon as can be chosen.
    more = {"break_rest_min": BREAK_REST_MIN[0]} if nobody else {}
    profile = str(profile_at(folder / "profile", **more))
    found: dict[str, Sequence[str]] = {
        OURS: (sys.executable, "-m", "supple", "--profile", profile, "--tray"),
        BARE: (sys.executable, str(ROOT / "bench" / "_bare_tray.py")),
    }
    found |= {name: (command,) for name, command in PEERS.items() if shutil.which(command)}
    return found


class Stage:
    """Where the programs run: a display of its own, or none at all."""

    def __init__(self, display: Display, nobody: bool) -> None:
        self._display = display
        self._person = not nobody and not display.missing and shutil.which("xdotool")

    @contextmanager
    def program(self, argv: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
        """Run it until it has settled, and end it afterwards."""
        # Peers that keep their settings in a database of the desktop start with the defaults.
        process = self._display.run(argv, GSETTINGS_BACKEND="memory")
        try:
            settle(process)
            yield process
        finally:
            end(process)

    def live(self, seconds: float) -> None:
        """Let time pass with somebody at the desk."""
        ends = time.monotonic() + seconds
        step = 0
        while (left := ends - time.monotonic()) > 0:
            time.sleep(min(POINTER_S, left))
            step += 1
            if self._person:
                self._display.ask("xdotool", "mousemove", str(300 + step % 7 * 20), "400")


def settle(process: subprocess.Popen[str]) -> None:
    """Wait until it hardly wakes up any more."""
    began = time.monotonic()
    before = Reading.of(process.pid)
    while (passed := time.monotonic() - began) < SETTLE_S[1]:
        time.sleep(BEAT_S)
        if process.poll() is not None:
            raise ProcessLookupError(process.pid)
        now = Reading.of(process.pid)
        woken, _ = now.since(before)
        before = now
        if passed >= SETTLE_S[0] and woken / BEAT_S < QUIET_PER_S:
            return


def weigh(stage: Stage, costs: dict[str, Cost], argvs: dict[str, Sequence[str]]) -> None:
    """Each alone."""
    for name, argv in argvs.items():
        try:
            with stage.program(argv) as process:
                family = (process.pid, *children(process.pid))
                costs[name].pss_mb = sum(alone_mb(pid) for pid in family)
        except ProcessLookupError:
            costs[name].error = "it left by itself"


def watch(
    stage: Stage, costs: dict[str, Cost], argvs: dict[str, Sequence[str]], seconds: float
) -> None:
    """All together: what else the machine does is the same for each."""
    with ExitStack() as stack:
        running: dict[str, int] = {}
        for name, argv in argvs.items():
            if not costs[name].error:
                try:
                    running[name] = stack.enter_context(stage.program(argv)).pid
                except ProcessLookupError:
                    costs[name].error = "it left by itself"
        began = time.monotonic()
        before = {name: Reading.of(pid) for name, pid in running.items()}
        stage.live(seconds)
        took = time.monotonic() - began
        for name, pid in running.items():
            _take(costs[name], pid, before[name], took)


def _take(cost: Cost, pid: int, before: Reading, took: float) -> None:
    try:
        after = Reading.of(pid)
    except ProcessLookupError:
        cost.error = "it left by itself"
        return
    woken, cpu_s = after.since(before)
    cost.wakeups, cost.share = woken / took, cpu_s / took * 100
    cost.who = after.busiest(before)


def report(cost: Cost) -> bool:
    """Print it; whether ours kept to what was promised."""
    print(f"{cost.name}: {cost.error or cost.who or 'no thread woke up'}")
    if cost.error:
        return cost.name != OURS
    ours = cost.name == OURS
    lines = (
        ("wake-ups a second", cost.wakeups, "{:.3f}", "<= {}", WAKEUPS_GOAL),
        ("share of one core", cost.share, "{:.4f} %", "<= {} %", SHARE_GOAL),
        ("memory (PSS), alone", cost.pss_mb, "{:.1f} MB", "<= {} MB", MEMORY_GOAL_MB),
    )
    for what, value, form, goal, most in lines:
        say(f"  {what}", form.format(value), goal.format(most) if ours else "", value <= most)
    return True


def tabulate(costs: dict[str, Cost]) -> None:
    """Ours beside all others, for the table of all benches."""
    ours, others = costs[OURS], [c for n, c in costs.items() if n != OURS and not c.error]
    if ours.error:
        return
    lines = (
        ("tray: wake-ups a second", "wakeups", "{:.2f}", "<= {}", WAKEUPS_GOAL),
        ("tray: share of one core", "share", "{:.3f} %", "<= {} %", SHARE_GOAL),
        ("tray: memory (PSS), alone", "pss_mb", "{:.0f} MB", "<= {} MB", MEMORY_GOAL_MB),
    )
    for what, name, form, goal, most in lines:
        value = getattr(ours, name)
        theirs = ", ".join(form.format(getattr(other, name)) for other in others)
        names = ", ".join(other.name for other in others)
        row(what, form.format(value), names, theirs, goal.format(most), value <= most)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120, help="to watch (default 120)")
    parser.add_argument("--alone", action="store_true", help="only Supple and the bare Qt tray")
    parser.add_argument("--nobody", action="store_true", help="nobody is at the desk")
    options = parser.parse_args()
    if not Path("/proc/self/smaps_rollup").exists():
        sys.exit("bench/tray.py needs /proc, as Linux has it.")
    with Display() as display:
        argvs = programs(display.folder, options.nobody)
        if options.alone:
            argvs = {name: argv for name, argv in argvs.items() if name not in PEERS}
        costs = {name: Cost(name) for name in argvs}
        stage = Stage(display, options.nobody)
        weigh(stage, costs, argvs)
        watch(stage, costs, argvs, options.seconds)
        who = "nobody there" if options.nobody else f"the pointer moves each {POINTER_S:.0f} s"
        print(f"{display.what}, {options.seconds:.0f} s, {who}")
    good = [report(cost) for cost in costs.values()]
    tabulate(costs)
    absent = [name for name in PEERS if name not in argvs]
    if absent and not options.alone:
        print(f"not installed: {', '.join(absent)}")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
