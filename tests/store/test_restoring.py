from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store import backups, replacing, restoring
from supple.store.checkup import check_file
from supple.store.database import Database
from supple.store.history import History
from supple.store.migrations import MIGRATIONS, v1
from supple.store.opening import open_history
from supple.store.paths import Paths

Practise = Callable[[History, int, int], None]
START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
NOW = START + timedelta(days=30)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of(tmp_path / "profile")


@pytest.fixture
def backup(paths: Paths, practise: Practise) -> Path:
    """Sessions 0 to 4 are in it; then 1 was edited, 2 deleted, 5 and 6 were done."""
    history = History(Database.open(paths.history_db))
    practise(history, 0, 5)
    made = backups.make(paths.history_db, paths.backups_dir, NOW - timedelta(days=1))
    history.rate(f"{1:024x}", note="felt good")
    history.discard(f"{2:024x}")
    practise(history, 5, 7)
    history.close()
    return made.path


def numbers(sessions: tuple[restoring.Session, ...]) -> list[int]:
    return [int(session.id, 16) for session in sessions]


def sessions(paths: Paths) -> list[int]:
    history = open_history(paths, mend=True).history
    found = [int(session.id, 16) for session in history.sessions()]
    history.close()
    return found


def device(paths: Paths) -> str:
    history = History(Database.open(paths.history_db))
    history.close()
    return history.device


def test_what_would_change_is_told_before(paths: Paths, backup: Path) -> None:
    change = restoring.compare(paths, backup)
    assert numbers(change.going) == [6, 5]
    assert numbers(change.coming) == [2]
    assert numbers(change.other) == [1]
    assert change.sessions == 5
    assert change.coming[0].started_at == START + timedelta(days=2)
    assert change.coming[0].name == "Desk break"


def test_looking_changes_nothing(paths: Paths, backup: Path) -> None:
    before = paths.history_db.read_bytes()
    restoring.compare(paths, backup)
    assert paths.history_db.read_bytes() == before


def test_the_backup_is_put_in_place_and_the_present_one_kept(paths: Paths, backup: Path) -> None:
    kept = restoring.restore(paths, backup, NOW)
    assert sessions(paths) == [4, 3, 2, 1, 0]
    assert kept is not None
    assert check_file(kept, alone=True).sessions == 6
    assert backup.exists()
    restoring.restore(paths, kept, NOW + timedelta(minutes=1))
    assert sessions(paths) == [6, 5, 4, 3, 1, 0]


def test_nothing_is_left_beside_the_backup(paths: Paths, backup: Path) -> None:
    content = backup.read_bytes()
    restoring.restore(paths, backup, NOW)
    beside = [path.name for path in backup.parent.iterdir() if path.name.startswith(backup.name)]
    assert beside == [backup.name]
    assert backup.read_bytes() == content


def test_a_file_of_another_computer_does_not_make_this_one_it(
    paths: Paths, backup: Path, tmp_path: Path, practise: Practise
) -> None:
    other = Paths.of(tmp_path / "other")
    history = History(Database.open(other.history_db))
    practise(history, 40, 42)
    history.close()
    before = device(paths)
    restoring.restore(paths, other.history_db, NOW)
    assert (sessions(paths), device(paths)) == ([41, 40], before)
    assert device(other) != before


def test_what_stands_in_the_journal_beside_a_file_comes_back_with_it(
    paths: Paths, tmp_path: Path, practise: Practise
) -> None:
    other, crashed = Paths.of(tmp_path / "other"), Paths.of(tmp_path / "crashed")
    history = History(Database.open(other.history_db))
    practise(history, 40, 41)
    history.rate(f"{40:024x}", note="felt good")
    shutil.copytree(other.data, crashed.data)
    history.close()
    restoring.restore(paths, crashed.history_db, NOW)
    with closing(open_history(paths).history) as history:
        assert [session.note for session in history.sessions()] == ["felt good"]


def test_a_deleted_session_comes_back_on_other_computers_too(paths: Paths, backup: Path) -> None:
    """Its deletion stands in their journals, and the later change of the two wins."""
    with closing(History(Database.open(paths.history_db))) as history:
        deletion = history.everything([f"{2:024x}"])
    later = datetime.now(START.tzinfo) + timedelta(minutes=1)
    restoring.restore(paths, backup, later)
    with closing(History(Database.open(paths.history_db))) as history:
        assert ("session", f"{2:024x}") in history.outbox()
        assert history.take_in(deletion) == 0
        restored = history.session(f"{2:024x}")
        assert restored is not None
        assert restored.deleted_at is None


@pytest.mark.usefixtures("backup")
def test_one_of_an_older_version_is_brought_up_to_date(paths: Paths, tmp_path: Path) -> None:
    with Database.open(tmp_path / "old.db", migrations=(v1.STATEMENTS,)):
        pass
    restoring.restore(paths, tmp_path / "old.db", NOW)
    assert check_file(paths.history_db).version == len(MIGRATIONS)
    assert check_file(tmp_path / "old.db").version == 1


@pytest.mark.parametrize("wrong", ["missing", "damaged", "newer", "empty"])
def test_what_cannot_be_restored_is_told(wrong: str, paths: Paths, backup: Path) -> None:
    before = paths.history_db.read_bytes()
    if wrong == "missing":
        backup.unlink()
    elif wrong == "damaged":
        backup.write_bytes(backup.read_bytes()[:20_000])
    elif wrong == "empty":
        backup.write_bytes(b"")
    else:
        with Database.open(backup) as database:
            database.rows(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(UserError, match=backup.name):
        restoring.compare(paths, backup)
    with pytest.raises(UserError, match=backup.name):
        restoring.restore(paths, backup, NOW)
    assert paths.history_db.read_bytes() == before


def test_a_damaged_present_one_is_kept_as_it_is(paths: Paths, backup: Path) -> None:
    paths.history_db.write_bytes(b"Dear diary, " * 999)
    assert restoring.compare(paths, backup).going == ()
    kept = restoring.restore(paths, backup, NOW)
    assert kept is not None
    assert kept.read_bytes() == b"Dear diary, " * 999
    assert sessions(paths) == [4, 3, 2, 1, 0]


def test_one_can_be_restored_where_there_is_no_history(paths: Paths, backup: Path) -> None:
    paths.history_db.unlink()
    assert restoring.restore(paths, backup, NOW) is None
    assert sessions(paths) == [4, 3, 2, 1, 0]


def test_a_newer_present_one_is_not_replaced(paths: Paths, backup: Path) -> None:
    with Database.open(paths.history_db) as database:
        database.rows(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(UserError, match="newer Supple"):
        restoring.restore(paths, backup, NOW)


def test_a_full_disk_leaves_the_history_as_it_was(
    paths: Paths, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing, "make_ready", refuse)
    with pytest.raises(UserError, match=r"No space left.*Nothing was lost"):
        restoring.restore(paths, backup, NOW)
    assert sessions(paths) == [6, 5, 4, 3, 1, 0]
    assert not (paths.data / "recovering").exists()


@pytest.mark.usefixtures("backup")
def test_to_delete_all_makes_one_last_backup(paths: Paths) -> None:
    before = device(paths)
    kept = restoring.erase_all(paths, NOW)
    assert kept is not None
    newest, last = backups.listing(paths.backups_dir)[:2]
    assert last.path == kept
    assert backups.check(newest).sessions == 0, "damage would be mended from what is there now"
    history = History(Database.open(paths.history_db))
    assert history.everything().sessions == ()
    assert history.outbox() == ()
    assert history.device == before
    history.close()
    assert not paths.history_db.with_name("history.db-wal").exists()
    restoring.restore(paths, kept, NOW + timedelta(minutes=1))
    assert sessions(paths) == [6, 5, 4, 3, 1, 0]


def test_nothing_of_what_was_deleted_is_left_in_the_file(paths: Paths, backup: Path) -> None:
    restoring.erase_all(paths, NOW)
    assert b"desk-break" not in paths.history_db.read_bytes()
    assert b"desk-break" in backup.read_bytes()


def test_where_there_is_nothing_an_empty_one_begins(paths: Paths) -> None:
    assert restoring.erase_all(paths, NOW) is None
    assert sessions(paths) == []
    shutil.rmtree(paths.data)


def test_damage_after_going_back_is_mended_from_what_was_gone_back_to(
    paths: Paths, backup: Path
) -> None:
    restoring.erase_all(paths, NOW)
    restoring.restore(paths, backup, NOW + timedelta(minutes=1))
    before = sessions(paths)
    paths.history_db.write_bytes(b"no database at all" * 200)
    for end in ("-wal", "-shm"):
        paths.history_db.with_name(paths.history_db.name + end).unlink(missing_ok=True)
    opened = open_history(paths, mend=True)
    opened.history.close()
    assert before
    assert sessions(paths) == before
