from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.event import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.store.crashed import STALE_S
from supple.store.database import Database
from supple.store.history import History, local_now, random_id

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
Held = Callable[..., StepRecord]

RECORDING = """
import sys
from datetime import datetime
from pathlib import Path
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.store.database import Database
from supple.store.history import History, local_now, random_id

history = History(Database.open(Path(sys.argv[1])))
at = datetime.fromisoformat("2026-03-14T23:30:00+02:00")
history.open_session("s", "desk-break", "Desk break", at)
for side in (Side.LEFT, Side.RIGHT):
    step = StepRecord(StepKind.HOLD, "strap", side, 1, 30.0, 30.0, True)
    history.add_step("s", step, at.replace(minute=31))
print("recording", flush=True)
sys.stdin.read()
"""


def test_ids_are_random_and_now_knows_its_offset() -> None:
    assert random_id() != random_id()
    assert random_id().isalnum()
    assert local_now().utcoffset() is not None
    assert abs(local_now() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no tzset: a process cannot change its zone")
    with monkeypatch.context() as patch:
        yield lambda name: patch.setenv("TZ", name)
    time.tzset()


def test_now_is_that_of_the_place_after_a_flight(in_zone: Callable[[str], None]) -> None:
    for zone, hours in (("UTC0", 0), ("XST-5", 5), ("YST+9", -9)):
        in_zone(zone)
        assert local_now().utcoffset() == timedelta(hours=hours)


# -- repair


def test_a_session_of_this_process_is_not_repaired(history: History, held: Held) -> None:
    history.open_session("s", "r", "R", START)
    assert history.repair(START + timedelta(days=9)) == []
    assert history.sessions()[0].ended is None


def test_a_killed_process_loses_at_most_the_running_step(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with subprocess.Popen(
        [sys.executable, "-c", RECORDING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "recording\n"
        history = History(Database.open(path))
        now = START + timedelta(minutes=5)
        for _ in range(2):
            assert history.repair(now) == []
            assert history.sessions()[0].ended is None

        process.kill()
        process.wait()
        if sys.platform != "win32":
            assert process.returncode == -signal.SIGKILL
        (repaired,) = history.repair(now)
    assert repaired.id == "s"
    assert repaired.ended is Ended.CRASHED
    assert repaired.ended_at == START.replace(minute=31)
    assert [step.held_s for step in repaired.steps] == [30.0, 30.0]
    assert [step.side for step in repaired.steps] == [Side.LEFT, Side.RIGHT]
    assert history.repair(now) == []
    assert list((tmp_path / "runs").iterdir()) == []
    history.close()


def left_open(path: Path, *, lockable: bool = True) -> None:
    """What a crash before the first step leaves."""
    history = History(Database.open(path))
    if not lockable:
        (path.parent / "runs").write_text("not a folder")
    history.open_session("s", "r", "R", START)
    history.close()


def test_a_crash_before_the_first_step_ends_at_the_start(tmp_path: Path) -> None:
    left_open(tmp_path / "history.db")
    history = History(Database.open(tmp_path / "history.db"))
    (repaired,) = history.repair(START + timedelta(seconds=1))
    assert repaired.ended_at == START
    assert history.session_page(None, None, None, 9).total == 0
    history.close()


def test_a_crash_before_the_first_step_leaves_what_was_said_of_pain(tmp_path: Path) -> None:
    left_open(tmp_path / "history.db")
    history = History(Database.open(tmp_path / "history.db"))
    history.rate("s", pain_before=4)
    history.repair(START + timedelta(seconds=1))
    assert history.session_page(None, None, None, 9).total == 1
    history.close()


def test_where_nothing_can_be_locked_only_an_old_session_is_repaired(tmp_path: Path) -> None:
    left_open(tmp_path / "history.db", lockable=False)
    history = History(Database.open(tmp_path / "history.db"))
    assert history.repair(START + timedelta(seconds=STALE_S)) == []
    assert len(history.repair(START + timedelta(seconds=STALE_S + 1))) == 1
    history.close()


def test_another_computers_session_is_not_repaired(tmp_path: Path) -> None:
    left_open(tmp_path / "history.db")
    with Database.open(tmp_path / "history.db") as database:
        with database.transaction() as db:
            db.execute("INSERT INTO device VALUES (7, 'elsewhere')")
            db.execute("UPDATE session SET device = 7")
        assert History(database).repair(START + timedelta(days=9)) == []


def test_a_discarded_session_is_closed_without_being_offered(tmp_path: Path) -> None:
    left_open(tmp_path / "history.db")
    history = History(Database.open(tmp_path / "history.db"))
    history.discard("s")
    assert history.repair(START + timedelta(days=1)) == []
    session = history.session("s")
    assert session is not None
    assert session.ended is Ended.CRASHED
    history.close()
