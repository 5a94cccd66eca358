"""``supple routines``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supple.core.step import StepKind
from supple.shell.main import main


def test_the_list_has_every_routine_and_stretch(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "routines", "list"]) == 0
    said = capsys.readouterr().out
    for id_ in ("desk-break", "gentle-ladder", "supine-strap-bent-knee", "arm-circles"):
        assert id_ in said


def test_a_persons_own_routine_is_marked(
    profile: Path, short_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--profile", str(profile), "--routines", str(short_file), "routines", "list"])
    line = next(x for x in capsys.readouterr().out.splitlines() if "three-short" in x)
    assert line.endswith("(yours)")


def test_checking_a_good_file(
    profile: Path, short_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "routines", "check", str(short_file)]) == 0
    assert "all good" in capsys.readouterr().out


def test_checking_a_bad_file_says_where_and_how_to_mend(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": 1,\n "routines": [{"id": "a", "nmae": "A", "steps": []}]}')
    assert main(["--profile", str(profile), "routines", "check", str(bad)]) == 1
    said = capsys.readouterr().out
    assert f"{bad}:2:" in said
    assert "nmae" in said
    assert "name" in said


def test_the_timeline_for_programs(
    profile: Path, short_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["--profile", str(profile), "--routines", str(short_file)]
    assert main([*argv, "routines", "timeline", "three-short", "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    steps = values["steps"]
    assert {s["kind"] for s in steps} <= {kind.value for kind in StepKind}
    at = 0.0
    for step in steps:
        assert step["start_s"] == pytest.approx(at, abs=0.01)
        at += step["duration_s"]
        for line in step["lines"]:
            assert step["start_s"] <= line["at_s"] <= step["start_s"] + step["duration_s"]
            assert line["text"]
            assert line["priority"] in ("count", "half", "name", "switch", "stop")
    holds = [(s["stretch"], s["side"], s["duration_s"]) for s in steps if s["kind"] == "hold"]
    assert holds == [
        ("one", "left", 5),
        ("one", "right", 5),
        ("two", "both", 4),
        ("three", "left", 3),
        ("three", "right", 3),
    ]
    assert values["total_s"] == pytest.approx(at, abs=0.01)


def test_the_timeline_for_people(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--profile", str(profile), "routines", "timeline", "wall-supine"]) == 0
    said = capsys.readouterr().out
    assert "hold" in said
    assert "0:00" in said
