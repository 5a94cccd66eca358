from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store import backups
from supple.store.backups import Damaged
from supple.store.database import Database
from supple.store.history import History
from supple.store.migrations import MIGRATIONS, v1
from supple.store.paths import Paths

Practise = Callable[[History, int, int], None]
NOW = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
V = len(MIGRATIONS)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of(tmp_path)


@pytest.fixture
def history(paths: Paths, practise: Practise) -> History:
    history = History(Database.open(paths.history_db))
    practise(history, 0, 5)
    return history


def made(paths: Paths, now: datetime = NOW) -> backups.Backup:
    return backups.make(paths.history_db, paths.backups_dir, now)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:12288] = b"\xa5" * 4096
    path.write_bytes(content)


def test_one_made_while_the_history_is_open_holds_everything(
    paths: Paths, history: History
) -> None:
    backup = made(paths)
    assert backup.path.name == f"history-v{V}-2026-03-14T213000.000000Z.db"
    assert (backup.made_at, backup.version) == (NOW, V)
    assert backup.size == backup.path.stat().st_size
    assert backups.check(backup).sessions == 5
    assert [path.name for path in paths.backups_dir.iterdir()] == [backup.path.name]
    history.close()


@pytest.mark.usefixtures("history")
def test_one_can_be_made_in_another_thread(paths: Paths) -> None:
    thread = threading.Thread(target=made, args=(paths,))
    thread.start()
    thread.join()
    assert len(backups.listing(paths.backups_dir)) == 1


@pytest.mark.skipif(os.name != "posix", reason="wants Unix permissions")
@pytest.mark.usefixtures("history")
def test_nobody_else_can_read_it(paths: Paths) -> None:
    assert made(paths).path.stat().st_mode & 0o777 == 0o600
    assert paths.backups_dir.stat().st_mode & 0o777 == 0o700


def test_those_of_a_migration_are_listed_as_well(paths: Paths) -> None:
    with Database.open(paths.history_db, migrations=(v1.STATEMENTS,)):
        pass
    with Database.open(paths.history_db, paths.backups_dir):
        pass
    (backup,) = backups.listing(paths.backups_dir)
    assert backup.version == 1
    assert datetime.now(UTC) - backup.made_at < timedelta(minutes=5)
    assert backups.check(backup).good


@pytest.mark.usefixtures("history")
def test_the_list_is_newest_first_and_of_ours_alone(paths: Paths) -> None:
    assert backups.listing(paths.backups_dir) == []
    for day in (1, 3, 2):
        made(paths, NOW + timedelta(days=day))
    for name in ("notes.txt", "history.db", "history-v2-2026-13-14T213000.000000Z.db", "x.db"):
        (paths.backups_dir / name).write_text("mine")
    listed = backups.listing(paths.backups_dir)
    assert [backup.made_at for backup in listed] == [NOW + timedelta(days=n) for n in (3, 2, 1)]
    backups.thin(paths.backups_dir, NOW + timedelta(days=9000))
    assert (paths.backups_dir / "notes.txt").read_text() == "mine"


@pytest.mark.usefixtures("history")
def test_one_is_due_once_a_local_day(paths: Paths) -> None:
    assert backups.due(paths.backups_dir, NOW)
    made(paths)
    assert not backups.due(paths.backups_dir, NOW)
    assert not backups.due(paths.backups_dir, NOW - timedelta(hours=23))
    # In Greenwich it is still the same day.
    assert backups.due(paths.backups_dir, NOW + timedelta(minutes=31))
    assert backups.make_daily(paths, NOW) is None
    assert backups.make_daily(paths, NOW + timedelta(minutes=31)) is not None


def test_where_there_is_no_history_there_is_no_backup(paths: Paths) -> None:
    assert backups.make_daily(paths, NOW) is None
    assert not paths.history_db.exists()
    paths.data.mkdir()
    paths.history_db.touch()
    with pytest.raises(UserError, match="no history yet"):
        made(paths)
    assert not paths.backups_dir.exists()


def test_of_a_damaged_history_none_is_made_and_none_removed(paths: Paths, history: History) -> None:
    before = [made(paths, NOW - timedelta(days=n, hours=2 * h)) for n in (1, 2) for h in range(4)]
    history.close()
    damage(paths.history_db)
    with pytest.raises(Damaged, match=r"damaged.*Nothing was backed up"):
        backups.make_daily(paths, NOW)
    with pytest.raises(Damaged, match="damaged"):
        backups.copy_sound(paths.history_db, paths.data / "copy.db")
    assert not (paths.data / "copy.db").exists()
    assert {b.path for b in backups.listing(paths.backups_dir)} == {b.path for b in before}
    assert len([*paths.backups_dir.iterdir()]) == len(before)
    assert paths.suspect_file.exists()


@pytest.mark.usefixtures("history")
def test_a_history_of_a_newer_version_is_left_to_it(paths: Paths) -> None:
    with Database.open(paths.history_db) as database:
        database.rows(f"PRAGMA user_version = {V + 1}")
    with pytest.raises(UserError, match="newer Supple"):
        made(paths)


@pytest.mark.usefixtures("history")
def test_a_copy_that_turns_out_damaged_is_not_kept(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = Database.backup

    def damaging(database: Database, target: Path) -> None:
        backup(database, target)
        damage(target)

    monkeypatch.setattr(Database, "backup", damaging)
    with pytest.raises(UserError, match="damaged while it was written"):
        made(paths)
    assert [*paths.backups_dir.iterdir()] == []


@pytest.mark.usefixtures("history")
def test_a_full_disk_is_told_and_leaves_nothing(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError, match="No space left"):
        made(paths)
    assert [*paths.backups_dir.iterdir()] == []


@pytest.mark.usefixtures("history")
def test_a_copy_goes_where_the_person_wants_but_over_no_file(paths: Paths, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "copy.db"
    backups.copy_sound(paths.history_db, target)
    connection = sqlite3.connect(target)
    assert connection.execute("SELECT count(*) FROM session").fetchone() == (5,)
    connection.close()
    before = target.read_bytes()
    with pytest.raises(UserError, match="there already"):
        backups.copy_sound(paths.history_db, target)
    assert target.read_bytes() == before


@pytest.mark.usefixtures("history")
def test_the_newest_good_one_is_not_the_newest(paths: Paths) -> None:
    assert backups.newest_good(paths.backups_dir) is None
    good, bad = made(paths), made(paths, NOW + timedelta(days=1))
    damage(bad.path)
    assert backups.newest_good(paths.backups_dir) == good


@pytest.mark.usefixtures("history")
def test_old_ones_are_thinned_and_the_days_stay(paths: Paths) -> None:
    first = made(paths, NOW - timedelta(days=30))
    for hours in range(0, 96, 8):
        copied = first.path.with_name(
            f"history-v{V}-{(NOW - timedelta(hours=hours)).astimezone(UTC):%Y-%m-%dT%H%M%S.%fZ}.db"
        )
        copied.write_bytes(first.path.read_bytes())
    removed = backups.thin(paths.backups_dir, NOW)
    assert len(removed) == 6
    left = backups.listing(paths.backups_dir)
    assert first in left
    assert left[0].made_at == NOW
    assert backups.thin(paths.backups_dir, NOW) == []


@pytest.mark.usefixtures("history")
def test_a_damaged_one_does_not_stand_in_for_a_good_one(paths: Paths) -> None:
    good = made(paths, NOW - timedelta(days=60, hours=3))
    bad = made(paths, NOW - timedelta(days=60))
    for hours in range(4):
        made(paths, NOW - timedelta(days=3, hours=hours))
    damage(bad.path)
    backups.thin(paths.backups_dir, NOW)
    assert good in backups.listing(paths.backups_dir)


def test_the_last_one_of_an_older_version_stays(paths: Paths) -> None:
    with Database.open(paths.history_db, migrations=(v1.STATEMENTS,)):
        pass
    old = [made(paths, NOW - timedelta(days=500 + n)) for n in range(2)]
    with Database.open(paths.history_db, paths.data / "elsewhere"):
        pass
    for hours in range(60):
        made(paths, NOW - timedelta(days=2, hours=hours))
    removed = backups.thin(paths.backups_dir, NOW)
    assert old[0].path not in removed
    assert old[1].path in removed


@pytest.mark.usefixtures("history")
def test_what_a_crash_left_unfinished_goes_after_a_while(paths: Paths) -> None:
    made(paths)
    cut = paths.backups_dir / f".history-v{V}-2026-03-14T213000.000000Z.db.new"
    cut.write_bytes(b"half")
    fresh = datetime.fromtimestamp(cut.stat().st_mtime, UTC)
    backups.thin(paths.backups_dir, fresh + timedelta(minutes=5))
    assert cut.exists()
    backups.thin(paths.backups_dir, fresh + timedelta(hours=2))
    assert not cut.exists()
