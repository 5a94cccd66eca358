from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from supple.store.file_pages import USUAL_SIZE, WAL_HEAD, Pages, lost_in_journal, page_size

FRAME = 24 + USUAL_SIZE


@pytest.fixture
def cut(tmp_path: Path) -> tuple[bytes, bytes]:
    """A file and its journal as they are while they are written: five writes, two pages each."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE t (a)")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(5):
            db.execute("INSERT INTO t VALUES (?)", (f"row {number}",))
        return path.read_bytes(), path.with_name("a.db-wal").read_bytes()


def test_the_pages_of_the_file_come_first_then_those_of_the_journal(
    cut: tuple[bytes, bytes],
) -> None:
    main, wal = cut
    numbers = [number for number, _ in Pages(main, wal)]
    of_main, of_wal = len(main) // USUAL_SIZE, (len(wal) - WAL_HEAD) // FRAME
    assert numbers[:of_main] == [*range(1, of_main + 1)]
    assert len(numbers) == of_main + of_wal
    assert set(numbers[of_main:]) <= set(numbers[:of_main])


def test_the_newest_state_of_a_page_is_the_last_of_the_journal(cut: tuple[bytes, bytes]) -> None:
    main, wal = cut
    newest = Pages(main, wal).newest(2)
    assert newest is not None
    assert b"row 4" in bytes(newest)
    old = Pages(main).newest(2)
    assert old is not None
    assert b"row" not in bytes(old)
    assert Pages(main).newest(0) is None
    assert Pages(main).newest(99) is None


def test_a_page_cut_short_is_filled_up() -> None:
    ((number, page),) = Pages(b"abc")
    assert (number, len(page), bytes(page[:4])) == (1, USUAL_SIZE, b"abc\0")


@pytest.mark.parametrize(
    ("written", "size"), [(512, 512), (4096, 4096), (1, 65536), (4097, 4096), (0, 4096)]
)
def test_the_size_of_a_page_is_what_the_first_says_if_that_can_be(written: int, size: int) -> None:
    assert page_size(bytes(16) + written.to_bytes(2, "big") + bytes(80)) == size
    assert page_size(b"") == USUAL_SIZE


def test_a_journal_as_it_is_written_loses_nothing(cut: tuple[bytes, bytes]) -> None:
    _, wal = cut
    assert not lost_in_journal(b"")
    assert not lost_in_journal(wal)


def test_a_last_write_cut_by_a_crash_is_no_loss(cut: tuple[bytes, bytes]) -> None:
    _, wal = cut
    for length in range(len(wal) - FRAME + 1, len(wal), 97):
        assert not lost_in_journal(wal[:length])


def test_what_an_earlier_round_left_behind_the_end_is_no_loss(cut: tuple[bytes, bytes]) -> None:
    _, wal = cut
    older = bytearray(wal[-FRAME:])
    older[8:16] = b"\1" * 8
    assert not lost_in_journal(wal + bytes(older))


@pytest.mark.parametrize(
    "at", [0, 10, 17, WAL_HEAD - 1, WAL_HEAD + 9, WAL_HEAD + 20, WAL_HEAD + 500]
)
def test_damage_before_a_finished_write_loses_it(at: int, cut: tuple[bytes, bytes]) -> None:
    _, wal = cut
    damaged = bytearray(wal)
    damaged[at] ^= 0x55
    assert lost_in_journal(bytes(damaged))


def test_sums_in_the_other_order_of_bytes_are_read_as_well(cut: tuple[bytes, bytes]) -> None:
    """SQLite says in the mark which order the sums were made in; another mark has other sums."""
    _, wal = cut
    other = bytearray(wal)
    other[3] ^= 1
    assert lost_in_journal(bytes(other))
