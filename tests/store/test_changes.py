from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.changes import set_deleted, touch
from supple.store.database import Database
from supple.store.history import History
from supple.store.instants import utc_text

NOW = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> History:
    return History(Database.open(tmp_path_factory.mktemp("changes") / "history.db"))


def changed(database: Database) -> str:
    ((text,),) = database.rows("SELECT changed_utc FROM session")
    return str(text)


def open_one(history: History) -> None:
    if history.session("s") is None:
        history.open_session("s", "r", "R", NOW)


@given(steps=st.lists(st.integers(-(10**13), 10**13), min_size=1, max_size=20))
def test_the_instant_grows_whatever_the_clock_does(steps: list[int], shared: History) -> None:
    open_one(shared)
    database = shared._db
    before = changed(database)
    for microseconds in steps:
        now = NOW + timedelta(microseconds=microseconds)
        with database.transaction() as db:
            assert touch(db, "session", "s", now)
        assert changed(database) > before
        assert changed(database) >= utc_text(now)
        before = changed(database)


def test_a_row_that_is_not_there_is_told(database: Database) -> None:
    with database.transaction() as db:
        assert not touch(db, "session", "nobody", NOW)
        assert not set_deleted(db, "day_off", "nobody", NOW, gone=True)


def test_deleting_twice_changes_once(history: History, database: Database) -> None:
    open_one(history)
    with database.transaction() as db:
        assert set_deleted(db, "session", "s", NOW, gone=True)
    before = changed(database)
    with database.transaction() as db:
        assert not set_deleted(db, "session", "s", NOW + timedelta(days=1), gone=True)
    assert changed(database) == before
    with database.transaction() as db:
        assert set_deleted(db, "session", "s", NOW, gone=False)
    assert changed(database) > before
    assert database.rows("SELECT deleted_utc FROM session") == [(None,)]
