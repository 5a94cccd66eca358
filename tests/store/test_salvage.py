from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.assessment import Check
from supple.core.day_off import Off
from supple.core.ended import Ended
from supple.store.database import Database
from supple.store.file_pages import Pages
from supple.store.history import History
from supple.store.migrations import v1
from supple.store.page_rows import INDEX_LEAF, rows_on
from supple.store.salvage import Salvage, salvage

Practise = Callable[[History, int, int], None]
START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
DAYS = 30


@pytest.fixture
def history(tmp_path: Path, practise: Practise) -> Iterator[History]:
    history = History(Database.open(tmp_path / "history.db"), now=lambda: START)
    practise(history, 0, DAYS)
    history.add_assessment(Check.LEG_RAISE, START, left=61.0, right=58.0)
    history.set_day_off(START.date(), Off.TRAVEL)
    yield history
    history.close()


def content(history: History, tmp_path: Path) -> bytes:
    history.backup(tmp_path / "copy.db")
    return (tmp_path / "copy.db").read_bytes()


def read(main: bytes, wal: bytes = b"") -> Salvage:
    return salvage(main, wal, Path("history.db"))


def test_of_a_sound_file_everything_is_read(history: History, tmp_path: Path) -> None:
    with closing(read(content(history, tmp_path))) as found:
        assert found.contents() == history.everything()
        assert found.device == history.device
        assert sorted(found.begun.values()) == [START + timedelta(days=n) for n in range(DAYS)]
        assert {began.utcoffset() for began in found.begun.values()} == {START.utcoffset()}


def test_rows_of_the_journal_are_read(history: History, tmp_path: Path) -> None:
    history.open_session("open", "r", "R", START)
    main = (tmp_path / "history.db").read_bytes()
    wal = (tmp_path / "history.db-wal").read_bytes()
    with closing(read(main, wal)) as found:
        assert found.contents(["open"]).sessions
    with closing(read(main)) as found:
        assert not found.contents(["open"]).sessions


def test_the_first_page_is_not_needed(history: History, tmp_path: Path) -> None:
    whole = content(history, tmp_path)
    with closing(read(bytes(4096) + whole[4096:])) as found:
        assert found.contents() == history.everything()


def test_a_wrong_size_of_pages_is_seen_through(history: History, tmp_path: Path) -> None:
    whole = bytearray(content(history, tmp_path))
    whole[16:18] = (512).to_bytes(2, "big")
    with closing(read(bytes(whole))) as found:
        assert len(found.contents().sessions) == DAYS


def test_the_first_version_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Database.open(path, migrations=(v1.STATEMENTS,)) as old, old.transaction() as db:
        db.execute("INSERT INTO device VALUES (1, 'd')")
        at = "2026-03-14T21:30:00.000000Z"
        db.execute(
            "INSERT INTO session (id, device, routine, routine_name, planned_s, started_utc,"
            " started_offset_min, local_date, changed_utc)"
            " VALUES ('s', 1, 'r', 'R', 0, ?1, 120, ?2, ?1)",
            (at, at[:10]),
        )
    with closing(read(path.read_bytes())) as found:
        (session,) = found.contents().sessions
        assert (session.id, session.started_at, session.device) == ("s", START, "d")
        assert [*found.begun.values()] == [START]


def test_a_session_without_an_end_gets_that_of_a_crash(history: History, tmp_path: Path) -> None:
    first = history.session(f"{0:024x}")
    assert first is not None
    history.open_session("open", "r", "R", START)
    history.add_step("open", first.steps[0], START + timedelta(minutes=5), "open-1")
    with closing(read(content(history, tmp_path))) as found:
        (session,) = found.contents(["open"]).sessions
        assert (session.ended, session.ended_at) == (Ended.CRASHED, START + timedelta(minutes=5))


def test_of_two_states_of_a_row_the_newer_is_taken(history: History, tmp_path: Path) -> None:
    old = content(history, tmp_path)
    history.rate(f"{1:024x}", note="better")
    new = content(history, tmp_path)
    for both in (old + new, new + old):
        with closing(read(both)) as found:
            assert found.contents([f"{1:024x}"]) == history.everything([f"{1:024x}"])


def test_a_step_that_hurt_in_one_state_hurt(history: History, tmp_path: Path) -> None:
    old = content(history, tmp_path)
    history.mark_hurt(f"{1:020x}0002")
    new = content(history, tmp_path)
    for both in (old + new, new + old):
        with closing(read(both)) as found:
            (session,) = found.contents([f"{1:024x}"]).sessions
            assert [step.hurt for step in session.steps] == [False] * 2 + [True] + [False] * 3


def test_where_holds_are_lost_the_time_of_the_session_counts(
    history: History, tmp_path: Path
) -> None:
    main = bytearray(content(history, tmp_path))
    pages = Pages(bytes(main))
    for number, page in pages:
        rows = list(rows_on(number, page, pages.newest)) if page[0] == INDEX_LEAF else []
        if any("strap" in row.values and len(row.values) == 15 for row in rows):
            main[(number - 1) * 4096 : number * 4096] = bytes(4096)
            break
    with closing(read(bytes(main))) as found:
        sessions = found.contents().sessions
    assert sum(len(session.steps) for session in sessions) < 6 * DAYS
    assert {session.held_s for session in sessions} == {180.0}


def test_a_hold_made_longer_by_damage_does_not_count(history: History, tmp_path: Path) -> None:
    main = content(history, tmp_path)
    at = main.index(f"{4:020x}0003".encode())
    # 30.0 as the file has it, a whole number of one byte; the first is what was planned.
    held = main.index(b"\x1e\x1e", at) + 1
    damaged = main[:held] + b"\x7e" + main[held + 1 :]
    with closing(read(damaged)) as found:
        (session,) = found.contents([f"{4:024x}"]).sessions
    assert max(step.held_s for step in session.steps) == 126.0
    assert session.held_s == 180.0


def test_a_row_against_the_rules_is_passed_over(history: History, tmp_path: Path) -> None:
    main = content(history, tmp_path)
    at = main.rindex(b"finished")
    damaged = main[:at] + b"finibhed" + main[at + 8 :]
    with closing(read(damaged)) as found:
        assert len(found.contents().sessions) == DAYS - 1


def test_a_date_that_is_none_spoils_no_other_row(history: History, tmp_path: Path) -> None:
    main = content(history, tmp_path)
    damaged = main.replace(b"2026-03-14T21:30", b"2026-83-14T21:30")
    with closing(read(damaged)) as found:
        assert len(found.contents().sessions) == DAYS - 1


def test_computers_that_were_lost_are_those_of_the_backup(history: History, tmp_path: Path) -> None:
    main = content(history, tmp_path).replace(history.device.encode(), bytes(24))
    with closing(salvage(main, b"", Path("h"), {1: history.device})) as found:
        wanted = history.everything([f"{0:024x}"])
        assert found.contents([f"{0:024x}"]) == wanted
        assert found.device is None or found.device != history.device


def test_of_nothing_nothing_is_read() -> None:
    for main in (b"", b"Dear diary, " * 2000, bytes(99_999)):
        with closing(read(main)) as found:
            assert replace(found.contents()) == replace(found.contents([]))
            assert not found.contents().sessions
