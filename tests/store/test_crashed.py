from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supple.store.crashed import STALE_S, crashed
from supple.store.database import Database
from supple.store.history import History
from supple.store.lock import Runs

START = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)


@pytest.fixture
def left(tmp_path: Path) -> Database:
    """What a crash before the first step leaves, the mark of its process included."""
    runs = Runs(tmp_path / "runs")
    history = History(Database.open(tmp_path / "history.db"))
    history.open_session("s", "r", "R", START)
    ((run,),) = history._db.rows("SELECT run FROM session")
    history.close()
    runs.take(str(run))
    runs.release()
    (tmp_path / "runs" / f"{run}.lock").touch()
    return Database.open(tmp_path / "history.db")


def test_a_session_of_a_dead_process_is_found_and_its_mark_removed(
    left: Database, tmp_path: Path
) -> None:
    with left:
        found = list(crashed(left, Runs(tmp_path / "runs"), 1, START))
    assert found == [("s", START)]
    assert list((tmp_path / "runs").iterdir()) == []


def test_a_session_of_another_computer_is_left(left: Database, tmp_path: Path) -> None:
    with left:
        assert list(crashed(left, Runs(tmp_path / "runs"), 2, START)) == []


@pytest.mark.parametrize("run", [None, "../x"])
def test_where_nobody_can_tell_who_runs_it_time_does(
    run: str | None, left: Database, tmp_path: Path
) -> None:
    with left:
        with left.transaction() as db:
            db.execute("UPDATE session SET run = ?", (run,))
        day = timedelta(seconds=STALE_S)
        runs = Runs(tmp_path / "runs")
        assert list(crashed(left, runs, 1, START + day)) == []
        assert list(crashed(left, runs, 1, START + day + timedelta(seconds=1))) == [("s", START)]
