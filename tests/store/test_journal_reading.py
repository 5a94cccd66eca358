from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.core.problem import UserError
from supple.store import journal_reading
from supple.store.journal import NOTE, Exchanged
from supple.store.journal_lines import lines_of
from supple.store.journal_memory import Memory

Make = Callable[..., Any]
FINE = Exchanged()


@pytest.fixture
def a(new_computer: Make) -> Any:
    return new_computer("a")


@pytest.fixture
def b(new_computer: Make) -> Any:
    return new_computer("b")


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


@pytest.mark.parametrize(
    "name",
    [
        "{stem}.sync-conflict-20260314-120000-ABCDEFG.jsonl",
        "{stem} (conflicted copy 2026-03-14 120000).jsonl",
        "{stem}-DESKTOP-AB12CD3.jsonl",
        "{stem} (1).jsonl",
    ],
)
def test_a_conflict_copy_is_taken_in(a: Any, b: Any, name: str) -> None:
    a.record(30.0)
    a.exchange()
    path = only(a.folder)
    path.rename(path.with_name(name.format(stem=path.stem)))
    assert b.exchange() == Exchanged(taken=1)
    assert b.exchange() == FINE


@pytest.mark.parametrize(
    "rubbish",
    [b"\n", b"\0" * 5000 + b"\n", b"\xff\xfe{}\n", b'{"v":1,"kind":"ses\n', b"[" * 9000 + b"\n"],
)
def test_damage_costs_nothing_but_itself(a: Any, b: Any, rubbish: bytes) -> None:
    a.record(30.0)
    a.record(20.0)
    a.exchange()
    path = only(a.folder)
    one, two = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(rubbish + one + rubbish + two + rubbish)
    assert b.exchange() == Exchanged(taken=2, skipped_lines=0 if rubbish == b"\n" else 3)
    assert b.exchange() == FINE


def test_damage_mended_by_the_copying_is_taken_in(a: Any, b: Any) -> None:
    a.record(30.0)
    a.exchange()
    path = only(a.folder)
    whole, status = path.read_bytes(), path.stat()
    path.write_bytes(b"\0" * (len(whole) - 1) + b"\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert b.exchange() == Exchanged(skipped_lines=1)
    path.write_bytes(whole)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert b.exchange() == Exchanged(taken=1)


def test_half_a_file_is_read_to_its_last_whole_line(a: Any, b: Any) -> None:
    a.record(30.0)
    a.record(20.0)
    a.exchange()
    path = only(a.folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    assert b.exchange() == Exchanged(taken=1)
    path.write_bytes(whole)
    assert b.exchange() == Exchanged(taken=1)


def test_what_was_read_is_not_read_again(a: Any, b: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []

    def counted(text: bytes) -> Any:
        read.append(text)
        return real(text)

    real = journal_reading.read_line
    monkeypatch.setattr(journal_reading, "read_line", counted)
    for _ in range(3):
        a.record(30.0)
        a.exchange()
    b.exchange()
    assert len(read) == 3
    b.exchange()
    a.record(30.0)
    a.exchange()
    b.exchange()
    assert len(read) == 4


def test_an_untouched_file_is_not_even_opened(
    a: Any, b: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a.record(30.0)
    a.exchange()
    b.exchange()
    monkeypatch.delattr(journal_reading, "Reader")
    assert b.exchange() == FINE


def test_a_row_the_history_refuses_does_not_hold_up_the_others(a: Any, b: Any) -> None:
    for _ in range(3):
        a.record(30.0)
    contents = a.history.everything()
    lines = [line.text + b"\n" for line in lines_of(contents)]
    a.exchange()
    real = b.history.take_in

    def picky(rows: Any, **how: bool) -> int:
        if any(row.id == contents.sessions[1].id for row in rows.sessions):
            raise UserError("refused") from sqlite3.IntegrityError("CHECK")
        return int(real(rows, **how))

    b.history.take_in = picky
    assert only(a.folder).read_bytes() == b"".join(lines)
    assert b.exchange() == Exchanged(taken=2, skipped_lines=1)


def test_a_history_that_fails_is_told_and_the_rows_come_the_next_time(a: Any, b: Any) -> None:
    a.record(30.0)
    a.exchange()
    real = b.history.take_in

    def busy(rows: Any, **how: bool) -> int:
        raise UserError("The disk is full.") from sqlite3.OperationalError("full")

    b.history.take_in = busy
    assert b.exchange() == Exchanged(problems=("The disk is full.",))
    b.history.take_in = real
    assert b.exchange() == Exchanged(taken=1)


def test_a_long_file_is_taken_in_in_parts(a: Any, b: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_reading, "BATCH", 2)
    sizes: list[int] = []
    real = b.history.take_in

    def take_in(rows: Any, **how: bool) -> int:
        sizes.append(len(rows.sessions))
        return int(real(rows, **how))

    b.history.take_in = take_in
    for _ in range(5):
        a.record(30.0)
    a.exchange()
    assert b.exchange() == Exchanged(taken=5)
    assert sizes == [2, 2, 1]


def test_states_of_one_row_are_one_row(a: Any, b: Any) -> None:
    session = a.record(30.0)
    for note in ("one", "two", "three"):
        a.history.rate(session, note=note)
        a.exchange()
    assert b.exchange() == Exchanged(taken=1)
    assert b.history.session(session).note == "three"


def test_a_file_that_cannot_be_read_now_is_told_and_read_later(
    a: Any, b: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a.record(30.0)
    a.exchange()
    real = journal_reading.Reader

    def locked(path: Path, mark: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(journal_reading, "Reader", locked)
        (problem,) = b.exchange().problems
    assert only(a.folder).name in problem
    assert "Permission denied" in problem
    assert journal_reading.Reader is real
    assert b.exchange() == Exchanged(taken=1)


def test_a_file_moved_to_the_cloud_is_not_lost(a: Any, b: Any) -> None:
    a.record(30.0)
    a.exchange()
    b.exchange()
    path = only(a.folder)
    placeholder = path.with_name(f".{path.name}.icloud")
    path.rename(placeholder)
    assert b.exchange() == FINE
    assert only(a.folder) == placeholder


def test_what_is_forgotten_of_a_file_goes_with_it(a: Any, b: Any) -> None:
    a.record(30.0)
    a.exchange()
    b.exchange()
    name = only(a.folder).name
    only(a.folder).unlink()
    assert b.exchange() == Exchanged(sent=1)
    memory = Memory.of(b.history.note(NOTE))
    assert memory is not None
    assert name not in memory.marks


@settings(max_examples=40, deadline=None)
@given(
    cuts=st.lists(st.integers(0, 4000), max_size=2),
    flips=st.lists(st.tuples(st.integers(0, 4000), st.integers(1, 255)), max_size=6),
)
def test_no_damage_makes_up_a_row_or_stops_the_others(
    cuts: list[int],
    flips: list[tuple[int, int]],
    tmp_path_factory: pytest.TempPathFactory,
    computer_type: Any,
) -> None:
    root = tmp_path_factory.mktemp("damage")
    for name in ("a", "b", "shared"):
        (root / name).mkdir()
    a, b = (computer_type(root / name, root / "shared") for name in ("a", "b"))
    with closing(a.history), closing(b.history):
        for held_s in (10.0, 20.0, 30.0):
            a.record(held_s)
        a.exchange()
        path = only(a.folder)
        content = bytearray(path.read_bytes())
        for at, flip in flips:
            content[at % len(content)] ^= flip
        for at in cuts:
            start = at % len(content)
            del content[start : start + 7]
        path.write_bytes(content)
        result = b.exchange()
        assert result.sent == 0
        assert b.texts().items() <= a.texts().items()
        a.exchange()
        b.exchange()
        assert b.texts() == a.texts()
