"""How late what happens in a session is told, beside a bare Qt timer in the same run.

The player is the real one, on the computer's own clock. The floor is one precise ``QTimer``, armed
for one instant after the other with nothing to do. Beside both counts a timer that ticks once a
second, as countdowns usually do, so that each late tick makes all later ones late.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "app"))

from _measure import median, row, say  # noqa: E402
from PySide6.QtCore import QCoreApplication, Qt, QTimer  # noqa: E402

from supple.core.command import Command  # noqa: E402
from supple.core.timeline import build_timeline  # noqa: E402
from supple.play.clock import SystemClock  # noqa: E402
from supple.play.player import Player  # noqa: E402
from supple.shell.shelf import open_library  # noqa: E402
from supple.store.paths import Paths  # noqa: E402

MEDIAN_GOAL_MS = 10.0
APART_S = 0.25


class Bare:
    """A precise timer that is armed for instants ``APART_S`` apart."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._due = time.monotonic() + APART_S
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rang)
        self._arm()

    def _arm(self) -> None:
        self._timer.start(max(0, round((self._due - time.monotonic()) * 1000)))

    def _rang(self) -> None:
        self.late_ms.append((time.monotonic() - self._due) * 1000)
        self._due += APART_S
        self._arm()

    def stop(self) -> None:
        self._timer.stop()


class Counting:
    """A countdown that believes in its ticks."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._ticks = 0
        self.error_ms = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)

    def _tick(self) -> None:
        self._ticks += 1
        self.error_ms = (time.monotonic() - self._began - self._ticks) * 1000

    def stop(self) -> None:
        self._timer.stop()


class Ours:
    """A session of the desk break, as its player tells it."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        with tempfile.TemporaryDirectory(prefix="supple-bench-") as empty:
            catalogue = open_library(Paths.of(Path(empty))).catalogue
        clock = SystemClock()
        self._player = Player(clock)
        self._player.load(build_timeline(catalogue.routines["desk-break"], catalogue))
        self._player.happened.connect(
            lambda event: self.late_ms.append((clock.monotonic() - event.at) * 1000)
        )
        self._player.command(Command.START)
        # What the press itself caused is told at once.
        self.late_ms.clear()

    def stop(self) -> None:
        self._player.command(Command.STOP)


def _live(app: QCoreApplication, seconds: float, *beings: Bare | Counting | Ours) -> None:
    """Let them run for so long."""
    QTimer.singleShot(round(seconds * 1000), app.quit)
    app.exec()
    for being in beings:
        being.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="of each (default 60)")
    seconds = parser.parse_args().seconds
    app = QCoreApplication(["bench"])
    bare, counting = Bare(), Counting()
    _live(app, seconds, bare, counting)
    ours = Ours()
    _live(app, seconds, ours)
    floor, middle = median(bare.late_ms), median(ours.late_ms)
    say("bare timer, median / worst", f"{floor:.2f} / {max(bare.late_ms):.1f} ms")
    say("counted seconds, off at the end", f"{counting.error_ms:.1f} ms")
    met = middle <= MEDIAN_GOAL_MS
    told = f"{middle:.2f} / {max(ours.late_ms):.1f} ms"
    say("session, median / worst", told, f"median <= {MEDIAN_GOAL_MS:.0f} ms", met)
    lowest = f"{floor:.2f} / {max(bare.late_ms):.1f} ms"
    row("timer error, median / worst", told, "a bare Qt timer", lowest, "median <= 10 ms", met)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
