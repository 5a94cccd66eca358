from __future__ import annotations

import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supple.core.contents import Contents
from supple.core.ended import Ended
from supple.core.record import SessionRecord
from supple.store.export import Format, exported
from supple.store.file_kind import other_kind

START = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)
SESSIONS = Contents((SessionRecord("s", "r", "R", START, Ended.FINISHED, (), START),))


def what(data: bytes) -> str:
    found = other_kind(data)
    return "" if found is None else found[0]


def test_an_export_is_let_through() -> None:
    data = exported(SESSIONS, Format.JSON)
    assert other_kind(data) is None
    assert other_kind(b"\xef\xbb\xbf" + data) is None


@pytest.mark.parametrize(
    ("to", "said"),
    [
        (Format.CSV, "This is a table for spreadsheets, which does not hold everything."),
        (Format.SESSIONS_CSV, "This is a table for spreadsheets, which does not hold everything."),
        (Format.ICS, "This is a calendar file, which does not hold everything."),
    ],
)
def test_our_other_files_are_known(to: Format, said: str) -> None:
    assert what(exported(SESSIONS, to)) == said


def test_a_database_is_known(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    found = other_kind(path.read_bytes())
    assert found is not None
    assert found[1] == (
        "Restore it in the settings, under Data, or with: supple history restore FILE."
    )


def test_a_packed_file_is_known(tmp_path: Path) -> None:
    path = tmp_path / "history.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("history.json", exported(SESSIONS, Format.JSON))
    assert what(path.read_bytes()) == "This file is packed."


def test_a_journal_is_known() -> None:
    assert what(b'{"v":1,"kind":"session","row":{}}') == (
        "This is a file of a folder that computers share."
    )


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_known(data: bytes) -> None:
    assert what(data) == "The file is empty."


@pytest.mark.parametrize("data", [b"{}", b"[]", b"hello", b"\xff\xfe{", b'{"value": 1}'])
def test_anything_else_is_left_to_the_reading(data: bytes) -> None:
    assert other_kind(data) is None
