from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store.beside import LEFT_S, beside, beside_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


class Crash(Exception):
    pass


def write(target: Path, content: bytes, error: BaseException | None = None) -> None:
    with beside(target) as part:
        part.write_bytes(content)
        if error is not None:
            raise error


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_file_is_there_only_once_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "guide.mp3"
    with beside(target) as part:
        part.write_bytes(b"half")
        assert part.suffix == ".mp3"
        assert not target.exists()
        part.write_bytes(b"whole")
    assert target.read_bytes() == b"whole"
    assert names(tmp_path) == {"guide.mp3"}


@pytest.mark.parametrize("error", [Crash, KeyboardInterrupt, SystemExit])
def test_whatever_ends_it_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "guide.mp3"
    target.write_bytes(b"old")
    with pytest.raises(error):
        write(target, b"half", error())
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == {"guide.mp3"}


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    target = tmp_path / "guide.mp3"
    with pytest.raises(UserError, match=r"guide\.mp3 cannot be written: the disk is full"):
        write(target, b"half", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert names(tmp_path) == set()


@pytest.mark.parametrize("name", ["nowhere/guide.mp3", "file/guide.mp3"])
def test_a_place_that_is_none_is_told_before_anything_is_done(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="cannot be written"), beside(tmp_path / name):
        pytest.fail("there is no such folder")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not a plain file"), beside(tmp_path):
        pytest.fail("a folder cannot be replaced")


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "guide.mp3", tmp_path / "link.mp3"
    real.write_bytes(b"old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("links are not for everybody on Windows")
    with beside(link) as part:
        part.write_bytes(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@posix
def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    old, new, usual = tmp_path / "old.mp3", tmp_path / "new.mp3", tmp_path / "usual"
    old.write_bytes(b"")
    old.chmod(0o640)
    usual.write_bytes(b"")
    for target in (old, new):
        with beside(target) as part:
            part.write_bytes(b"new")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@posix
def test_while_it_is_written_nobody_sees_more_than_of_the_old_one(tmp_path: Path) -> None:
    old = tmp_path / "old.mp3"
    old.write_bytes(b"")
    old.chmod(0o600)
    with beside(old) as part:
        assert stat.S_IMODE(part.stat().st_mode) == 0o600


def test_what_a_power_cut_left_is_swept_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    target = tmp_path / "guide.mp3"
    left, written, other = (beside_of(target, 1), beside_of(target, 2), tmp_path / ".other.new.mp3")
    for path in (left, written, other):
        path.write_bytes(b"half")
    long_ago = time.time() - LEFT_S - 10
    mine = tmp_path / ".guide.not ours.new.mp3"
    mine.write_bytes(b"mine")
    for path in (left, other, mine):
        os.utime(path, (long_ago, long_ago))
    with beside(target):
        part = beside_of(target, os.getpid())
        assert names(tmp_path) == {path.name for path in (written, other, mine, part)}
