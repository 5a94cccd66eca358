"""What the page about the history's files says is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from supple.core.assessment import Assessment, Check, Feel
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.store.export import FORMAT, Format, to_json
from supple.store.journal_lines import checked_sum, lines_of
from supple.store.reading_in import read_file
from supple.store.record_json import ID_LENGTH, MOST_DEGREES, NOTE_LENGTH
from supple.store.spreadsheet import SESSION_COLUMNS, STEP_COLUMNS

PAGE = (Path(__file__).parents[2] / "docs" / "history-format.md").read_text(encoding="utf-8")
ROWS = [SessionRecord, StepRecord, Assessment, DayOff]


def example(tmp_path: Path) -> tuple[str, Contents]:
    (block,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    path = tmp_path / "history.json"
    path.write_text(block, encoding="utf-8", newline="")
    return block, read_file(path)


def test_the_example_is_what_an_export_of_it_gives(tmp_path: Path) -> None:
    text, contents = example(tmp_path)
    assert to_json(contents) == text
    assert all((contents.sessions, contents.assessments, contents.days_off))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.__name__))
def test_every_key_is_on_the_page(row: type) -> None:
    assert [f.name for f in fields(row) if f"`{f.name}`" not in PAGE] == []


def test_every_word_a_key_may_hold_is_on_the_page() -> None:
    words = [w.value for kind in (Ended, Check, Feel, Off, Format) for w in kind]
    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_every_column_is_on_the_page() -> None:
    assert [c for c in (*STEP_COLUMNS, *SESSION_COLUMNS) if f"`{c}`" not in PAGE] == []


def test_the_limits_are_those_of_the_program() -> None:
    assert f"| `format` | needed | `{FORMAT}` |" in PAGE
    assert f"up to {ID_LENGTH} characters" in PAGE
    assert f"up to {NOTE_LENGTH:,} characters" in PAGE
    assert f"0 to {MOST_DEGREES}" in PAGE


def test_the_line_of_the_journal_is_one(tmp_path: Path) -> None:
    _, contents = example(tmp_path)
    (line,) = lines_of(Contents(days_off=contents.days_off))
    assert line.text.startswith(b'{"v":1,"kind":"day_off","row":{"id":')
    assert line.text.endswith(b',"sum":"' + line.sum + b'"}')
    assert len(line.sum) == 32
    assert checked_sum(line.text) == line.sum
