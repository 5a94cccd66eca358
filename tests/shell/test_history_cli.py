"""``supple history``."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.ended import Ended
from supple.core.record import StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.shell.main import main
from supple.store.opening import open_history
from supple.store.paths import Paths

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def one_session(paths: Paths) -> None:
    history = open_history(paths).history
    history.open_session("s1", "desk-break", "Desk break", WHEN)
    step = StepRecord(StepKind.HOLD, "seated-heel-out", Side.LEFT, 1, 20.0, 18.5, True)
    history.add_step("s1", step, WHEN)
    history.close_session("s1", Ended.FINISHED, WHEN)
    history.close()


@pytest.mark.usefixtures("one_session")
def test_export_as_json(profile: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["--profile", str(profile), "history", "export", "--format", "json"]) == 0
    values = json.loads(capsysbinary.readouterr().out)
    assert values["format"] == 2
    (session,) = values["sessions"]
    assert session["id"] == "s1"
    assert session["started_at"] == "2026-03-05T10:30:00+01:00"
    assert session["ended"] == "finished"
    (step,) = session["steps"]
    wanted = {"kind": "hold", "stretch": "seated-heel-out", "side": "left", "set": 1}
    assert wanted.items() <= step.items()
    assert (step["planned_s"], step["held_s"]) == (20.0, 18.5)


@pytest.mark.usefixtures("one_session")
def test_export_as_csv_into_a_file(profile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    argv = ["--profile", str(profile), "history", "export", "--format", "csv", "-o", str(out)]
    assert main(argv) == 0
    (row,) = csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines())
    assert row["held_s"] == "18.5"


@pytest.mark.usefixtures("one_session")
@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["-o", "out.csv"], b"\xef\xbb\xbfsession,"),
        (["-o", "out.ics"], b"BEGIN:VCALENDAR\r\n"),
        (["-o", "out"], b"{\n"),
        (["-o", "out.txt", "--format", "sessions-csv"], b"\xef\xbb\xbfdate,"),
        (["-o", "out.csv", "--format", "json"], b"{\n"),
    ],
)
def test_the_ending_or_the_option_says_the_format(
    profile: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    start: bytes,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--profile", str(profile), "history", "export", *words]) == 0
    assert (tmp_path / words[1]).read_bytes().startswith(start)


@pytest.mark.usefixtures("one_session")
def test_an_export_is_the_same_each_time(
    profile: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for _ in range(2):
        assert main(["--profile", str(profile), "history", "export"]) == 0
    once = capsysbinary.readouterr().out
    assert once[: len(once) // 2] == once[len(once) // 2 :]


@pytest.mark.usefixtures("one_session")
def test_a_file_that_is_there_is_replaced_when_somebody_says_so(
    profile: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out.json"
    out.write_text("mine")
    argv = ["--profile", str(profile), "history", "export", "-o", str(out)]
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(argv) == 1
    assert "out.json is there already. Say --yes" in capsys.readouterr().err
    assert out.read_text() == "mine"
    assert main([*argv, "--yes"]) == 0
    assert json.loads(out.read_text("utf-8"))["format"] == 2


def test_a_calendar_of_nothing_is_refused(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.ics"
    assert main(["--profile", str(profile), "history", "export", "-o", str(out)]) == 1
    assert "no session" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.usefixtures("one_session")
def test_the_list(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--profile", str(profile), "history", "list"]) == 0
    assert "Desk break" in capsys.readouterr().out


def test_no_sessions_yet(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--profile", str(profile), "history", "list"]) == 0
    assert "No sessions" in capsys.readouterr().out


def test_a_damaged_history_is_told_and_kept(
    profile: Path, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.history_db.parent.mkdir(parents=True)
    paths.history_db.write_bytes(b"this is no database" * 100)
    assert main(["--profile", str(profile), "history", "list"]) == 1
    assert str(paths.history_db) in capsys.readouterr().err
    assert paths.history_db.read_bytes().startswith(b"this is no database")


def test_a_place_that_cannot_be_written_is_told(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["--profile", str(profile), "history", "export", "-o", "/nowhere/at/all.json"]
    assert main(argv) == 1
    assert "/nowhere/at/all.json" in capsys.readouterr().err
