from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from supple.store.regular import NotAFile, is_other, read_file, status_of

PipeAt = Callable[[Path], Path]


def test_a_file_is_read_as_far_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    assert read_file(path) == b"0123456789"
    assert read_file(path, 4) == b"0123"
    assert status_of(path).st_size == 10
    assert is_other(path) == ""


def test_what_is_missing_is_an_error_as_ever(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none")
    assert is_other(tmp_path / "none") == ""
    assert is_other(Path("a\0b")) == ""


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAFile) as refused:
        read_file(tmp_path)
    assert refused.value.strerror == "it is a folder, not a file"
    assert is_other(tmp_path) == "a folder"


def test_a_pipe_is_not_waited_for(tmp_path: Path, pipe_at: PipeAt) -> None:
    pipe = pipe_at(tmp_path / "pipe")
    with pytest.raises(NotAFile, match="it is a named pipe, not a file"):
        read_file(pipe)
    link = tmp_path / "link"
    link.symlink_to(pipe)
    assert is_other(link) == "a named pipe"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only where there is such a device")
def test_a_device_without_an_end_is_not_read() -> None:
    with pytest.raises(NotAFile, match="it is a device"):
        read_file(Path("/dev/zero"))
