"""What the History page shows, against the raw SQL of the same questions in the same run.

The yardstick is sqlite3 alone: the very statements the page asks, read whole and thrown away.
What is ours is everything from there to the values that are drawn. The two take turns. A second
figure says what a longer history costs the start: the page that comes first.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from _measure import median, row, say

from supple.core.day_off import marked
from supple.core.days import week_start
from supple.core.overview import Totals, build_overview
from supple.core.routine import Catalogue
from supple.core.session_list import build_sessions
from supple.shell.shelf import open_library
from supple.store.database import Database
from supple.store.history import History, local_now
from supple.store.opening import open_history
from supple.store.paths import Paths

SIZES = (10, 10_000, 100_000)
RATIO_GOAL = 1.5
A_DAY = 3
"""Sessions on one day, or more where they would fill more than ``LONGEST_DAYS``."""
LONGEST_DAYS = 20 * 365
HOLDS = 6
SHOWN = 100
"""Rows of the list of sessions that are read at once."""


def fill(path: Path, count: int) -> None:
    """``count`` sessions, the last of them yesterday, as the program itself would keep them."""
    now = local_now()
    minutes = round((now.utcoffset() or timedelta()) / timedelta(minutes=1))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        device = db.execute("SELECT number FROM device").fetchone()[0]
        db.execute("BEGIN")
        a_day = max(A_DAY, -(-count // LONGEST_DAYS))
        for n in range(count):
            at = now - timedelta(days=1 + n // a_day, minutes=50 * (n % a_day))
            _session(db, device, n, at, minutes)
        db.execute("DELETE FROM outbox")
        db.execute("COMMIT")


def _session(db: sqlite3.Connection, device: int, n: int, at: datetime, minutes: int) -> None:
    utc = (at - timedelta(minutes=minutes)).replace(tzinfo=None)
    text, day = utc.isoformat(timespec="microseconds") + "Z", at.date().isoformat()
    pain = (4, 3) if n % 3 else (None, None)
    routine = ("desk-break", "lying-down", "moving-flow")[n % 3]
    head = (f"s{n}", device, routine, routine.title(), 240.0, 20.0 * HOLDS, text, minutes, day)
    cursor = db.execute(
        """
        INSERT INTO session (id, device, routine, routine_name, planned_s, held_s, started_utc,
            started_offset_min, local_date, ended, ended_utc, ended_offset_min, pain_before,
            pain_after, changed_utc)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'finished', ?, ?, ?, ?, ?)
        """,
        (*head, text, minutes, *pain, text),
    )
    db.executemany(
        """
        INSERT INTO step VALUES (?, ?, ?, ?, 'hold', ?, ?, 1, 20, 20, 1, 0, ?, ?, ?)
        """,
        [
            (
                *(cursor.lastrowid, step, f"t{n}-{step}", device),
                *("seated-heel-out", ("left", "right")[step % 2], text, minutes, day),
            )
            for step in range(HOLDS)
        ],
    )


def page(history: History, catalogue: Catalogue, today: date) -> None:
    """All that the page shows when it is opened: both tabs."""
    totals = Totals(
        days=history.day_totals(),
        stretches=history.stretch_totals(week_start(today)),
        pain=history.pain_pairs(60),
        pain_count=history.pain_count(),
        assessments=history.assessments(),
        days_off=marked(history.days_off()),
    )
    build_overview(totals, catalogue.stretches, today, 3)
    found = history.session_page(None, today.replace(day=1), None, SHOWN)
    build_sessions(found.sessions, found.total, found.held_s, history.routines_done(), today)


def first_page(history: History, today: date) -> None:
    """What the window asks before its first picture."""
    history.sessions(limit=30)
    history.day_totals()
    history.practice(today - timedelta(days=731), limit=400)
    history.assessments()
    history.days_off()


def statements(path: Path, ask: Callable[[History], None]) -> list[str]:
    """The SQL that ``ask`` runs, with its values."""
    told: list[str] = []
    database = Database.open(path)
    with closing(History(database)) as history:
        database._connection.set_trace_callback(told.append)
        ask(history)
    return [sql for sql in told if sql.lstrip().upper().startswith(("SELECT", "WITH"))]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure(count: int, rounds: int, catalogue: Catalogue) -> bool:
    """Print the figures of one size; whether the goal is met."""
    today = local_now().date()
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as folder:
        paths = Paths.of(Path(folder))
        open_history(paths).history.close()
        fill(paths.history_db, count)
        asked = statements(paths.history_db, lambda h: page(h, catalogue, today))
        with (
            closing(open_history(paths).history) as history,
            closing(sqlite3.connect(paths.history_db)) as raw,
        ):
            ours, yardstick, first = [], [], []
            for _ in range(rounds):
                yardstick.append(timed(lambda: [raw.execute(s).fetchall() for s in asked]))
                ours.append(timed(lambda: page(history, catalogue, today)))
                first.append(timed(lambda: first_page(history, today)))
        opening = [timed(lambda: open_history(paths).history.close()) for _ in range(rounds)]
    ratio = median(ours) / median(yardstick)
    say(f"{count:,} sessions: raw SQL", f"{median(yardstick):.2f} ms")
    say(f"{count:,} sessions: the page's values", f"{median(ours):.2f} ms")
    added = median(ours) - median(yardstick)
    say("ratio", f"{ratio:.2f} x ({added:.2f} ms more)", f"<= {RATIO_GOAL} x", ratio <= RATIO_GOAL)
    say("opened and read for the first page", f"{median(opening):.2f} + {median(first):.2f} ms")
    row(
        f"History page, {count:,} sessions",
        f"{median(ours):.0f} ms",
        "its SQL alone",
        f"{median(yardstick):.0f} ms",
        f"{ratio:.2f} x, goal <= {RATIO_GOAL} x",
        ratio <= RATIO_GOAL,
    )
    return ratio <= RATIO_GOAL


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="of each (default 15)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of sessions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supple-bench-") as empty:
        catalogue = open_library(Paths.of(Path(empty))).catalogue
    met = [measure(size, max(1, options.rounds), catalogue) for size in options.sizes]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
