"""One change of one file: carried out only where the file is what it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.store.own_changes import Changed, Done, Undo, carry_out, content_of


def test_a_file_is_made_changed_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.json"
    carry_out(Done(path, None, b"1"))
    carry_out(Done(path, b"1", b"2"))
    assert content_of(path) == b"2"
    carry_out(Done(path, b"2", None))
    assert content_of(path) is None


@pytest.mark.parametrize("before", [None, b"1"])
@pytest.mark.parametrize("after", [None, b"3"])
def test_a_file_that_is_another_by_now_stays(
    tmp_path: Path, before: bytes | None, after: bytes | None
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"2")
    with pytest.raises(Changed, match=r"a\.json"):
        carry_out(Done(path, before, after))
    assert path.read_bytes() == b"2"


def test_a_file_that_is_gone_by_now_stays_gone(tmp_path: Path) -> None:
    with pytest.raises(Changed):
        carry_out(Done(tmp_path / "a.json", b"1", b"2"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [None, b"1"])
def test_what_is_written_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None
) -> None:
    path = tmp_path / "a.json"
    if before is not None:
        path.write_bytes(before)
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    with pytest.raises(Changed):
        carry_out(Done(path, before, b"2"))
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
    assert path.read_bytes() == b"theirs"


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        content_of(tmp_path)


def test_changes_follow_one_another(tmp_path: Path) -> None:
    first, second = Done(tmp_path / "a", None, b""), Done(tmp_path / "b", None, b"")
    assert Undo((first,)).then(Undo((second,))).changes == (first, second)


def test_a_pipe_is_not_waited_for(tmp_path: Path, pipe_at: Callable[[Path], Path]) -> None:
    pipe = pipe_at(tmp_path / "a.json")
    with pytest.raises(UserError, match="cannot be read: it is a named pipe, not a file"):
        carry_out(Done(pipe, None, b"x"))
    assert pipe.is_fifo()
