from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store import backups, export, restoring
from supple.store.checkup import check_file
from supple.store.database import Database
from supple.store.history import History
from supple.store.migrations import MIGRATIONS
from supple.store.open_here import is_open_here
from supple.store.paths import Paths
from supple.store.reading_in import read_file
from supple.store.sqlite_errors import DatabaseError

ONE = ("CREATE TABLE thing (name TEXT NOT NULL) STRICT",)
TWO = ("ALTER TABLE thing ADD COLUMN size INTEGER", "UPDATE thing SET size = length(name)")
BROKEN = ("CREATE TABLE other (a TEXT) STRICT", "INSERT INTO nowhere VALUES (1)")


def fill(path: Path, *names: str, migrations: tuple[tuple[str, ...], ...] = (ONE,)) -> Path:
    with Database.open(path, migrations=migrations) as database, database.transaction() as db:
        db.executemany("INSERT INTO thing (name) VALUES (?)", [(name,) for name in names])
    return path


def test_a_new_file_gets_the_newest_tables(database: Database) -> None:
    assert database.version == len(MIGRATIONS)
    assert not (database.path.parent / "backups").exists()
    tables = database.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    strict = {str(name): kind for name, kind in tables if not str(name).startswith("sqlite_")}
    assert set(strict) >= {"meta", "device", "session", "step", "assessment", "day_off"}
    assert set(strict.values()) == {1}


@pytest.mark.skipif(os.name != "posix", reason="wants Unix permissions")
def test_nobody_else_can_read_it_or_its_copies(tmp_path: Path) -> None:
    fill(tmp_path / "new" / "a.db", "x")
    with Database.open(tmp_path / "new" / "a.db", migrations=(ONE, TWO)) as database:
        with database.transaction() as db:
            db.execute("INSERT INTO thing VALUES ('y', 1)")
        made = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
        assert {path.suffix for path in made} == {".db", ".db-wal", ".db-shm"}
        assert len([path for path in made if path.suffix == ".db"]) == 2
        assert all(path.stat().st_mode & 0o077 == 0 for path in made)


def test_it_writes_ahead_and_keeps_references(database: Database) -> None:
    assert database.journal_mode == "wal"
    assert database.rows("PRAGMA foreign_keys") == [(1,)]
    assert database.rows("PRAGMA synchronous") == [(1,)]


def test_the_window_waits_a_quarter_of_a_second_at_most(database: Database) -> None:
    assert database.rows("PRAGMA busy_timeout") == [(250,)]


def test_an_old_sqlite_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))
    with pytest.raises(UserError, match=r"needs SQLite 3\.37.*newer Python"):
        Database.open(tmp_path / "new" / "a.db")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_shared_memory_gets_the_plain_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoWal(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            if sql == "PRAGMA journal_mode = WAL":
                raise sqlite3.OperationalError("locking protocol")
            return super().execute(sql, *values)  # type: ignore[arg-type]

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=NoWal, **k))
    with Database.open(tmp_path / "a.db") as database:
        assert database.journal_mode == "delete"
        assert database.rows("PRAGMA synchronous") == [(2,)]


def test_an_older_file_is_migrated_after_a_copy(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", "long", "longer")
    with Database.open(path, migrations=(ONE, TWO)) as database:
        assert database.version == 2
        assert database.rows("SELECT * FROM thing") == [("long", 4), ("longer", 6)]
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name.startswith("a-v1-")
    with Database.open(copy, migrations=(ONE,)) as old:
        assert old.rows("SELECT * FROM thing") == [("long",), ("longer",)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", "long")
    with pytest.raises(DatabaseError, match="nowhere"):
        Database.open(path, migrations=(ONE, BROKEN))
    with Database.open(path, migrations=(ONE,)) as database:
        assert database.rows("SELECT * FROM thing") == [("long",)]
        assert database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'other'") == []


def test_migrations_before_the_failing_one_stand(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", "long")
    with pytest.raises(DatabaseError):
        Database.open(path, migrations=(ONE, TWO, BROKEN))
    with Database.open(path, migrations=(ONE, TWO)) as database:
        assert database.rows("SELECT size FROM thing") == [(4,)]


def test_a_newer_file_is_refused_and_left(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", "x", migrations=(ONE, TWO))
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"newer Supple.*version is 2.*up to 1"):
        Database.open(path, migrations=(ONE,))
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"Dear diary, " * 100)
    with pytest.raises(UserError, match=r"damaged and was left as it is.*history restore"):
        Database.open(path)
    assert path.read_bytes() == b"Dear diary, " * 100


def test_a_damaged_page_is_found_by_the_check(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", *("x" * 500 for _ in range(200)))
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    path.write_bytes(content)
    with (
        Database.open(path, migrations=(ONE,)) as database,
        pytest.raises(UserError, match="damaged"),
    ):
        database.check()
    with pytest.raises(UserError, match="damaged"):
        Database.open(path, migrations=(ONE, TWO))
    assert path.read_bytes() == content


@pytest.mark.parametrize("journal", ["-wal", "-journal"])
def test_the_whole_file_is_checked_after_a_crash(journal: str, tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", *("x" * 500 for _ in range(200)))
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    path.write_bytes(content)
    path.with_name(path.name + journal).write_bytes(b"left by a crash")
    with pytest.raises(UserError, match="damaged"):
        Database.open(path, migrations=(ONE,))


def test_damaged_sessions_are_found_at_every_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Database.open(path) as database, database.transaction() as db:
        db.execute("INSERT INTO device VALUES (1, 'd')")
        for number in range(200):
            at = "2026-03-14T21:30:00.000000Z"
            db.execute(
                "INSERT INTO session (id, device, routine, routine_name, planned_s, started_utc,"
                " started_offset_min, local_date, changed_utc) VALUES (?, 1, ?, '', 0, ?, 0, ?, ?)",
                (str(number), "r" * 200, at, at[:10], at.replace("T21:30", "T22:59")),
            )
    content = path.read_bytes().replace(b"T22:59", b"T22:?9", 1)
    path.write_bytes(content)
    with pytest.raises(UserError, match="damaged"):
        Database.open(path)
    assert path.read_bytes() == content


def test_a_file_cut_short_is_left(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", *("x" * 500 for _ in range(200)))
    content = path.read_bytes()[:20000]
    path.write_bytes(content)
    with pytest.raises(UserError, match="damaged"):
        Database.open(path, migrations=(ONE,))
    assert path.read_bytes() == content


def test_a_busy_file_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supple.store.database.OPENING_WAIT_S", 0.0)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database.rows("PRAGMA busy_timeout = 0")
    try:
        with pytest.raises(UserError, match="in use by another program"), database.transaction():
            pass
    finally:
        other.close()
    with database.transaction():
        pass


def test_a_full_disk_is_told_and_nothing_half_is_written(database: Database) -> None:
    database.rows(f"PRAGMA max_page_count = {database.rows('PRAGMA page_count')[0][0]}")

    def write() -> None:
        with database.transaction() as db:
            db.execute("INSERT INTO meta VALUES ('small', 'x')")
            db.execute("INSERT INTO meta VALUES ('large', ?)", ("x" * 100_000,))

    with pytest.raises(UserError, match="disk is full"):
        write()
    assert database.rows("SELECT key FROM meta") == []
    database.rows("PRAGMA max_page_count = 100000")
    write()
    assert database.rows("SELECT count(*) FROM meta") == [(2,)]


def test_a_read_only_file_is_told(database: Database) -> None:
    database.rows("PRAGMA query_only = 1")
    with (
        pytest.raises(UserError, match="Make the file and its folder writable"),
        database.transaction() as db,
    ):
        db.execute("INSERT INTO meta VALUES ('a', 'b')")


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="wants permissions that bind this user"
)
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "ro"
    fill(folder / "a.db", "x")
    folder.chmod(0o500)
    try:
        with pytest.raises(UserError, match="writable"):
            Database.open(folder / "a.db", migrations=(ONE, TWO))
    finally:
        folder.chmod(0o700)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").mkdir()
    with pytest.raises(UserError, match="cannot be opened"):
        Database.open(tmp_path / "a.db")


def test_an_error_in_a_transaction_takes_all_of_it_back(database: Database) -> None:
    def write_and_fail() -> None:
        with database.transaction() as db:
            db.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert database.rows("SELECT * FROM meta") == []


def test_a_backup_is_a_whole_file(database: Database, tmp_path: Path) -> None:
    with database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('a', 'b')")
    database.backup(tmp_path / "copies" / "c.db")
    with Database.open(tmp_path / "copies" / "c.db") as copy:
        assert copy.rows("SELECT * FROM meta") == [("a", "b")]


def test_settling_brings_everything_into_the_file(database: Database, tmp_path: Path) -> None:
    with database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('a', 'b')")
    database.settle()
    alone = shutil.copy(database.path, tmp_path / "alone.db")
    with Database.open(Path(alone)) as copy:
        assert copy.rows("SELECT * FROM meta") == [("a", "b")]


def test_two_programs_may_open_a_new_file_at_once(database: Database) -> None:
    with Database.open(database.path) as second:
        assert second.version == database.version


def test_closing_twice_does_nothing(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(UserError):
        database.rows("SELECT 1")


def test_another_connection_joins_without_a_check(database: Database) -> None:
    with Database.join(database.path) as second:
        with second.transaction() as db:
            db.execute("INSERT INTO meta VALUES ('a', 'b')")
        assert second.rows("PRAGMA busy_timeout") == [(5000,)]
        assert second.rows("PRAGMA foreign_keys") == [(1,)]
    assert database.rows("SELECT * FROM meta") == [("a", "b")]


def test_only_a_file_of_this_version_can_be_joined(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not there"):
        Database.join(tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()
    fill(tmp_path / "a.db", "x")
    with pytest.raises(UserError, match="older Supple"):
        Database.join(tmp_path / "a.db")
    fill(tmp_path / "b.db", "x", migrations=(ONE, *(("SELECT 1",) for _ in MIGRATIONS)))
    with pytest.raises(UserError, match="newer Supple"):
        Database.join(tmp_path / "b.db")


def test_a_large_file_that_was_closed_well_holds_up_no_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    check = Database._check

    def seen(database: Database, pragma: str) -> None:
        checked.append(pragma)
        check(database, pragma)

    monkeypatch.setattr(Database, "_check", seen)
    path = tmp_path / "a.db"
    Database.open(path).close()
    checked.clear()
    Database.open(path).close()
    assert checked == ["quick_check(session)"]
    monkeypatch.setattr("supple.store.database.LARGE", path.stat().st_size)
    Database.open(path).close()
    assert len(checked) == 1
    path.with_name("a.db-wal").write_bytes(b"left by a crash")
    Database.open(path).close()
    assert checked[1:] == ["integrity_check(1)"]


def test_a_backup_does_not_wait_for_ever(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supple.store.database.OPENING_WAIT_S", 0.0)
    target = tmp_path / "copy.db"
    other = sqlite3.connect(target, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(UserError, match="in use by another program"):
            database.backup(target)
    finally:
        other.close()
    database.backup(target)


OTHER = """
import sys
from pathlib import Path
from supple.store.database import Database
with Database.open(Path(sys.argv[1])) as other:
    print(other.rows("SELECT count(*) FROM device")[0][0])
"""


def looked_at(path: Path, tmp_path: Path, how: str) -> None:
    """Each way in which a program that has a history open looks at its file."""
    if how == "a check":
        assert check_file(path).good
    elif how == "a backup":
        backups.make(path, tmp_path / "copies", datetime.now(UTC))
    elif how == "a comparison":
        paths = Paths(path.parent, tmp_path, tmp_path, tmp_path)
        backups.make(path, paths.backups_dir, datetime.now(UTC))
        restoring.compare(paths, backups.listing(paths.backups_dir)[0].path)
    elif how == "an import":
        with pytest.raises(UserError, match="history itself"):
            read_file(path)
    elif how == "an export over a file beside it":
        with pytest.raises(UserError, match="history itself"):
            export.write(path.with_name("history.db-shm"), b"a table")
    else:
        with pytest.raises(UserError, match="history itself"):
            export.write(path, b"a table")


LOOKS = (
    *("a check", "a backup", "a comparison", "an import", "an export"),
    "an export over a file beside it",
)


@pytest.mark.parametrize("how", LOOKS)
def test_no_look_at_an_open_file_costs_it_its_locks(tmp_path: Path, how: str) -> None:
    # On POSIX closing any handle of a file drops all locks that the process has on it; the next
    # program to close the file would then delete the journal that this one goes on writing.
    path = tmp_path / "history.db"
    with Database.open(path) as database:
        history = History(database)
        looked_at(path, tmp_path, how)
        journal = path.with_name("history.db-wal")
        before = journal.stat().st_ino
        seen = subprocess.run(
            [sys.executable, "-c", OTHER, str(path)], capture_output=True, text=True, check=True
        )
        assert seen.stdout.strip() == "1"
        assert journal.stat().st_ino == before
        with database.transaction() as db:
            db.execute("INSERT INTO device (id) VALUES ('another')")
        seen = subprocess.run(
            [sys.executable, "-c", OTHER, str(path)], capture_output=True, text=True, check=True
        )
        assert seen.stdout.strip() == "2"
        assert is_open_here(path)
        history.close()
    assert not is_open_here(path)


def test_a_file_that_could_not_be_opened_is_not_open(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(b"no database at all" * 200)
    with pytest.raises(UserError):
        Database.open(path)
    assert not is_open_here(path)
