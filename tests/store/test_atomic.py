from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.store import atomic
from supple.store.regular import NotAFile

PipeAt = Callable[[Path], Path]

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links as on Unix")


def test_a_new_file_is_written(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a.json", "héllo\n")
    assert (tmp_path / "a.json").read_bytes() == "héllo\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("a much longer old content")
    atomic.write_bytes(path, b"new")
    assert path.read_bytes() == b"new"


@posix
def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    atomic.write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


@posix
def test_a_new_file_is_for_this_user_only(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a", "new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a"
    target.write_text("old")
    (tmp_path / "link").symlink_to(target)
    atomic.write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace"])
def test_an_error_leaves_the_old_file_and_nothing_else(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, fail)
    with pytest.raises(OSError, match="No space"):
        atomic.write_text(path, "new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_the_content_is_safe_from_a_power_cut_and_then_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    safe: list[tuple[str, bool]] = []

    def fsync(handle: int) -> None:
        found = os.fstat(handle)
        what = "folder" if stat.S_ISDIR(found.st_mode) else f"{found.st_size} bytes"
        safe.append((what, path.exists()))

    monkeypatch.setattr(os, "fsync", fsync)
    atomic.write_bytes(path, b"new")
    assert safe == [("3 bytes", False), ("folder", True)]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        atomic.write_text(tmp_path / "no" / "a", "x")


@posix
def test_a_pipe_that_somebody_named_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        atomic.write_out(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_pipe_in_the_way_is_not_waited_for(tmp_path: Path, pipe_at: PipeAt) -> None:
    pipe = pipe_at(tmp_path / "a")
    with pytest.raises(NotAFile):
        atomic.write_bytes(pipe, b"x")
    assert pipe.is_fifo()


def test_what_somebody_named_is_a_file_as_a_rule(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    atomic.write_out(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_in_the_way_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        atomic.write_text(tmp_path / "a", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_only_what_a_write_of_that_file_left_long_ago_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        patch.setattr(Path, "unlink", cut)
        for _ in range(2):
            with pytest.raises(KeyboardInterrupt):
                atomic.write_text(path, "x")
    old, young = sorted(tmp_path.iterdir())
    others = [".b.json.abcdefgh.new", ".a.json.new", ".notes.new", "a.json.abcdefgh.new", ".a.json"]
    for name in others:
        (tmp_path / name).write_text("")
    for file in {*tmp_path.iterdir()} - {young}:
        os.utime(file, (1, 1))
    atomic.sweep(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*others, young.name])
    assert not old.exists()
    atomic.sweep(tmp_path / "nowhere" / "a.json")
