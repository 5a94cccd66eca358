from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.event import Ended
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.store.opening import open_history
from supple.store.paths import Paths
from supple.store.unsaved import Draft, HeldStep, Unsaved

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of(tmp_path)


def test_a_new_user_gets_an_empty_history(paths: Paths) -> None:
    opened = open_history(paths)
    assert (opened.taken_in, opened.repaired, opened.failed) == ((), (), ())
    assert opened.history.sessions() == []
    assert paths.history_db.exists()
    opened.history.close()


def test_a_crash_is_repaired(paths: Paths) -> None:
    first = open_history(paths)
    first.history.open_session("s", "r", "R", START)
    first.history.close()
    second = open_history(paths)
    assert [s.id for s in second.repaired] == ["s"]
    second.history.close()


def test_a_kept_session_keeps_its_own_end(paths: Paths, held: Callable[..., StepRecord]) -> None:
    first = open_history(paths)
    first.history.open_session("s", "r", "R", START)
    first.history.close()
    unsaved = Unsaved(paths.unsaved_dir)
    end = START + timedelta(seconds=60)
    unsaved.keep(
        Draft("s", "r", "R", START, 0, None, [HeldStep("t", held(), end)], Ended.HURT, end)
    )
    unsaved.release()
    second = open_history(paths)
    assert [(s.id, s.ended, s.held_s) for s in second.taken_in] == [("s", Ended.HURT, 30.0)]
    assert second.repaired == ()
    second.history.close()


def test_a_damaged_history_is_told_and_left(paths: Paths) -> None:
    paths.data.mkdir()
    paths.history_db.write_bytes(b"not a database" * 99)
    with pytest.raises(UserError, match="damaged"):
        open_history(paths)
    assert paths.history_db.read_bytes() == b"not a database" * 99
