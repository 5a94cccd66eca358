"""The tables refuse what is not a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from supple.store.database import Database
from supple.store.migrations import v1
from supple.store.sqlite_errors import DatabaseError

SESSION = {
    "id": "s",
    "device": 1,
    "routine": "r",
    "routine_name": "R",
    "planned_s": 60.0,
    "started_utc": "2026-03-14T21:30:00.000000Z",
    "started_offset_min": 120,
    "local_date": "2026-03-14",
    "changed_utc": "2026-03-14T21:30:00.000000Z",
}
STEP = {
    "session": 1,
    "position": 0,
    "id": "t",
    "device": 1,
    "kind": "hold",
    "stretch": "strap",
    "side": "left",
    "set_number": 1,
    "planned_s": 30.0,
    "held_s": 30.0,
    "completed": 1,
    "hurt": 0,
    "ended_utc": "2026-03-14T21:31:00.000000Z",
    "ended_offset_min": 120,
    "local_date": "2026-03-14",
}


def insert(database: Database, table: str, row: dict[str, object]) -> None:
    places = ", ".join("?" * len(row))
    with database.transaction() as db:
        db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", [*row.values()])


@pytest.fixture
def tables(tmp_path: Path) -> Database:
    database = Database.open(tmp_path / "v1.db", migrations=(v1.STATEMENTS,))
    insert(database, "device", {"id": "d"})
    insert(database, "session", SESSION)
    insert(database, "step", STEP)
    return database


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("session", {"pain_before": 11}),
        ("session", {"pain_after": -1}),
        ("session", {"ended": "perhaps", "ended_utc": "x", "ended_offset_min": 0}),
        ("session", {"ended": "finished"}),
        ("session", {"planned_s": -1.0}),
        ("session", {"planned_s": "long"}),
        ("session", {"held_s": -1.0}),
        ("session", {"id": None}),
        ("session", {"id": "s"}),
        ("session", {"device": 9}),
        ("session", {"started_utc": "2026-03-14"}),
        ("session", {"deleted_utc": "yesterday"}),
        ("session", {"started_offset_min": 1440}),
        ("session", {"local_date": "14 March"}),
        ("step", {"session": 9}),
        ("step", {"kind": "rest"}),
        ("step", {"side": "middle"}),
        ("step", {"set_number": 0}),
        ("step", {"held_s": -0.1}),
        ("step", {"completed": 2}),
        ("step", {"position": 0}),
        ("step", {"id": "t"}),
    ],
)
def test_a_row_that_is_wrong_is_refused(
    table: str, change: dict[str, object], tables: Database
) -> None:
    fresh = {"id": "new", "position": 1} if table == "step" else {"id": "new"}
    base = STEP if table == "step" else SESSION
    insert(tables, table, {**base, **fresh})
    fresh = {"id": "other", "position": 2} if table == "step" else {"id": "other"}
    with pytest.raises(DatabaseError):
        insert(tables, table, {**base, **fresh, **change})
    tables.close()


def test_the_year_view_reads_an_index_only(tables: Database) -> None:
    plan = tables.rows(
        "EXPLAIN QUERY PLAN SELECT local_date, sum(held_s), count(*) FROM session "
        "WHERE deleted_utc IS NULL AND held_s > 0 GROUP BY local_date"
    )
    assert "COVERING INDEX session_by_day" in str(plan)
    tables.close()
