"""A file of the first version comes over whole, and the tables look after themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.store.database import Database
from supple.store.history import History
from supple.store.instants import columns
from supple.store.migrations import v1
from supple.store.sqlite_errors import DatabaseError

AT = "2026-03-14T21:30:00.000000Z"
SESSION = {
    "id": "s",
    "device": 1,
    "routine": "r",
    "routine_name": "R",
    "planned_s": 60.0,
    "held_s": 42.5,
    "started_utc": AT,
    "started_offset_min": 150,
    "local_date": "2026-03-15",
    "changed_utc": AT,
}
ENDED = {"ended": "finished", "ended_utc": AT, "ended_offset_min": 150}
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
    "ended_utc": AT,
    "ended_offset_min": 150,
    "local_date": "2026-03-15",
}
CHECK = {
    "id": "c",
    "device": 1,
    "changed_utc": AT,
    "kind": "leg-raise",
    "at_utc": AT,
    "at_offset_min": 0,
    "local_date": "2026-03-14",
    "left_deg": 70.0,
}
DAY = {"id": "d", "device": 1, "changed_utc": AT, "day": "2026-03-14", "off": "ill"}
BASES = {"session": {**SESSION, **ENDED}, "step": STEP, "assessment": CHECK, "day_off": DAY}


def insert(database: Database, table: str, row: dict[str, object]) -> None:
    places = ", ".join("?" * len(row))
    with database.transaction() as db:
        db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", [*row.values()])


def change(database: Database, statement: str) -> None:
    with database.transaction() as db:
        db.execute(statement)


def outbox(database: Database) -> list[tuple[object, ...]]:
    return database.rows("SELECT kind, id FROM outbox ORDER BY kind, id")


def dump(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the first version's tables in the first version's columns."""
    columns = {
        "meta": "*",
        "device": "*",
        "session": "number, id, device, run, routine, routine_name, plan_level, planned_s, held_s,"
        " started_utc, started_offset_min, local_date, ended, ended_utc, ended_offset_min,"
        " pain_before, pain_after, note, changed_utc, deleted_utc",
        "step": "*",
    }
    return {
        name: database.rows(f"SELECT {c} FROM {name} ORDER BY 1") for name, c in columns.items()
    }


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as the first version left it: ended, deleted, hurt, crashed and running sessions."""
    path = tmp_path / "history.db"
    answers = {"pain_before": 4, "pain_after": 0, "note": "Fine, ü.", "plan_level": 3}
    with Database.open(path, migrations=(v1.STATEMENTS,)) as database:
        for device in ("here", "elsewhere"):
            insert(database, "device", {"id": device})
        insert(database, "meta", {"key": "device", "value": "here"})
        for n, more in enumerate(
            (
                {**ENDED, **answers},
                {**ENDED, "deleted_utc": AT, "device": 2},
                {**ENDED, "ended": "hurt"},
                {**ENDED, "ended": "crashed", "run": "abc"},
                {"run": "abc"},
            ),
            1,
        ):
            insert(database, "session", {**SESSION, "id": f"s{n}", **more})
            for position in range(n):
                step = {"session": n, "position": position, "id": f"t{n}-{position}"}
                insert(database, "step", {**STEP, **step, "hurt": position % 2})
        insert(database, "step", {**STEP, "id": "u", "position": 1, "stretch": "w", "held_s": 0.0})
    return path


def test_nothing_of_an_old_file_is_lost_and_it_is_kept(old: Path) -> None:
    with Database.open(old, migrations=(v1.STATEMENTS,)) as database:
        before = dump(database)
    with Database.open(old) as database:
        assert dump(database) == before
        assert database.version == 2
        database.check()
    (copy,) = (old.parent / "backups").iterdir()
    assert copy.name.startswith("history-v1-")
    with Database.open(copy, migrations=(v1.STATEMENTS,)) as database:
        assert dump(database) == before


def test_an_old_file_can_be_used_at_once(old: Path) -> None:
    history = History(Database.open(old))
    first = history.session("s1")
    assert first is not None
    assert (first.plan_level, first.pain_before, first.note) == (3, 4, "Fine, ü.")
    assert (first.device, first.corrected_s, first.deleted_at) == ("here", None, None)
    assert [s.id for s in history.everything().sessions] == ["s1", "s2", "s3", "s4"]
    assert [s.device for s in history.everything(["s2"]).sessions] == ["elsewhere"]
    assert history.outbox() == tuple(("session", f"s{n}") for n in range(1, 5))
    assert history.stretch_times() == {"strap": 5}
    # Half past midnight belongs to the day before when that ends at one.
    assert [str(day) for day, _, _ in history.day_totals()] == ["2026-03-15"]
    assert [str(day) for day, _, _ in history.day_totals(1)] == ["2026-03-14"]
    history.close()


@pytest.fixture
def tables(tmp_path: Path) -> Database:
    database = Database.open(tmp_path / "v2.db")
    insert(database, "device", {"id": "d"})
    insert(database, "session", SESSION)
    return database


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("session", {"corrected_s": -0.5}),
        ("session", {"corrected_s": "long"}),
        ("session", {"local_minute": 1440}),
        ("assessment", {"kind": "handstand"}),
        ("assessment", {"left_deg": 110.5}),
        ("assessment", {"right_deg": -1.0}),
        ("assessment", {"feel": "odd"}),
        ("assessment", {"at_utc": "2026-03-14"}),
        ("assessment", {"device": 9}),
        ("day_off", {"off": "holiday"}),
        ("day_off", {"day": "14 March"}),
        ("day_off", {"changed_utc": "now"}),
        ("outbox", {"kind": "step"}),
    ],
)
def test_a_row_that_is_wrong_is_refused(
    table: str, wrong: dict[str, object], tables: Database
) -> None:
    good = {**BASES.get(table, {"kind": "session"}), "id": "new"}
    insert(tables, table, good)
    with pytest.raises(DatabaseError):
        insert(tables, table, {**good, "id": "other", **wrong})
    tables.close()


def test_a_session_is_sent_once_it_has_ended_and_with_every_change(tables: Database) -> None:
    insert(tables, "step", STEP)
    change(tables, "UPDATE session SET note = 'x'")
    change(tables, "UPDATE step SET hurt = 1")
    assert outbox(tables) == []
    for statement in (
        f"UPDATE session SET ended = 'finished', ended_utc = '{AT}', ended_offset_min = 0",
        "UPDATE session SET pain_after = 3",
        f"UPDATE session SET deleted_utc = '{AT}'",
        "UPDATE session SET deleted_utc = NULL",
        "UPDATE step SET hurt = 0",
        "DELETE FROM step",
    ):
        change(tables, "DELETE FROM outbox")
        change(tables, statement)
        assert outbox(tables) == [("session", "s")], statement
    change(tables, "DELETE FROM outbox")
    insert(tables, "step", STEP)
    assert outbox(tables) == [("session", "s")]
    tables.close()


@pytest.mark.parametrize("table", ["session", "assessment", "day_off"])
def test_what_is_new_or_changed_is_sent(table: str, tables: Database) -> None:
    insert(tables, table, {**BASES[table], "id": "new"})
    assert outbox(tables) == [(table, "new")]
    change(tables, "DELETE FROM outbox")
    change(tables, f"UPDATE {table} SET deleted_utc = changed_utc WHERE id = 'new'")
    assert outbox(tables) == [(table, "new")]
    change(tables, f"UPDATE {table} SET deleted_utc = NULL WHERE id = 'new'")
    assert outbox(tables) == [(table, "new")]
    tables.close()


def test_sessions_are_counted_by_stretch(tables: Database) -> None:
    def times() -> list[tuple[object, ...]]:
        return tables.rows("SELECT * FROM stretch_done WHERE sessions > 0 ORDER BY 1")

    insert(tables, "session", {**SESSION, "id": "s2"})
    for n, (session, held) in enumerate(((1, 0.0), (1, 5.0), (1, 6.0), (2, 7.0), (2, 8.0))):
        row = {"session": session, "position": n, "id": f"t{n}", "held_s": held}
        insert(tables, "step", {**STEP, **row})
    assert times() == [("strap", 2)]
    change(tables, "DELETE FROM step WHERE position = 1")
    assert times() == [("strap", 2)]
    change(tables, "DELETE FROM step WHERE session = 1")
    assert times() == [("strap", 1)]
    change(tables, "DELETE FROM step")
    assert times() == []
    tables.close()


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A file with one session in it."""
    database = Database.open(tmp_path_factory.mktemp("one") / "v2.db")
    insert(database, "device", {"id": "d"})
    insert(database, "session", SESSION)
    return database


@given(minute=st.integers(-30_000_000, 400_000_000), offset=st.integers(-1439, 1439))
def test_the_local_minute_is_that_on_the_wall(minute: int, offset: int, one: Database) -> None:
    zone = timezone(timedelta(minutes=offset))
    at = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(zone)
    with one.transaction() as db:
        db.execute(
            "UPDATE session SET (started_utc, started_offset_min, local_date) = (?, ?, ?)",
            columns(at),
        )
    assert one.rows("SELECT local_minute FROM session") == [(at.hour * 60 + at.minute,)]
    new = {"id": "new", "started_utc": columns(at)[0], "started_offset_min": offset}
    insert(one, "session", {**SESSION, **new})
    found = one.rows("SELECT local_minute FROM session WHERE id = 'new'")
    change(one, "DELETE FROM session WHERE id = 'new'")
    assert found == [(at.hour * 60 + at.minute,)]
