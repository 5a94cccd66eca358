from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.store.paths import Paths
from supple.store.recovered import Recovered, forget, moment, remembered, to_bytes

NOW = datetime(2026, 10, 22, 14, 0, tzinfo=timezone(timedelta(hours=2)))
SAVED = NOW.replace(hour=8, minute=58)
ONE = Recovered(NOW, SAVED, 97, 98, 3, (NOW.replace(hour=10, minute=32),), Path("/x/damaged.db"))


def test_it_is_told_as_a_person_would() -> None:
    assert ONE.headline(NOW) == (
        "Your history was damaged, so we restored it from this morning, 08:58."
    )
    assert ONE.sentences(NOW) == (
        "97 of 98 sessions are back.",
        "The session of this morning, 10:32, is missing.",
        "The damaged file is kept.",
    )


def test_where_nothing_is_missing_that_is_said() -> None:
    all_back = replace(ONE, sessions_back=98, missing=())
    assert all_back.sentences(NOW)[0] == "98 sessions are back."
    one = replace(ONE, sessions_back=1, sessions_known_before=1, missing=())
    assert one.sentences(NOW)[0] == "1 session is back."
    none = replace(ONE, sessions_back=0, sessions_known_before=0, missing=(), salvaged=0)
    assert none.sentences(NOW) == ("The damaged file is kept.",)


def test_of_many_missing_ones_three_are_named() -> None:
    missing = tuple(NOW - timedelta(days=n) for n in range(7))
    told = replace(ONE, missing=missing).sentences(NOW)
    assert told[-2:] == ("4 more are missing.", "The damaged file is kept.")
    assert len(told) == 6
    assert replace(ONE, missing=missing[:4]).sentences(NOW)[-2] == "1 more is missing."
    assert replace(ONE, missing=missing[:3]).sentences(NOW)[-2].startswith("The session of ")


def test_without_a_backup_it_says_what_was_done_instead() -> None:
    read = replace(ONE, restored_from=None)
    for some in (read, replace(read, sessions_back=0), replace(read, salvaged=0)):
        assert "row by row" in some.headline(NOW)
    nothing = replace(read, sessions_back=0, salvaged=0)
    assert "a new one begins" in nothing.headline(NOW)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOW, "today, 14:00"),
        (NOW - timedelta(days=1), "yesterday, 14:00"),
        (NOW - timedelta(days=10), "12 October, 14:00"),
        (NOW - timedelta(days=365), "22 October 2025, 14:00"),
    ],
)
def test_moments_are_named_as_they_are_remembered(at: datetime, words: str) -> None:
    assert moment(at, NOW) == words


def test_it_is_kept_until_it_was_seen(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path)
    assert remembered(paths) is None
    paths.data.mkdir()
    for one in (ONE, replace(ONE, restored_from=None, missing=(), damaged_file=None)):
        paths.recovered_file.write_bytes(to_bytes(one))
        assert remembered(paths) == one
    forget(paths)
    assert remembered(paths) is None
    forget(paths)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"format": 2}', to_bytes(ONE)[:-9], b"[" * 100_000]
)
def test_a_damaged_note_is_dropped(content: bytes, tmp_path: Path) -> None:
    paths = Paths.of(tmp_path)
    paths.data.mkdir()
    paths.recovered_file.write_bytes(content)
    assert remembered(paths) is None
    assert not paths.recovered_file.exists()


def test_a_pipe_is_not_waited_for(tmp_path: Path, pipe_at: Callable[[Path], Path]) -> None:
    paths = Paths.of(tmp_path)
    pipe_at(paths.recovered_file)
    assert remembered(paths) is None
