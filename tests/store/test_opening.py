from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.event import Ended
from supple.core.problem import UserError
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step import StepKind
from supple.store.database import Database
from supple.store.opening import open_history, suspect
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


def test_a_history_that_cannot_be_begun_is_closed_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Database] = []
    close = Database.close

    def seen(database: Database) -> None:
        closed.append(database)
        close(database)

    def fail() -> str:
        raise UserError("no id")

    monkeypatch.setattr(Database, "close", seen)
    with pytest.raises(UserError, match="no id"):
        open_history(paths, new_id=fail)
    assert len(closed) == 1


def test_a_damaged_history_is_told_and_left(paths: Paths) -> None:
    paths.data.mkdir()
    paths.history_db.write_bytes(b"not a database" * 99)
    with pytest.raises(UserError, match="damaged"):
        open_history(paths)
    assert paths.history_db.read_bytes() == b"not a database" * 99


def test_a_history_about_to_take_its_place_takes_it(paths: Paths) -> None:
    first = open_history(paths)
    first.history.open_session("s", "r", "R", START)
    first.history.close()
    paths.history_db.replace(paths.ready_db)
    with pytest.raises(UserError, match="being restored"):
        open_history(paths)
    mended = open_history(paths, mend=True)
    assert [session.id for session in mended.repaired] == ["s"]
    mended.history.close()


def test_a_suspect_history_that_is_sound_is_trusted_again(paths: Paths) -> None:
    open_history(paths).history.close()
    suspect(paths)
    assert paths.suspect_file.exists()
    open_history(paths, mend=True).history.close()
    assert not paths.suspect_file.exists()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a history with some weeks in it, the last session cut by a crash."""
    paths = Paths.of(tmp_path_factory.mktemp("sound"))
    history = open_history(paths).history
    step = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 30.0, True)
    for day in range(20):
        at = START + timedelta(days=day)
        history.open_session(f"s{day}", "desk-break", "Desk break", at)
        for _ in range(4):
            history.add_step(f"s{day}", step, at)
        if day < 19:
            history.close_session(f"s{day}", Ended.FINISHED, at)
    history.close()
    return paths.history_db.read_bytes()


def use(paths: Paths) -> None:
    history = open_history(paths).history
    try:
        history.sessions()
        history.day_totals()
        history.open_session("new", "r", "R", START)
        history.close_session("new", Ended.STOPPED, START)
    finally:
        history.close()


def test_a_suspect_history_is_read_whole_and_mended(paths: Paths) -> None:
    open_history(paths).history.close()
    with closing(sqlite3.connect(paths.history_db)) as db:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'assessment'"
        (page,) = db.execute(query).fetchone()
    with paths.history_db.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    unseen = open_history(paths, mend=True)
    assert unseen.recovered is None  # no start reads the checks
    unseen.history.close()
    suspect(paths)
    mended = open_history(paths, mend=True)
    assert mended.recovered is not None
    assert not paths.suspect_file.exists()
    mended.history.close()


def test_the_sound_file_can_be_used(sound: bytes, paths: Paths) -> None:
    paths.data.mkdir()
    paths.history_db.write_bytes(sound)
    use(paths)


@given(data=st.data())
def test_no_damage_raises_anything_but_plain_words(
    data: st.DataObject, sound: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = Paths.of(tmp_path_factory.mktemp("damaged"))
    paths.data.mkdir()
    content = bytearray(sound)
    places = st.integers(0, len(sound) - 1)
    for at, bit in data.draw(st.lists(st.tuples(places, st.integers(0, 7)), max_size=8)):
        content[at] ^= 1 << bit
    start, length = data.draw(places), data.draw(st.sampled_from([0, 1, 30, 600, 4096]))
    content[start : start + length] = bytes(len(content[start : start + length]))
    paths.history_db.write_bytes(content[: data.draw(st.just(len(sound)) | places)])
    with suppress(UserError):
        use(paths)
    assert paths.history_db.exists()


@pytest.mark.parametrize("mend", [False, True])
def test_a_pipe_in_its_place_is_told_and_left(
    mend: bool, paths: Paths, pipe_at: Callable[[Path], Path]
) -> None:
    pipe_at(paths.history_db)
    with pytest.raises(UserError, match=r"history\.db is a named pipe, not a file\. Move it away"):
        open_history(paths, mend=mend)
    assert paths.history_db.is_fifo()


def test_a_folder_in_its_place_is_told_and_left(paths: Paths) -> None:
    paths.history_db.mkdir(parents=True)
    with pytest.raises(UserError, match=r"history\.db is a folder, not a file\. Move it away"):
        open_history(paths, mend=True)
    assert paths.history_db.is_dir()


def test_a_pipe_in_the_place_of_its_journal_holds_nobody_up(
    paths: Paths, pipe_at: Callable[[Path], Path]
) -> None:
    open_history(paths).history.close()
    pipe_at(paths.data / "history.db-wal")
    with suppress(UserError):
        open_history(paths, mend=True).history.close()


def test_what_is_no_file_does_not_take_the_place_of_the_history(paths: Paths) -> None:
    open_history(paths).history.close()
    paths.ready_db.mkdir()
    open_history(paths, mend=True).history.close()
    assert paths.history_db.is_file()
