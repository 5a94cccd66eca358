from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.store.reserve import SIZE, Reserve


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "room"


def test_it_takes_room_once_and_gives_it_up(path: Path) -> None:
    reserve = Reserve(path)
    assert not reserve.spend()
    reserve.keep()
    first = path.read_bytes()
    reserve.keep()
    assert path.read_bytes() == first
    assert len(first) == SIZE
    assert len(set(first)) > 200
    assert reserve.spend()
    assert not path.exists()


def test_one_cut_short_is_made_anew(path: Path) -> None:
    path.write_bytes(b"\0" * 10)
    Reserve(path).keep()
    assert path.stat().st_size == SIZE


def test_a_disk_without_room_for_it_keeps_no_half_of_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, content: bytes) -> int:
        self.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    Reserve(path).keep()
    assert not path.exists()


def test_without_a_folder_there_is_none(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "missing" / "room")
    reserve.keep()
    assert not reserve.spend()


def test_a_pipe_is_left_alone(path: Path, pipe_at: Callable[[Path], Path]) -> None:
    pipe_at(path)
    Reserve(path).keep()
    assert path.is_fifo()
