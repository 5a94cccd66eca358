from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.store.checkup import State, check_file, expected
from supple.store.database import Database
from supple.store.history import History
from supple.store.migrations import MIGRATIONS, v1

Practise = Callable[[History, int, int], None]


@pytest.fixture
def path(tmp_path: Path, practise: Practise) -> Path:
    history = History(Database.open(tmp_path / "history.db"))
    practise(history, 0, 20)
    history.discard(f"{3:024x}")
    history.close()
    return tmp_path / "history.db"


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_file_says_how_many_sessions_are_in_it(path: Path) -> None:
    found = check_file(path)
    assert (found.state, found.good, found.why) == (State.SOUND, True, "")
    assert (found.version, found.sessions) == (len(MIGRATIONS), 19)


def test_looking_alone_leaves_nothing_beside(path: Path) -> None:
    assert check_file(path, alone=True).good
    assert [p.name for p in path.parent.iterdir() if p.name.startswith("history.db-")] == []


def test_a_file_in_use_can_be_looked_at(path: Path) -> None:
    with Database.open(path) as database, database.transaction() as db:
        db.execute("INSERT OR REPLACE INTO meta VALUES ('a', 'b')")
        assert check_file(path).good


def test_an_older_version_is_sound(tmp_path: Path) -> None:
    with Database.open(tmp_path / "old.db", migrations=(v1.STATEMENTS,)):
        pass
    assert (check_file(tmp_path / "old.db").good, check_file(tmp_path / "old.db").version) == (
        True,
        1,
    )


def test_nothing_written_yet_is_sound_and_of_no_version(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    assert (check_file(tmp_path / "new.db").good, check_file(tmp_path / "new.db").version) == (
        True,
        0,
    )


@pytest.mark.parametrize("version", [len(MIGRATIONS) + 1, len(MIGRATIONS) + 500])
def test_a_newer_one_is_not_damaged(path: Path, version: int) -> None:
    change(path, f"PRAGMA user_version = {version}")
    found = check_file(path)
    assert found.state is State.NEWER
    assert str(version) in found.why


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("PRAGMA user_version = 0", "version is lost"),
        ("PRAGMA user_version = 66000", "version cannot be 66000"),
        ("DROP TRIGGER session_insert", "session_insert is not as it was made"),
        ("DROP INDEX session_by_day", "session_by_day is not as it was made"),
        ("ALTER TABLE step RENAME COLUMN hurt TO hvrt", "is not as it was made"),
        ("DELETE FROM session WHERE number = 4", "session is missing"),
    ],
)
def test_what_no_history_looks_like_is_damage(path: Path, statement: str, why: str) -> None:
    change(path, statement)
    found = check_file(path)
    assert found.state is State.DAMAGED
    assert why in found.why


def test_a_table_of_somebody_else_is_no_damage(path: Path) -> None:
    change(path, "CREATE TABLE mine (a)")
    assert check_file(path).good


def test_names_in_quotes_are_the_same_names(path: Path) -> None:
    change(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'TABLE session (', 'TABLE \"session\"(')"
        " WHERE name = 'step'",
    )
    assert check_file(path).good


@pytest.mark.parametrize(
    ("at", "content"),
    [
        (0, b"Dear diary, " * 10),
        (18, b"\x03\x03"),
        (60, b"\xff\xff\xff\xff"),
        (100, b"\xa5" * 3996),
        (8192, b"\xa5" * 4096),
    ],
)
def test_damaged_bytes_are_damage(path: Path, at: int, content: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(content)] = content
    path.write_bytes(whole)
    assert check_file(path).state is State.DAMAGED
    assert path.read_bytes() == whole


def test_a_value_against_the_rules_is_damage(path: Path) -> None:
    whole = path.read_bytes().replace(b"finished", b"finibhed", 1)
    path.write_bytes(whole)
    assert "CHECK" in check_file(path).why
    assert not check_file(path, alone=True).good
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("session", "started_utc", "2026-02-31T10:00:00.000000Z"),
        ("session", "ended_utc", "2026-13-01T10:00:00.000000Z"),
        ("session", "local_date", "0000-01-01"),
        ("step", "ended_utc", "2026-03-01T10:00:75.000000Z"),
        ("step", "local_date", "2026-02-30"),
    ],
)
def test_a_date_that_never_was_is_damage(table: str, column: str, text: str, path: Path) -> None:
    key = "number" if table == "session" else "session"
    change(path, f"UPDATE {table} SET {column} = '{text}' WHERE {key} = 4")
    found = check_file(path)
    assert found.state is State.DAMAGED
    assert f"{table} holds a date" in found.why


def test_a_file_cut_short_is_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])
    assert check_file(path).state is State.DAMAGED


def test_a_file_that_is_not_there_or_locked_says_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_file(path.with_name("none.db")).state is State.CLOSED
    monkeypatch.setattr("supple.store.checkup.WAIT_S", 0.0)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    assert check_file(path).state is State.CLOSED
    holder.close()


def test_every_version_knows_its_own_tables() -> None:
    assert {"session", "step", "device", "meta"} <= expected(1).keys()
    assert {"assessment", "day_off", "outbox"} <= expected(2).keys() - expected(1).keys()


def test_a_pipe_says_nothing_and_is_not_waited_for(
    tmp_path: Path, pipe_at: Callable[[Path], Path]
) -> None:
    found = check_file(pipe_at(tmp_path / "history.db"))
    assert (found.state, found.why) == (State.CLOSED, "it is a named pipe, not a file")
