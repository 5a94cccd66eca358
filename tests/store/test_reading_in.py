from __future__ import annotations

import codecs
import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.problem import ProblemsFound
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.store import reading_in
from supple.store.database import Database
from supple.store.export import to_json
from supple.store.history import History
from supple.store.reading_in import LISTED, read_file

START = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))
LATER = START + timedelta(minutes=6)
STEP = StepRecord(StepKind.HOLD, "strap", Side.LEFT, 1, 30.0, 29.5, True, id="t", ended_at=LATER)
SESSION = SessionRecord(
    *("s", "desk-break", "Desk break", START, Ended.FINISHED, (STEP,), LATER),
    device="d",
    changed_at=LATER,
)
CONTENTS = Contents(
    (SESSION,),
    (Assessment("a", Check.LEG_RAISE, START, 71.5, 68.0, device="d", changed_at=START),),
    (DayOff("o", date(2026, 3, 13), Off.ILL, device="d", changed_at=START),),
)
FORMAT_1 = """{
  "format": 1,
  "sessions": [
    {
      "id": "s",
      "routine": "desk-break",
      "routine_name": "Desk break",
      "started_at": "2026-03-14T23:30:00+02:00",
      "ended_at": "2026-03-14T23:36:00+02:00",
      "ended": "finished",
      "pain_before": 3,
      "pain_after": null,
      "note": "",
      "steps": [
        {
          "kind": "hold",
          "stretch": "strap",
          "side": "left",
          "set": 1,
          "planned_s": 30.0,
          "held_s": 29.5,
          "completed": true,
          "hurt": false
        }
      ]
    }
  ]
}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.json"


def refused(path: Path, data: bytes | str) -> str:
    """What is said of a file with ``data``, without its name, which has to stand in front."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    with pytest.raises(ProblemsFound) as error:
        read_file(path)
    said = str(error.value)
    assert all(line.startswith(str(path)) for line in said.splitlines())
    return said.replace(str(path), "").replace("\n:", "\n").removeprefix(":").strip()


def changed(**changes: object) -> str:
    return json.dumps(json.loads(to_json(CONTENTS)) | changes, indent=1)


@given(contents=st.from_type(Contents))
def test_what_was_exported_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, contents: Contents
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.json"
    text = to_json(contents)
    path.write_text(text, encoding="utf-8", newline="")
    back = read_file(path)
    assert to_json(back) == text
    for name in ("sessions", "assessments", "days_off"):
        rows = sorted(getattr(contents, name), key=lambda row: row.id)
        assert sorted(getattr(back, name), key=lambda row: row.id) == rows


@given(contents=st.from_type(Contents))
@settings(max_examples=30)
def test_a_history_comes_out_of_another_one_with_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, contents: Contents
) -> None:
    folder = tmp_path_factory.mktemp("round", numbered=True)
    text = to_json(contents)
    (folder / "history.json").write_text(text, encoding="utf-8", newline="")
    history = History(Database.open(folder / "history.db"))
    try:
        history.take_in(read_file(folder / "history.json"), keep_ours=True)
        assert to_json(history.everything()) == text
    finally:
        history.close()


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_mark_before_the_text_does_no_harm(path: Path, mark: bytes) -> None:
    path.write_bytes(mark + to_json(CONTENTS).encode())
    assert read_file(path) == CONTENTS


def test_other_line_ends_and_layouts_do_no_harm(path: Path) -> None:
    path.write_bytes(changed().replace("\n", "\r\n").encode())
    assert read_file(path) == CONTENTS


def test_format_1_is_read(path: Path) -> None:
    path.write_text(FORMAT_1, encoding="utf-8")
    (session,) = read_file(path).sessions
    step = replace(STEP, id=session.steps[0].id, ended_at=session.steps[0].ended_at)
    assert session == replace(
        SESSION, pain_before=3, device=session.device, changed_at=LATER, steps=(step,)
    )


def test_a_session_that_was_running_is_read_as_cut(path: Path) -> None:
    text = FORMAT_1.replace('"finished"', "null").replace('"2026-03-14T23:36:00+02:00"', "null")
    path.write_text(text, encoding="utf-8")
    (session,) = read_file(path).sessions
    assert session.ended is Ended.CRASHED


AGAIN = "Export the history again, or mend this place."
NEWEST = "Install the newest Supple and try again."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty. Export the history again."),
        (
            to_json(CONTENTS).encode("utf-16"),
            'The file is saved as UTF-16. Save it as "UTF-8" in your editor.',
        ),
        (
            b'{"format": 2,\n"program": "Caf\xe9"}',
            '2:16: The byte 0xe9 is not UTF-8 text. Save it as "UTF-8" in your editor.',
        ),
        (
            "[1, 2]",
            "The file holds a list in [ ], and no history. " + AGAIN,
        ),
        (
            "{}",
            'There is no "format", so this is no exported history. ' + AGAIN,
        ),
        (
            '{"format": 1, "stretches": [], "routines": []}',
            "This is a file of routines, and no history. Put it into the folder of your routines.",
        ),
        (
            changed(format=3),
            "2:12: format: A newer Supple wrote this file: its format is 3, not 2. " + NEWEST,
        ),
        (changed(format=True), "2:12: format: This is true. It needs to be 2."),
        (changed(format="2"), '2:12: format: This is the text "2". It needs to be 2.'),
        (changed(format=0), "2:12: format: This is 0. It needs to be 2."),
        (
            '{"format": 2}',
            '1:1: sessions: "sessions" is missing. It needs to be a list in [ ].',
        ),
        (
            '{"format": 2, "sessions": []}',
            '1:1: assessments: "assessments" is missing. It needs to be a list in [ ].',
        ),
        (
            '{"format": 2, "sessions": {}}',
            "1:27: sessions: This is a group in { }. It needs to be a list in [ ].",
        ),
        (
            '{\n "format": 2,\n "sessions": [}',
            "3:15: sessions: } stands here, but the [ of line 3 is still open. " + AGAIN,
        ),
        (
            '{"format": 2, "sessions": [], "sessions": []}',
            '1:31: sessions: The key "sessions" stands here twice; first in line 1. ' + AGAIN,
        ),
        (
            "[" * 100_000,
            "1:33: Brackets stand more than 32 deep inside one another. " + AGAIN,
        ),
        (
            "hello",
            '1:1: The file begins with "hello", not with {. ' + AGAIN,
        ),
    ],
)
def test_a_file_that_is_no_export_is_told(path: Path, data: bytes | str, said: str) -> None:
    assert refused(path, data) == said


@pytest.mark.parametrize("kept", [20, 100, 400, 700])
def test_a_file_that_was_cut_off_is_told_with_its_place(path: Path, kept: int) -> None:
    said = refused(path, to_json(CONTENTS)[:kept])
    line, column, rest = said.split(":", 2)
    assert int(line) > 0
    assert int(column) > 0
    assert rest.endswith("Export the history again, or mend this place.")


def test_a_wrong_value_is_told_with_line_and_path(path: Path) -> None:
    text = to_json(CONTENTS).replace('"held_s": 29.5', '"held_s": -29.5')
    column = text.splitlines()[4].index("-29.5") + 1
    assert refused(path, text) == (
        f"5:{column}: sessions[0].steps[0].held_s: This is -29.5. "
        "It needs to be a number from 0 to 1000000000."
    )


@pytest.mark.parametrize(
    ("more", "there"), [(1, "There is 1 more entry"), (3, "There are 3 more entries")]
)
def test_every_row_with_a_problem_is_told_up_to_a_limit(path: Path, more: int, there: str) -> None:
    rows = [{"id": str(n)} for n in range(LISTED + more)]
    lines = refused(path, changed(sessions=rows)).splitlines()
    assert len(lines) == LISTED + 1
    assert 'sessions[0]: "routine" is missing.' in lines[0]
    assert lines[-1].endswith(f"{there} with problems. Mend these first.")
    whole = refused(path, changed(sessions=rows[:LISTED]))
    assert len(whole.splitlines()) == LISTED


def test_a_good_row_beside_a_bad_one_is_not_taken(path: Path) -> None:
    values: Any = json.loads(to_json(CONTENTS))
    values["days_off"].append({"id": "p", "day": "2026-02-30", "off": "ill"})
    said = refused(path, json.dumps(values))
    assert "days_off[1].day: There is no day 2026-02-30." in said


@pytest.mark.parametrize(
    ("contents", "where"),
    [
        (Contents((SESSION, replace(SESSION, steps=()))), "sessions[1].id"),
        (Contents((SESSION, replace(SESSION, id="z"))), "sessions[1].steps[0].id"),
        (Contents((replace(SESSION, steps=(STEP, STEP)),)), "sessions[0].steps[1].id"),
        (Contents(assessments=CONTENTS.assessments * 2), "assessments[1].id"),
        (Contents(days_off=CONTENTS.days_off * 2), "days_off[1].id"),
    ],
)
def test_an_id_that_stands_twice_is_told(path: Path, contents: Contents, where: str) -> None:
    said = refused(path, to_json(contents))
    assert f" {where}: This id stands twice in the file. Remove one of the two." in f" {said}"


def test_the_same_id_in_two_kinds_is_fine(path: Path) -> None:
    contents = Contents(
        CONTENTS.sessions,
        (replace(CONTENTS.assessments[0], id="s"),),
        (replace(CONTENTS.days_off[0], id="s"),),
    )
    path.write_text(to_json(contents), encoding="utf-8")
    assert read_file(path) == contents


def test_in_a_long_file_no_line_is_looked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_in, "LARGEST_SEARCHED", 10)
    assert refused(path, changed(format=3)).startswith("format: A newer Supple wrote this file")
    assert refused(path, '{\n"format": 2,\n"sessions": [}') == (
        "3:14: The text breaks off or is damaged here. "
        "Export the history again, or mend this place."
    )
    assert refused(path, '{"format": 2, "sessions": [], "sessions": []}') == (
        "The file is not JSON that can be read. Export the history again, or mend this place."
    )
    assert refused(path, "[" * 100_000).startswith("The file is not JSON that can be read.")


def test_a_file_that_is_far_too_large_is_told(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(400_000_001)
    with pytest.raises(ProblemsFound, match=r"has 400\.0 MB; 400 MB is the most"):
        read_file(path)


def test_a_file_for_which_there_is_no_memory_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> object:
        raise MemoryError

    monkeypatch.setattr(reading_in, "load_quick", refuse)
    path.write_text(to_json(CONTENTS), encoding="utf-8")
    with pytest.raises(ProblemsFound, match="too large for the memory"):
        read_file(path)


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"history\.json: The file does not exist"):
        read_file(path)


@given(st.binary(max_size=80), st.integers(0, 900), st.integers(0, 80))
def test_no_damage_at_all_breaks_the_reading(
    tmp_path_factory: pytest.TempPathFactory, put: bytes, at: int, lost: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    good = to_json(CONTENTS).encode()
    path.write_bytes(good[:at] + put + good[at + lost :])
    with suppress(ProblemsFound):
        read_file(path)
