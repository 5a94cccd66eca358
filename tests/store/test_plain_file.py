from __future__ import annotations

import os
from pathlib import Path

import pytest

from supple.core.problem import ProblemsFound
from supple.store.database import Database
from supple.store.plain_file import read_plain, shown_path


def told(path: Path, largest: int = 10) -> str:
    with pytest.raises(ProblemsFound) as refused:
        read_plain(path, largest, ".json")
    (problem,) = refused.value.problems
    assert problem.file == shown_path(path)
    return f"{problem.what} {problem.mend}"


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"0123456789")
    assert read_plain(path, 10, ".json") == b"0123456789"


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(3_600_000_000)
    assert told(path, 2_000_000) == (
        "The file has 3600.0 MB; 2 MB is the most. Split it into several files."
    )


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == "This is a folder. Name a file in it."
    assert told(tmp_path / "none") == "The file does not exist. Check its name."
    assert told(Path("a\0b")).startswith("The file cannot be read: embedded null")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert told(tmp_path / "pipe") == ("This is not a plain file. Name a file that ends in .json.")


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    assert told(path) == "The file may not be read by you. Change its permissions."


def test_the_open_history_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with Database.open(path):
        for end in ("", "-wal"):
            assert told(path.with_name(path.name + end), 10**9) == (
                "This is the history itself, which is open. Name a file that ends in .json."
            )
    assert read_plain(path, 10**9, ".json").startswith(b"SQLite")


def test_a_name_that_is_no_text_can_be_shown() -> None:
    assert shown_path(Path(os.fsdecode("caf\udce9"))) == "caf?"
