from __future__ import annotations

import os
from pathlib import Path

import pytest

from supple.desk.capability import Unavailable
from supple.desk.small_file import read_bytes, read_text, remove, write_bytes, write_text


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "file"
    assert read_text(file) is None
    write_text(file, "schön")
    assert (read_text(file), read_bytes(file)) == ("schön", "schön".encode())
    write_bytes(file, b"\xff")
    assert read_text(file) == "\ufffd"
    assert list(file.parent.iterdir()) == [file]


def test_removing_twice_does_nothing(tmp_path: Path) -> None:
    write_text(tmp_path / "file", "x")
    remove(tmp_path / "file")
    remove(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "inside").touch()
    with pytest.raises(Unavailable, match="file cannot be written"):
        write_text(tmp_path / "file", "x")
    with pytest.raises(Unavailable, match="file cannot be read"):
        read_bytes(tmp_path / "file")
    with pytest.raises(Unavailable, match="file cannot be removed"):
        remove(tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "file")
    with pytest.raises(Unavailable, match="file cannot be read: it is not a file"):
        read_text(tmp_path / "file")
