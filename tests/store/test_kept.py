from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.store import kept
from supple.store.kept import Kept


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    Kept(tmp_path / "kept", "1").write("a.png", b"picture")
    assert Kept(tmp_path / "kept", "1").read("a.png") == b"picture"
    assert Kept(tmp_path / "kept", "1").read("b.png") is None


def test_another_stamp_starts_afresh(tmp_path: Path) -> None:
    Kept(tmp_path, "1").write("a", b"old")
    newer = Kept(tmp_path, "2")
    assert newer.read("a") is None
    newer.write("b", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["2-b"]


def test_the_newest_is_kept(tmp_path: Path) -> None:
    one = Kept(tmp_path, "1")
    one.write("a", b"old")
    one.write("a", b"new")
    assert one.read("a") == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_that_refuses_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    one = Kept(tmp_path / "file", "1")
    one.write("a", b"work")
    assert one.read("a") is None


def test_a_file_far_too_large_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Kept(tmp_path, "1")
    one.write("a", b"12345")
    monkeypatch.setattr(kept, "LARGEST", 4)
    assert one.read("a") is None


def test_a_full_disk_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, content: bytes) -> int:
        self.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    Kept(tmp_path, "1").write("a", b"work")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path, pipe_at: Callable[[Path], Path]) -> None:
    pipe_at(tmp_path / "1-a")
    assert Kept(tmp_path, "1").read("a") is None
