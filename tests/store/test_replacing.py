from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supple.store import replacing
from supple.store.paths import Paths

NOW = datetime(2026, 3, 14, 21, 30, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.of(tmp_path)
    paths.data.mkdir()
    paths.history_db.write_bytes(b"damaged")
    return paths


def beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


@pytest.mark.parametrize("links", [True, False])
def test_the_damaged_file_is_kept_with_its_journal(
    links: bool, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    beside(paths.history_db, "-wal").write_bytes(b"journal")
    beside(paths.history_db, "-shm").write_bytes(b"nothing of worth")
    kept = replacing.keep_aside(paths, NOW)
    assert kept.name == "history-damaged-2026-03-14T213000.000000Z.db"
    assert kept.read_bytes() == b"damaged"
    assert beside(kept, "-wal").read_bytes() == b"journal"
    assert len([*paths.data.glob("history-damaged-*")]) == 2
    assert paths.history_db.read_bytes() == b"damaged"
    # The next try finds it kept already.
    assert replacing.keep_aside(paths, NOW + timedelta(days=1)) == kept


def test_one_damaged_before_is_never_overwritten(paths: Paths) -> None:
    first = replacing.keep_aside(paths, NOW)
    paths.history_db.unlink()
    paths.history_db.write_bytes(b"damaged otherwise")
    second = replacing.keep_aside(paths, NOW)
    assert (first.read_bytes(), second.read_bytes()) == (b"damaged", b"damaged otherwise")


def test_the_new_file_takes_its_place_without_the_old_journal(paths: Paths) -> None:
    for end in replacing.BESIDE:
        beside(paths.history_db, end).write_bytes(b"old")
    made = replacing.workshop(paths) / "history.db"
    made.write_bytes(b"new")
    replacing.make_ready(made, paths)
    assert paths.history_db.read_bytes() == b"damaged"
    replacing.put_in_place(paths)
    assert paths.history_db.read_bytes() == b"new"
    assert [path.name for path in paths.data.iterdir()] == ["history.db"]


def test_a_workshop_is_empty_and_private(paths: Paths) -> None:
    (replacing.workshop(paths) / "half").write_bytes(b"left by a crash")
    folder = replacing.workshop(paths)
    assert [*folder.iterdir()] == []
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700
    replacing.clear_workshop(paths)
    replacing.clear_workshop(paths)
    assert not folder.exists()
