from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.store import journal_folder
from supple.store.journal_folder import Found, Reader, find_journals, is_away, is_journal, sums_in
from supple.store.journal_lines import lines_of
from supple.store.journal_memory import Mark

NAME = "supple-3f2a-2026-03"


@pytest.mark.parametrize(
    "name",
    [
        f"{NAME}.jsonl",
        f"{NAME}.2.jsonl",
        f"{NAME}.sync-conflict-20260314-120000-ABCDEFG.jsonl",  # Syncthing
        f"{NAME} (conflicted copy 2026-03-14 120000).jsonl",  # Nextcloud
        f"{NAME}_conflict-20260314-120000.jsonl",  # ownCloud
        f"{NAME} (Änne's conflicted copy 2026-03-14).jsonl",  # Dropbox
        f"{NAME}-DESKTOP-AB12CD3.jsonl",  # OneDrive
        f"{NAME} (1).jsonl",  # Google Drive
        f"{NAME} 2.jsonl",  # iCloud
        f"{NAME} - Copy.jsonl",  # Windows
        f"{NAME}_DiskStation_Mar-14-1200-2026_Conflict.jsonl",  # Synology
        f"{NAME}.jsonl (SFConflict anne 2026-03-14-12-00-00)",
        f"{NAME}.jsonl.orig",
        f"{NAME.upper()}.JSONL",
    ],
)
def test_journals_and_the_copies_conflicts_leave(name: str) -> None:
    assert is_journal(name)


@pytest.mark.parametrize(
    "name",
    [
        f".syncthing.{NAME}.jsonl.tmp",
        f"~syncthing~{NAME}.jsonl.tmp",
        f".{NAME}.jsonl.~1a2b3c4d",
        f"{NAME}.jsonl.~1a2b3c4d",
        f".{NAME}.jsonl.Xy12Zq",
        f"{NAME}.jsonl.partial",
        f"{NAME}.jsonl.1a2b3c4d.partial",
        f"{NAME}.jsonl.part",
        f"{NAME}.jsonl.!sync",
        f"{NAME}.jsonl.tmp",
        f"{NAME}.jsonl.crdownload",
        f"{NAME}.jsonl~",
        f".{NAME}.jsonl.swp",
        f"~${NAME}.jsonl",
        "supple-history.json",
        "history.jsonl",
        "routines.json",
    ],
)
def test_what_is_still_being_copied_and_what_is_no_journal(name: str) -> None:
    assert not is_journal(name)


def test_only_files_are_found_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "supple-b-2026-03.jsonl").write_bytes(b"12345")
    (tmp_path / "supple-a-2026-03.jsonl").write_bytes(b"")
    (tmp_path / "supple-c-2026-03.jsonl").mkdir()
    (tmp_path / "notes.txt").write_bytes(b"x")
    found = find_journals(tmp_path)
    assert list(found) == ["supple-a-2026-03.jsonl", "supple-b-2026-03.jsonl"]
    assert found["supple-b-2026-03.jsonl"].size == 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names in folders")
def test_a_pipe_is_let_be(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "supple-a-2026-03.jsonl")
    assert find_journals(tmp_path) == {}


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        find_journals(tmp_path / "gone")


def test_a_file_in_the_cloud_only_is_not_gone(tmp_path: Path) -> None:
    assert not is_away(tmp_path, "supple-a.jsonl")
    (tmp_path / ".supple-a.jsonl.icloud").touch()
    assert is_away(tmp_path, "supple-a.jsonl")


def read(path: Path, mark: Mark | None = None) -> tuple[list[bytes | None], bool, Mark]:
    with Reader(path, mark) as reader:
        lines = list(reader.lines())
        return lines, reader.began_anew, reader.mark(0, 0, "")


def test_only_what_was_added_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"one\ntwo\n")
    lines, _, mark = read(path)
    assert lines == [b"one", b"two"]
    with path.open("ab") as file:
        file.write(b"three\r\n\nfour\n")
    assert read(path, mark)[:2] == ([b"three", b"", b"four"], False)


def test_a_line_without_its_end_waits_for_it(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"one\ntw")
    lines, _, mark = read(path)
    assert (lines, mark.size) == ([b"one"], 4)
    path.write_bytes(b"one\ntwo\n")
    assert read(path, mark)[:2] == ([b"two"], False)


@pytest.mark.parametrize("now", [b"", b"one\n", b"one\nTWO\nthree\n", b"three\n"])
def test_a_file_that_lost_what_was_read_is_read_whole(tmp_path: Path, now: bytes) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"one\ntwo\n")
    mark = read(path)[2]
    path.write_bytes(now)
    lines, began_anew, after = read(path, mark)
    assert (lines, began_anew) == (now.splitlines(), True)
    assert after.size == len(now)
    assert read(path, after)[:2] == ([], False)


@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_line_too_long_is_passed_over_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: bytes
) -> None:
    monkeypatch.setattr(journal_folder, "LARGEST", 8)
    monkeypatch.setattr(journal_folder, "_BLOCK", 3)
    path = tmp_path / "f"
    path.write_bytes(b"one\n" + b"x" * 20 + end)
    lines, _, mark = read(path)
    assert lines == ([b"one", None] if end else [b"one"])
    with path.open("ab") as file:
        file.write(b"two\n")
    assert read(path, mark)[0] == ([b"two"] if end else [None])


def test_a_file_of_same_size_and_time_is_read_unless_it_had_damage() -> None:
    mark = Mark(10, "ab", 7)
    assert Found(10, 7).is_read(mark)
    assert not Found(11, 7).is_read(mark)
    assert not Found(10, 8).is_read(mark)
    assert not Found(10, 7).is_read(Mark(10, "ab", 7, damaged=1))


def test_the_sums_of_whole_lines_in_all_files(tmp_path: Path) -> None:
    days = [DayOff(str(n), date(2026, 3, 14), Off.ILL) for n in range(3)]
    lines = lines_of(Contents(days_off=tuple(days)))
    torn = lines[2].text[:-3]
    (tmp_path / "supple-a.jsonl").write_bytes(lines[0].text + b"\n" + torn + b"\n")
    (tmp_path / "supple-b (1).jsonl").write_bytes(lines[1].text + b"\n")
    assert sums_in(tmp_path) == {lines[0].sum, lines[1].sum}
    assert sums_in(tmp_path / "gone") == set()
