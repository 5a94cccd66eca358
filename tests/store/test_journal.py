"""Whole exchanges between computers; reading and writing have tests of their own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from supple.core.assessment import Check
from supple.core.day_off import Off
from supple.core.ended import Ended
from supple.store.database import Database
from supple.store.history import History
from supple.store.journal import NOTE, Exchanged, exchange
from supple.store.lock import Runs
from supple.store.opening import open_history
from supple.store.paths import Paths

Make = Callable[..., Any]
FINE = Exchanged()


def same(*computers: Any) -> bool:
    return all(c.texts() == computers[0].texts() for c in computers)


def test_what_one_does_the_other_knows(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    session = a.record(30.0, 12.5)
    a.history.rate(session, pain_before=4, note="Ü")
    assert a.exchange() == Exchanged(sent=1)
    assert b.exchange() == Exchanged(taken=1)
    assert b.history.session(session) == a.history.session(session)
    assert b.history.session(session).device == a.history.device


def test_nothing_new_is_nothing_to_do(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    b.record(20.0)
    for computer in (a, b, a, b):
        computer.exchange()
    before = {path: path.read_bytes() for path in a.folder.iterdir()}
    assert (a.exchange(), b.exchange()) == (FINE, FINE)
    assert {path: path.read_bytes() for path in a.folder.iterdir()} == before


def test_each_writes_a_file_of_its_own_for_the_month(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    for computer in (a, b):
        computer.record(30.0)
        computer.exchange()
    first = [f"supple-{c.history.device}-2026-03.jsonl" for c in (a, b)]
    assert a.files() == sorted(first)
    a.clock.advance(31 * 24 * 3600)
    a.record(30.0)
    a.exchange()
    assert a.files() == sorted([*first, f"supple-{a.history.device}-2026-04.jsonl"])


def test_a_running_session_does_not_travel(new_computer: Make, held: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.history.open_session("running", "r", "R", a.clock.now)
    a.history.add_step("running", held(), a.clock.advance(30))
    assert a.exchange() == FINE
    a.history.close_session("running", Ended.STOPPED, a.clock.advance(1))
    assert a.exchange() == Exchanged(sent=1)
    assert b.exchange().taken == 1


def test_checks_and_days_off_travel(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    check = a.history.add_assessment(Check.LEG_RAISE, a.clock.now, left=71.5, right=68.0)
    a.history.set_day_off(a.clock.now.date(), Off.ILL)
    assert a.exchange().sent == 2
    assert b.exchange().taken == 2
    assert b.history.assessments() == [check]
    b.clock.advance(5)
    b.history.set_day_off(a.clock.now.date(), None)
    b.exchange()
    a.exchange()
    assert a.history.days_off() == []
    assert same(a, b)


def test_a_deletion_travels_and_so_does_its_undo(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    session = a.record(30.0)
    a.exchange()
    b.exchange()
    b.clock.advance(1000)
    b.history.discard(session)
    b.exchange()
    assert a.exchange().taken == 1
    assert a.history.sessions() == []
    a.clock.advance(2000)
    a.history.restore(session)
    a.exchange()
    b.exchange()
    assert [s.id for s in b.history.sessions()] == [session]
    assert same(a, b)


def test_of_a_deletion_and_an_edit_the_later_stays(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    session = a.record(30.0)
    a.exchange()
    b.exchange()
    a.clock.advance(1000)
    a.history.discard(session)
    b.clock.advance(2000)
    b.history.rate(session, note="Stayed.")
    for computer in (a, b, a):
        computer.exchange()
    assert [s.note for s in a.history.sessions()] == ["Stayed."]
    assert same(a, b)


def test_an_edit_counts_on_a_computer_whose_clock_is_slow(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.clock.now += timedelta(days=400)
    session = a.record(30.0)
    a.exchange()
    b.exchange()
    b.history.rate(session, note="From the past.")
    b.exchange()
    a.exchange()
    assert a.history.session(session).note == "From the past."
    assert same(a, b)


def test_a_history_put_back_from_a_copy_gets_back_what_came_after(
    new_computer: Make, tmp_path: Path
) -> None:
    a = new_computer("a")
    a.record(30.0)
    a.exchange()
    a.history.backup(tmp_path / "copy.db")
    late = a.record(20.0)
    a.exchange()
    before = a.texts()
    a.history.close()
    shutil.copyfile(tmp_path / "copy.db", a.path)
    a.open()
    assert a.exchange().taken == 1
    assert a.texts() == before
    a.history.rate(late, note="Still here.")
    assert a.exchange() == Exchanged(sent=1)
    assert len(a.files()) == 2  # what it does not remember writing it does not continue


def test_a_new_history_gets_all_of_the_folder(new_computer: Make) -> None:
    a = new_computer("a")
    sessions = [a.record(30.0) for _ in range(3)]
    a.exchange()
    b = new_computer("b")
    assert b.exchange() == Exchanged(taken=3)
    assert {s.id for s in b.history.sessions()} == set(sessions)


def test_a_profile_that_was_copied_writes_under_another_name(
    new_computer: Make, tmp_path: Path
) -> None:
    a = new_computer("a")
    a.record(30.0)
    a.exchange()
    a.history.backup(tmp_path / "copy.db")
    (tmp_path / "b").mkdir()
    twin = type(a)(tmp_path / "b", a.folder)
    twin.history.close()
    shutil.copyfile(tmp_path / "copy.db", twin.path)
    twin.open()
    assert twin.history.device == a.history.device
    for _ in range(3):
        for computer in (twin, a):
            computer.record(10.0)
            assert computer.exchange().problems == ()
    a.exchange()
    twin.exchange()
    assert same(a, twin)
    assert len(a.texts()) == 7
    assert len(a.files()) == 2
    twin.history.close()


@pytest.mark.parametrize("loss", ["emptied", "file gone", "old file", "another folder"])
def test_what_the_folder_lost_is_written_again(
    new_computer: Make, tmp_path: Path, loss: str
) -> None:
    a, b = new_computer("a"), new_computer("b")
    for computer in (a, b, a, b):
        computer.record(30.0)
        computer.exchange()
    for computer in (a, b):
        computer.exchange()
    own = a.folder / f"supple-{a.history.device}-2026-03.jsonl"
    if loss == "emptied":
        shutil.rmtree(a.folder)
        a.folder.mkdir()
    elif loss == "file gone":
        own.unlink()
    elif loss == "old file":
        own.write_bytes(own.read_bytes().splitlines(keepends=True)[0])
    else:
        a.folder = tmp_path / "another"
        a.folder.mkdir()
    a.exchange()
    fresh = new_computer("c", a.folder)
    fresh.exchange()
    assert same(a, b, fresh)
    assert a.exchange() == FINE


def test_nothing_is_written_twice_when_a_folder_is_chosen_again(
    new_computer: Make, tmp_path: Path
) -> None:
    a = new_computer("a")
    for _ in range(3):
        a.record(30.0)
    a.exchange()
    first, a.folder = a.folder, tmp_path / "another"
    a.folder.mkdir()
    assert a.exchange().sent == 3
    a.folder = first
    assert a.exchange() == FINE
    assert len(a.files()) == 1


def test_a_folder_that_is_not_there_is_said_and_not_made(new_computer: Make) -> None:
    a = new_computer("a")
    a.record(30.0)
    a.folder = a.folder / "unplugged"
    (problem,) = a.exchange().problems
    assert "is not there" in problem
    assert str(a.folder) in problem
    assert not a.folder.exists()
    a.folder.mkdir()
    assert a.exchange() == Exchanged(sent=1)


def test_a_file_instead_of_a_folder_is_said(new_computer: Make) -> None:
    a = new_computer("a")
    a.folder = a.folder / "file"
    a.folder.touch()
    assert "is not a folder" in a.exchange().problems[0]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="rights do not bind this user"
)
def test_a_folder_nobody_may_write_is_read_all_the_same(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    a.exchange()
    b.record(30.0)
    b.folder.chmod(0o500)
    try:
        result = b.exchange()
    finally:
        b.folder.chmod(0o700)
    assert (result.taken, result.sent) == (1, 0)
    assert "cannot be written" in result.problems[0]
    assert b.exchange() == Exchanged(sent=1)


def test_a_disk_that_refuses_to_write_is_told_and_nothing_is_lost(
    new_computer: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    a.exchange()
    a.record(20.0)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("supple.store.journal_writing.os.fsync", full)
        result = a.exchange()
    assert result.sent == 0
    assert "No space left on device" in result.problems[0]
    a.exchange()
    b.exchange()
    assert same(a, b)
    assert len(a.files()) == 1


@pytest.mark.parametrize(
    ("bad", "more"),
    [(2, ()), (3, ("1 more file there",)), (4, ("2 more files there",))],
)
def test_files_that_cannot_be_read_are_told_and_hold_up_no_other(
    new_computer: Make, monkeypatch: pytest.MonkeyPatch, bad: int, more: tuple[str, ...]
) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    a.exchange()
    for n in range(bad):
        (a.folder / f"supple-bad{n}.jsonl").touch()
    whole = Path.open

    def refused(path: Path, *args: Any, **kwargs: Any) -> Any:
        if "bad" in path.name:
            raise OSError(5, "Input/output error")
        return whole(path, *args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        result = b.exchange()
    assert result.taken == 1
    assert result.problems == (
        *(
            f"supple-bad{n}.jsonl in the shared folder cannot be read now: Input/output error. "
            "It is tried again the next time."
            for n in (0, 1)
        ),
        *(f"{files} cannot be read now." for files in more),
    )


def test_the_history_in_use_is_told(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    a.exchange()
    b.record(30.0)
    other = Database.open(b.path)
    with other.transaction():
        result = b.exchange()
    other.close()
    assert "in use by another program" in result.problems[0]
    assert b.exchange() == Exchanged(sent=1, taken=1)


def test_what_is_for_a_newer_program_is_told_and_read_again_by_it(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    a.exchange()
    (path,) = a.folder.iterdir()
    path.write_bytes(b'{"v":2,"kind":"session"}\n' + path.read_bytes())
    first = b.exchange()
    assert (first.taken, first.skipped_lines) == (1, 1)
    assert "newer Supple" in first.problems[0]
    assert b.exchange() == Exchanged(problems=first.problems)
    assert b.journal(program="2").exchange().skipped_lines == 1


def test_a_note_that_makes_no_sense_is_made_anew(new_computer: Make) -> None:
    a, b = new_computer("a"), new_computer("b")
    a.record(30.0)
    a.exchange()
    a.history.keep_note(NOTE, '{"writer": 5}')
    a.record(20.0)
    assert a.exchange() == Exchanged(sent=1)
    b.exchange()
    assert same(a, b)


# -- beside the running program


@pytest.fixture
def profile(tmp_path: Path) -> Paths:
    paths = Paths.of(tmp_path / "profile")
    opened = open_history(paths)
    history = opened.history
    at = datetime(2026, 3, 14, 12, tzinfo=UTC)
    history.open_session("s", "r", "R", at)
    history.close_session("s", Ended.FINISHED, at)
    history.close()
    return paths


def test_an_exchange_beside_the_window(profile: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    with Database.open(profile.history_db) as window:
        history = History(window)
        assert exchange(profile, folder) == Exchanged(sent=1)
        history.discard("s")
        assert exchange(profile, folder) == Exchanged(sent=1)
        assert exchange(profile, folder) == FINE


def test_only_one_at_a_time(profile: Paths, tmp_path: Path) -> None:
    other = Runs(profile.runs_dir)
    assert other.take("exchange")
    (problem,) = exchange(profile, tmp_path).problems
    other.release()
    assert "already" in problem
    assert exchange(profile, tmp_path) == Exchanged(sent=1)


def test_without_a_history_there_is_a_sentence(tmp_path: Path) -> None:
    result = exchange(Paths.of(tmp_path / "nobody"), tmp_path)
    assert replace(result, problems=()) == FINE
    assert str(tmp_path / "nobody") in result.problems[0]
