from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.merge import canonical
from supple.core.problem import UserError
from supple.store.database import Database
from supple.store.days_off import put_day_off, read_days_off
from supple.store.history import History

DAY = date(2026, 3, 14)
BEFORE = datetime(2026, 3, 1, tzinfo=UTC)


def shown(history: History) -> list[tuple[date, Off]]:
    return [(row.day, row.off) for row in history.days_off()]


def test_a_day_is_marked_marked_otherwise_and_cleared(history: History) -> None:
    history.set_day_off(DAY + timedelta(days=1), Off.REST)
    history.set_day_off(DAY, Off.ILL)
    assert shown(history) == [(DAY, Off.ILL), (DAY + timedelta(days=1), Off.REST)]
    history.set_day_off(DAY, Off.TRAVEL)
    assert shown(history)[0] == (DAY, Off.TRAVEL)
    history.set_day_off(DAY, None)
    assert shown(history) == [(DAY + timedelta(days=1), Off.REST)]
    history.set_day_off(DAY, Off.ILL)
    assert shown(history)[0] == (DAY, Off.ILL)
    assert len(history.everything().days_off) == 2


def test_saying_the_same_again_changes_nothing(history: History) -> None:
    history.set_day_off(DAY, Off.ILL)
    history.sent(history.unsent())
    before = history.everything()
    history.set_day_off(DAY, Off.ILL)
    history.set_day_off(DAY + timedelta(days=1), None)
    assert history.everything() == before
    assert history.outbox() == ()


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("off", [Off.ILL, Off.TRAVEL, None])
def test_what_two_computers_said_of_a_day_becomes_one(
    ids: tuple[str, str], off: Off | None, history: History
) -> None:
    older, newer = (
        DayOff(row, DAY, kind, "there", BEFORE + timedelta(days=n))
        for n, (row, kind) in enumerate(zip(ids, (Off.REST, Off.ILL), strict=True))
    )
    history.take_in(Contents(days_off=(older, newer)))
    assert shown(history) == [(DAY, Off.ILL)]
    history.set_day_off(DAY, off)
    assert shown(history) == ([] if off is None else [(DAY, off)])
    live = [row for row in history.everything().days_off if row.deleted_at is None]
    assert len(live) == (0 if off is None else 1)


def test_a_clock_set_back_does_not_hide_what_was_said_last(history: History, clock: Any) -> None:
    history.take_in(Contents(days_off=(DayOff("z", DAY, Off.REST, "there", clock.now),)))
    clock.advance(-(10**6))
    history.set_day_off(DAY, Off.ILL)
    assert shown(history) == [(DAY, Off.ILL)]
    history.set_day_off(DAY, None)
    assert shown(history) == []
    history.set_day_off(DAY, Off.TRAVEL)
    assert shown(history) == [(DAY, Off.TRAVEL)]


def test_a_deletion_said_last_is_what_counts(history: History) -> None:
    row = DayOff("a", DAY, Off.REST, "there", BEFORE)
    gone = replace(row, id="b", changed_at=BEFORE + timedelta(1), deleted_at=BEFORE)
    history.take_in(Contents(days_off=(row, gone)))
    assert shown(history) == []


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database.open(tmp_path_factory.mktemp("rows") / "history.db")


@given(rows=st.lists(st.from_type(DayOff), max_size=4, unique_by=lambda row: row.id))
def test_any_row_is_read_as_it_was_written(rows: list[DayOff], one_file: Database) -> None:
    with one_file.transaction() as db:
        db.execute("DELETE FROM day_off")
        for row in (*rows, *rows):
            put_day_off(db, row)
    read = read_days_off(one_file, "ORDER BY number")
    assert [canonical(row) for row in read] == [canonical(row) for row in rows]


def test_a_row_that_is_not_complete_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="changed"), database.transaction() as db:
        put_day_off(db, DayOff("a", DAY, Off.ILL, "d"))


def test_a_row_that_cannot_be_understood_is_told(history: History, database: Database) -> None:
    history.set_day_off(DAY, Off.ILL)
    with database.transaction() as db:
        db.execute("UPDATE day_off SET day = '2026-13-14'")
    with pytest.raises(UserError, match="cannot be read"):
        history.days_off()
