"""How long a page takes to open, with an empty history and with ten years of it.

From the click until the last picture of it: what is read behind the first picture counts. Each
page is opened for the first time, when it is built, and again. The floor is a page with nothing
on it, turned to in the same window in the same run.
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
from typing import NoReturn

from _measure import median, row

GOAL_MS = 100.0
YEARS = 10
QUIET_MS = 60
"""Milliseconds without a picture after which a page is complete."""
LONGEST_MS = 5000
ROUNDS = 5


def main() -> int:
    """Print the table. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.inside is not None:
        inside(said.inside)
    with tempfile.TemporaryDirectory() as folder:
        empty, long = Path(folder) / "empty", Path(folder) / "long"
        _prepare(empty, 0)
        _prepare(long, YEARS * 365)
        runs = {"empty": [], "ten years": []}  # type: dict[str, list[dict[str, list[float]]]]
        for _ in range(said.rounds):
            runs["empty"].append(_child(empty))
            runs["ten years"].append(_child(long))
    return _report(runs)


def _prepare(profile: Path, sessions: int) -> None:
    from _practice import practise
    from history import fill

    practise(profile, 0)
    if sessions:
        fill(profile / "data" / "history.db", sessions)


def _child(profile: Path) -> dict[str, list[float]]:
    done = subprocess.run(
        [sys.executable, __file__, "--inside", str(profile)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return told


def inside(profile: Path) -> NoReturn:
    """Print milliseconds of the first and the second opening, by page, and end the process."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

    from supple.shell.app import Program, application
    from supple.shell.deps import Deps
    from supple.shell.options import parse
    from supple.shell.prewarm import MODULES
    from supple.ui.page import Page
    from supple.ui.pages import Place

    app = application()
    deps = Deps.of(parse(["--profile", str(profile), "--mute"]))
    program = Program(deps, app)
    program.open()
    program.complete()
    program.look.set_reduced_motion(True)
    window = program.window
    # As for somebody who looks at the first page for some seconds.
    for module in MODULES:
        import_module(module)

    class Painted(QObject):
        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
                self.at = time.perf_counter()
            return False

    painted = Painted()
    app.installEventFilter(painted)

    def settle() -> None:
        began = time.perf_counter()
        while True:
            app.processEvents()
            now = time.perf_counter()
            quiet_ms = (now - max(painted.at, began)) * 1000
            if quiet_ms > QUIET_MS or (now - began) * 1000 > LONGEST_MS:
                return
            time.sleep(0.0005)

    def opening(turn: object) -> float:
        settle()
        began = time.perf_counter()
        painted.at = began
        turn()  # type: ignore[operator]
        settle()
        return (painted.at - began) * 1000

    bare = Page(program.look, "Nothing")
    pages = window.pages
    told: dict[str, list[float]] = {"(nothing)": []}
    for _ in range(2):
        told["(nothing)"].append(opening(lambda: pages._turn_to(bare)))
        for place in (p for p in Place if p is not Place.TODAY):
            times = told.setdefault(place.value, [])
            times.append(opening(lambda place=place: pages.turn(place)))
        told.setdefault("today", []).append(opening(lambda: pages.turn(Place.TODAY)))
        told.setdefault("sources", []).append(opening(pages.show_sources))
        pages.turn(Place.TODAY)
    print(json.dumps(told), flush=True)
    # Nothing of a measured program is to be saved.
    os._exit(0)


def _report(runs: dict[str, list[dict[str, list[float]]]]) -> int:
    names = list(runs["empty"][0])
    header = f"{'':14}" + "".join(f"{kind:>24}" for kind in runs)
    print(header)
    print(f"{'page':14}" + f"{'first':>14}{'again':>10}" * len(runs))
    slow = []
    worst = ("", 0.0)
    for name in names:
        cells = []
        for kind, found in runs.items():
            first, again = (median([run[name][n] for run in found]) for n in (0, 1))
            cells.append(f"{first:11.0f} ms{again:7.0f} ms")
            if max(first, again) > GOAL_MS:
                slow.append(f"{name} ({kind})")
            worst = max(worst, (name, max(first, again)), key=lambda known: known[1])
        print(f"{name:14}" + "".join(cells))
    floor = median([run[names[0]][0] for run in runs["ten years"]])
    told, lowest = f"{worst[1]:.0f} ms", f"{floor:.0f} ms"
    what = f"slowest page to open ({worst[0]})"
    row(what, told, "a page of nothing", lowest, f"<= {GOAL_MS:.0f} ms", worst[1] <= GOAL_MS)
    print(f"goal: every page within {GOAL_MS:.0f} ms; over it: {', '.join(slow) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
