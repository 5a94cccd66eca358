from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.core.ended import Ended
from supple.core.problem import UserError
from supple.store import backups, recovery
from supple.store.checkup import State, check_file
from supple.store.database import Database
from supple.store.file_pages import Pages
from supple.store.history import History, random_id
from supple.store.migrations import MIGRATIONS, v1
from supple.store.opening import Opened, open_history, suspect
from supple.store.page_rows import INDEX_LEAF, TABLE_LEAF, rows_on
from supple.store.paths import Paths
from supple.store.recovered import Recovered, forget

Practise = Callable[[History, int, int], None]
START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
SAVED, ALL = 20, 24
"""Sessions in the backup, and in the history."""
SAVED_AT, NOW = START + timedelta(days=SAVED), START + timedelta(days=ALL + 1)
IN_BACKUP = {f"{day:024x}" for day in range(SAVED)}
EVERY = {f"{day:024x}" for day in range(ALL)}


@pytest.fixture(scope="module")
def profiles(tmp_path_factory: pytest.TempPathFactory, practise: Practise) -> Path:
    """Two histories with a backup: ``closed``, and ``cut`` as a crash leaves it."""
    root = tmp_path_factory.mktemp("profiles")
    paths = Paths.of(root / "made")
    history = History(Database.open(paths.history_db))
    practise(history, 0, SAVED)
    backups.make(paths.history_db, paths.backups_dir, SAVED_AT)
    practise(history, SAVED, ALL)
    shutil.copytree(paths.data, root / "cut" / "data")
    history.close()
    shutil.copytree(paths.data, root / "closed" / "data")
    return root


@pytest.fixture
def paths(profiles: Path, tmp_path: Path) -> Paths:
    return use(profiles / "closed", tmp_path / "profile")


def use(profile: Path, folder: Path) -> Paths:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(profile, folder)
    return Paths.of(folder)


def journal(paths: Paths) -> Path:
    return paths.history_db.with_name("history.db-wal")


def overwrite(path: Path, at: int, content: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(content)] = content
    path.write_bytes(whole)


def break_sessions(paths: Paths) -> None:
    """Make the root of the table of sessions unreadable for SQLite; its leaves are whole."""
    with closing(sqlite3.connect(paths.history_db)) as db:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'session'"
        (page,) = db.execute(query).fetchone()
    overwrite(paths.history_db, (page - 1) * 4096, b"\xa5" * 4096)


def break_pages(paths: Paths, kind: int, *values: str) -> None:
    """Make every page of ``kind`` unreadable that has a row with ``values`` in it."""
    pages = Pages(paths.history_db.read_bytes())
    wanted = [
        number
        for number, page in pages
        if page[0] == kind
        and any({*values} <= {*row.values} for row in rows_on(number, page, pages.newest))
    ]
    assert wanted
    for number in wanted:
        overwrite(paths.history_db, (number - 1) * 4096, b"\xa5" * 4096)


@contextmanager
def opened(paths: Paths) -> Iterator[Opened]:
    found = open_history(paths, now=lambda: NOW, mend=True)
    yield found
    found.history.close()


def ids(found: Opened) -> set[str]:
    return {session.id for session in found.history.sessions()}


def held(found: Opened) -> dict[str, float]:
    return {session.id: session.held_s for session in found.history.sessions()}


def test_the_newest_backup_comes_back_with_what_came_after_it(paths: Paths) -> None:
    break_sessions(paths)
    damaged = paths.history_db.read_bytes()
    with opened(paths) as found:
        assert ids(found) == EVERY
        assert set(held(found).values()) == {180.0}
        told = found.recovered
    assert told is not None
    assert (told.restored_from, told.at) == (SAVED_AT, NOW)
    assert (told.sessions_back, told.sessions_known_before, told.missing) == (ALL, ALL, ())
    assert told.salvaged == ALL - SAVED
    assert told.damaged_file is not None
    assert told.damaged_file.read_bytes() == damaged
    assert check_file(paths.history_db).good


def test_it_is_told_until_the_person_has_seen_it(paths: Paths) -> None:
    break_sessions(paths)
    with opened(paths) as first, opened(paths) as second:
        assert first.recovered == second.recovered is not None
    forget(paths)
    with opened(paths) as third:
        assert third.recovered is None
        assert ids(third) == EVERY


def test_the_computer_stays_who_it_is(paths: Paths) -> None:
    with opened(paths) as found:
        device = found.history.device
    break_sessions(paths)
    with opened(paths) as found:
        assert found.history.device == device


def test_the_newest_good_backup_is_taken_not_the_newest(paths: Paths) -> None:
    bad = backups.make(paths.history_db, paths.backups_dir, NOW).path
    overwrite(bad, 8192, b"\xa5" * 4096)
    paths.history_db.write_bytes(b"no database" * 500)
    with opened(paths) as found:
        assert ids(found) == IN_BACKUP
        assert found.recovered is not None
        assert found.recovered.restored_from == SAVED_AT
    assert bad.exists()


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    tmp_path: Path, practise: Practise
) -> None:
    paths = Paths.of(tmp_path)
    with Database.open(paths.history_db, migrations=(v1.STATEMENTS,)) as old:
        old.rows("PRAGMA journal_mode = DELETE")
        with old.transaction() as db:
            db.execute("INSERT INTO device VALUES (1, 'd')")
            at = "2026-03-14T21:29:00.000000Z"
            db.execute(
                "INSERT INTO session (id, device, routine, routine_name, planned_s, started_utc,"
                " started_offset_min, local_date, ended, ended_utc, ended_offset_min, changed_utc)"
                " VALUES ('old', 1, 'r', 'R', 0, ?1, 0, ?2, 'finished', ?1, 0, ?1)",
                (at, at[:10]),
            )
    backups.make(paths.history_db, paths.backups_dir, SAVED_AT)
    history = History(Database.open(paths.history_db, paths.data / "elsewhere"))
    practise(history, 0, 20)
    history.close()
    break_sessions(paths)
    with opened(paths) as found:
        assert ids(found) == {"old", *(f"{day:024x}" for day in range(20))}
        assert found.recovered is not None
    assert check_file(paths.history_db).version == len(MIGRATIONS)
    assert [b.version for b in backups.listing(paths.backups_dir)] == [1]


def test_without_a_backup_the_file_itself_is_read(paths: Paths) -> None:
    shutil.rmtree(paths.backups_dir)
    with opened(paths) as found:
        device = found.history.device
    break_sessions(paths)
    with opened(paths) as found:
        assert ids(found) == EVERY
        assert found.history.device == device
        assert found.recovered is not None
        assert found.recovered.restored_from is None
        assert "row by row" in found.recovered.headline(NOW)


def test_where_nothing_can_be_read_a_new_one_begins_and_that_is_told(paths: Paths) -> None:
    shutil.rmtree(paths.backups_dir)
    paths.history_db.write_bytes(b"Dear diary, " * 999)
    with opened(paths) as found:
        assert ids(found) == set()
        assert found.recovered is not None
        assert "could not be read" in found.recovered.headline(NOW)
        assert found.recovered.damaged_file is not None
        assert found.recovered.damaged_file.read_bytes() == b"Dear diary, " * 999


def test_what_is_lost_is_named(paths: Paths) -> None:
    """The rows of the last sessions are gone, while an index still knows when they began."""
    break_pages(paths, TABLE_LEAF, f"{ALL - 1:024x}")
    with opened(paths) as found:
        assert IN_BACKUP <= ids(found) < EVERY
        told = found.recovered
        assert told is not None
        lost = [START + timedelta(days=int(row, 16)) for row in sorted(EVERY - ids(found))]
    assert list(told.missing) == lost
    assert told.sessions_known_before == ALL
    assert told.missing[0].utcoffset() == START.utcoffset()


def test_a_session_keeps_its_time_where_its_holds_are_lost(paths: Paths) -> None:
    break_pages(paths, INDEX_LEAF, f"{ALL - 1:020x}0005", "strap")
    suspect(paths)
    with opened(paths) as found:
        assert found.recovered is not None
        assert held(found)[f"{ALL - 1:024x}"] == 180.0


def test_a_session_the_crash_cut_is_read_as_well(paths: Paths, practise: Practise) -> None:
    history = History(Database.open(paths.history_db))
    history.open_session("open", "desk-break", "Desk break", NOW - timedelta(hours=2))
    kept = history.session(f"{1:024x}")
    assert kept is not None
    step = kept.steps[0]
    history.add_step("open", step, NOW - timedelta(hours=1), "open-1")
    history.close()
    break_sessions(paths)
    with opened(paths) as found:
        cut = found.history.session("open")
        assert cut is not None
        assert (cut.ended, cut.held_s) == (Ended.CRASHED, 30.0)
        assert cut.ended_at == NOW - timedelta(hours=1)


def test_a_session_the_backup_has_half_gets_its_other_half(paths: Paths) -> None:
    history = History(Database.open(paths.history_db), now=lambda: NOW)
    kept = history.session(f"{1:024x}")
    assert kept is not None
    began = NOW - timedelta(hours=2)
    history.open_session("s", "desk-break", "Desk break", began)
    history.add_step("s", kept.steps[0], began + timedelta(minutes=1), "s-1")
    backups.make(paths.history_db, paths.backups_dir, NOW - timedelta(hours=1))
    history.add_step("s", kept.steps[0], began + timedelta(minutes=2), "s-2")
    history.close_session("s", Ended.FINISHED, began + timedelta(minutes=2))
    history.close()
    break_sessions(paths)
    with opened(paths) as found:
        whole = found.history.session("s")
        assert whole is not None
        assert (whole.ended, [s.id for s in whole.steps]) == (Ended.FINISHED, ["s-1", "s-2"])


def test_a_deletion_after_the_backup_stays_one(paths: Paths) -> None:
    history = History(Database.open(paths.history_db), now=lambda: NOW)
    history.discard(f"{2:024x}")
    history.close()
    break_sessions(paths)
    with opened(paths) as found:
        assert ids(found) == EVERY - {f"{2:024x}"}


def test_finished_writes_behind_a_damaged_place_of_the_journal_are_read(
    profiles: Path, tmp_path: Path
) -> None:
    paths = use(profiles / "cut", tmp_path / "profile")
    size = journal(paths).stat().st_size
    before = journal(paths).read_bytes()
    overwrite(journal(paths), 32 + 24 + 700, b"\xa5")
    with pytest.raises(UserError, match="damaged"):
        open_history(paths, now=lambda: NOW)
    assert journal(paths).stat().st_size == size
    with opened(paths) as found:
        assert ids(found) == EVERY
        assert found.recovered is not None
        kept = found.recovered.damaged_file
    assert kept is not None
    assert len(kept.with_name(kept.name + "-wal").read_bytes()) == len(before)


def test_a_journal_as_a_crash_leaves_it_is_no_damage(profiles: Path, tmp_path: Path) -> None:
    paths = use(profiles / "cut", tmp_path / "profile")
    with opened(paths) as found:
        assert ids(found) == EVERY
        assert found.recovered is None


def test_a_file_cut_to_nothing_is_damage_where_there_is_a_backup(paths: Paths) -> None:
    paths.history_db.write_bytes(b"")
    with pytest.raises(UserError, match="damaged"):
        open_history(paths)
    with opened(paths) as found:
        assert ids(found) == IN_BACKUP
        assert found.recovered is not None


def test_an_empty_file_without_a_backup_is_a_new_history(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path)
    paths.data.mkdir()
    paths.history_db.touch()
    with opened(paths) as found:
        assert (ids(found), found.recovered) == (set(), None)


def test_a_newer_history_is_not_touched(paths: Paths) -> None:
    with closing(sqlite3.connect(paths.history_db)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = paths.history_db.read_bytes()
    with pytest.raises(UserError, match="newer Supple"):
        open_history(paths, mend=True)
    assert paths.history_db.read_bytes() == before
    assert not paths.recovered_file.exists()


def test_a_locked_history_is_not_touched(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supple.store.database.OPENING_WAIT_S", 0.0)
    monkeypatch.setattr("supple.store.checkup.WAIT_S", 0.0)
    with closing(sqlite3.connect(paths.history_db, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="in use"):
            open_history(paths, mend=True)
    with opened(paths) as found:
        assert found.recovered is None


def test_who_is_not_alone_leaves_a_damaged_file_as_it_is(paths: Paths) -> None:
    break_sessions(paths)
    before = paths.history_db.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        open_history(paths)
    assert paths.history_db.read_bytes() == before


def test_a_full_disk_loses_nothing(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    break_sessions(paths)
    before = paths.history_db.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", refuse)
        for _ in range(2):
            with pytest.raises(UserError, match=r"No space left.*Nothing was lost"):
                open_history(paths, mend=True)
    assert paths.history_db.read_bytes() == before
    assert not (paths.data / "recovering").exists()
    assert len([*paths.data.glob("history-damaged-*")]) == 1
    with opened(paths) as found:
        assert ids(found) == EVERY


def test_damage_met_while_running_is_mended_at_the_next_start(paths: Paths) -> None:
    suspect(paths)
    with opened(paths) as found:
        assert found.recovered is None
    assert not paths.suspect_file.exists()
    break_sessions(paths)
    suspect(paths)
    with opened(paths) as found:
        assert found.recovered is not None
    assert not paths.suspect_file.exists()


def test_a_date_that_never_was_is_damage_too(paths: Paths) -> None:
    whole = paths.history_db.read_bytes()
    paths.history_db.write_bytes(whole.replace(b"2026-03-20", b"2026-93-20"))
    there, told = use_for_a_day(paths)
    assert there == EVERY
    assert told is not None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="wants to be killed in a fork")
def test_killed_at_any_point_the_next_start_has_everything(profiles: Path, tmp_path: Path) -> None:
    point = 0
    killed = True
    while killed:
        point += 1
        paths = use(profiles / "closed", tmp_path / "profile")
        break_sessions(paths)
        killed = recover_and_die_at(point, paths)
        with opened(paths) as found:
            assert ids(found) == EVERY, point
            assert found.recovered is not None, point
        assert len([*paths.data.glob("history-damaged-*.db")]) == 1, point
        assert not paths.ready_db.exists()
        assert not (paths.data / "recovering").exists()
        assert check_file(paths.history_db).good
    assert point > 20


_FILE_WORK = ("open", "os.", "shutil.", "sqlite3.connect")


def recover_and_die_at(point: int, paths: Paths) -> bool:
    """Recover in a child that is gone at once at the ``point``-th work on a file."""
    child = os.fork()
    if child == 0:
        left = [point]

        def count(event: str, arguments: tuple[object, ...]) -> None:
            if event.startswith(_FILE_WORK) and str(paths.data) in str(arguments):
                left[0] -= 1
                if left[0] == 0:
                    os._exit(9)

        try:
            sys.addaudithook(count)
            recovery.recover(paths, random_id, NOW)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_a_recovery_that_was_cut_is_not_passed_over(paths: Paths) -> None:
    shutil.copyfile(backups.listing(paths.backups_dir)[0].path, paths.ready_db)
    with pytest.raises(UserError, match="was being restored"):
        open_history(paths)
    with opened(paths) as found:
        assert ids(found) == IN_BACKUP


def corrupt(path: Path, chance: random.Random) -> None:
    """Bits flipped, a page of zeros or of nonsense, or the end cut off."""
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content))
    page = content[at : at + 4096]
    match chance.randrange(5):
        case 0:
            content[at] ^= 1 << chance.randrange(8)
        case 1:
            for _ in range(40):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        case 2:
            content[at : at + 4096] = bytes(len(page))
        case 3:
            content[at : at + 4096] = chance.randbytes(len(page))
        case _:
            del content[at:]
    path.write_bytes(content)


def use_for_a_day(paths: Paths) -> tuple[set[str], Recovered | None]:
    """Open it, read all of it, make the backup of the day; begin again where that fails."""
    for _ in range(2):
        with opened(paths) as found:
            try:
                there = ids(found)
                backups.make_daily(paths, NOW)
            except UserError:
                suspect(paths)
                continue
            return there, found.recovered
    raise AssertionError("it was not mended by the second start")


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), which=st.sampled_from(["closed", "cut", "journal", "both"]))
def test_no_damage_loses_what_is_in_the_backup(
    seed: int, which: str, profiles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    profile = profiles / ("closed" if which == "closed" else "cut")
    paths = use(profile, tmp_path_factory.getbasetemp() / "corrupt")
    chance = random.Random(seed)
    for file in (paths.history_db, journal(paths)):
        if file.exists() and which in ("closed" if file == paths.history_db else "journal", "both"):
            corrupt(file, chance)
    if which == "cut":
        corrupt(paths.history_db, chance)
    if check_file(paths.history_db).state is State.NEWER:
        with pytest.raises(UserError, match="newer Supple"):
            use_for_a_day(paths)
        return
    there, told = use_for_a_day(paths)
    assert there >= IN_BACKUP
    if told is not None:
        assert told.sessions_back == len(there)
        assert told.damaged_file is not None
        assert told.damaged_file.exists()
        assert " ".join((told.headline(NOW), *told.sentences(NOW)))
