from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.data_view import BackupRow, backup_row, bytes_in_words, kept, moment


def utc(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


NOW = utc(2026, 10, 22, 14, 30)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (utc(2026, 10, 22, 8, 58), "Today, 08:58"),
        (utc(2026, 10, 21, 23, 59), "Yesterday, 23:59"),
        (utc(2026, 10, 20, 8, 0), "Tuesday 20 October, 08:00"),
        (utc(2025, 12, 31, 8, 0), "Wednesday 31 December 2025, 08:00"),
        (utc(2026, 10, 23, 0, 5), "Friday 23 October, 00:05"),
    ],
)
def test_a_moment_is_told_as_people_do(at: datetime, words: str) -> None:
    assert moment(at, NOW) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9_949, "9.9 kB"),
        (9_950, "10 kB"),
        (640_000, "640 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_234_567, "1.2 MB"),
        (5 * 10**15, "5000 TB"),
    ],
)
def test_sizes_are_short(size: int, words: str) -> None:
    assert bytes_in_words(size) == words


@given(st.integers(0, 9 * 10**14))
def test_no_size_needs_more_than_three_digits(size: int) -> None:
    assert float(bytes_in_words(size).split()[0]) <= 999


def test_a_backup_says_what_is_in_it_and_why_it_was_made() -> None:
    at = NOW - timedelta(hours=2)
    row = backup_row("a", at, NOW, 412, 1_200_000, why="before an update")
    assert row == BackupRow("a", "Today, 12:30", "412 sessions, 1.2 MB, before an update")


def test_a_damaged_backup_has_no_count() -> None:
    row = backup_row("a", NOW, NOW, None, 20, good=False, why="it cannot be read")
    assert (row.detail, row.good) == ("20 bytes, it cannot be read", False)


def test_the_newest_good_backup_is_named() -> None:
    bad = BackupRow("b", "Today, 14:00", "", good=False)
    assert kept([]) == "None yet"
    assert kept([bad]) == "None of the backups is good"
    assert kept([bad, BackupRow("a", "Yesterday, 08:00", "")]) == "2 kept. Newest: yesterday, 08:00"
    far = BackupRow("a", "Tuesday 20 October, 08:00", "")
    assert kept([far]) == "1 kept. Newest: Tuesday 20 October, 08:00"
