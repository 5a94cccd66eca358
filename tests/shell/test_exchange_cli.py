"""``supple history exchange``."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supple.core.ended import Ended
from supple.shell.exchange_cli import summary
from supple.shell.main import main
from supple.store.journal import Exchanged
from supple.store.opening import open_history
from supple.store.paths import Paths

AT = datetime(2026, 3, 5, 10, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


def record(profile: Path, session: str) -> None:
    history = open_history(Paths.of(profile)).history
    history.open_session(session, "desk-break", "Desk break", AT)
    history.close_session(session, Ended.FINISHED, AT)
    history.close()


def exchange(profile: Path, *more: str) -> int:
    return main(["--profile", str(profile), "history", "exchange", *more])


def test_two_profiles_come_to_one_history(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path / "a", "s1")
    record(tmp_path / "b", "s2")
    for name in ("a", "b", "a"):
        assert exchange(tmp_path / name, "--folder", str(folder)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Taken in: 0. Written: 1.",
        "Taken in: 1. Written: 1.",
        "Taken in: 1. Written: 0.",
    ]
    for name in ("a", "b"):
        history = open_history(Paths.of(tmp_path / name)).history
        assert {s.id for s in history.sessions()} == {"s1", "s2"}
        history.close()


def test_the_folder_of_the_settings_is_used(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path / "a", "s1")
    file = Paths.of(tmp_path / "a").settings_file
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"shared_folder": str(folder)}), encoding="utf-8")
    assert exchange(tmp_path / "a") == 0
    assert capsys.readouterr().out == "Taken in: 0. Written: 1.\n"
    assert len(list(folder.iterdir())) == 1


def test_without_a_folder_it_says_how_to_choose_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exchange(tmp_path / "a") == 1
    assert "--folder" in capsys.readouterr().err


def test_a_folder_that_is_gone_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exchange(tmp_path / "a", "--folder", str(tmp_path / "gone")) == 1
    said = capsys.readouterr()
    assert said.out == "Taken in: 0. Written: 0.\n"
    assert "is not there" in said.err


def test_lines_passed_over_are_counted() -> None:
    assert summary(Exchanged(1, 2, 3)) == "Taken in: 2. Written: 1. Lines passed over: 3."
