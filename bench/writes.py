"""How long each write of a session holds up the window, in a history of many sessions.

The recorder writes from the window's own thread. What it writes while somebody exercises has to
be over before the next frame is due.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from _measure import median, say
from history import HOLDS, fill

from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store.database import Database
from supple.store.history import History, local_now

FRAME_MS = 1000 / 60
WARM_UP = 3
"""Sessions that are not counted: they settle what filling the file has left."""


class Stopwatch:
    """Milliseconds of every call, by name."""

    def __init__(self) -> None:
        self.took: dict[str, list[float]] = defaultdict(list)

    def time(self, name: str, call: Callable[[], object]) -> None:
        began = time.perf_counter()
        call()
        self.took[name].append((time.perf_counter() - began) * 1000)


def one_session(history: History, name: str, at: datetime, watch: Stopwatch) -> None:
    """A session as the recorder and the History page write it."""
    watch.time("begin", lambda: history.open_session(name, "r", "R", at, planned_s=30.0 * HOLDS))
    for number in range(HOLDS):
        side = (Side.LEFT, Side.RIGHT)[number % 2]
        step = StepRecord(StepKind.HOLD, "stretch-1", side, 1, 30.0, 30.0, completed=True)
        ended = at + timedelta(seconds=40 * (number + 1))
        watch.time("one step", lambda s=step, e=ended: history.add_step(name, s, e))  # type: ignore[misc]
    end = at + timedelta(minutes=6)
    watch.time("end, brought to the disk", lambda: history.close_session(name, Ended.FINISHED, end))
    watch.time("pain and note", lambda: history.rate(name, 4, 2, "Better."))
    watch.time("correction", lambda: history.edit(name, started_at=at, held_s=100.0))
    watch.time("delete", lambda: history.discard(name))
    watch.time("undo", lambda: history.restore(name))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=100_000, help="there (default 100000)")
    parser.add_argument("--rounds", type=int, default=100, help="sessions timed (default 100)")
    parser.add_argument("--folder", type=Path, help="a folder on the disk to measure")
    options = parser.parse_args()
    watch = Stopwatch()
    with tempfile.TemporaryDirectory(prefix="supple-bench-", dir=options.folder) as folder:
        path = Path(folder) / "history.db"
        now = local_now()
        # The first opening makes the tables.
        History(Database.open(path)).close()
        fill(path, options.sessions)
        size = path.stat().st_size / 1e6
        history = History(Database.open(path))
        for number in range(WARM_UP + max(1, options.rounds)):
            if number == WARM_UP:
                watch.took.clear()
            one_session(history, f"bench-{number}", now + timedelta(minutes=10 * number), watch)
        history.close()
    print(f"{options.sessions:,} sessions, {size:.0f} MB; milliseconds, median and longest")
    for name, took in watch.took.items():
        value = f"{median(took):.2f} / {max(took):.2f}"
        say(name, value, f"median <= {FRAME_MS:.0f} ms", median(took) <= FRAME_MS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
