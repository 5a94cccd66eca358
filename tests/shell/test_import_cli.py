"""``supple history import``."""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from supple.core.assessment import Assessment, Check
from supple.core.contents import Contents
from supple.core.day_off import DayOff, Off
from supple.core.ended import Ended
from supple.core.record import SessionRecord, StepRecord
from supple.core.routine import Side
from supple.core.step_kind import StepKind
from supple.shell.main import main
from supple.store import backups
from supple.store.export import to_json
from supple.store.history import History
from supple.store.opening import open_history
from supple.store.paths import Paths

START = datetime(2026, 3, 5, 10, 30, 0, 7, tzinfo=timezone(timedelta(hours=1)))
CHANGED = datetime(2026, 3, 5, 12, tzinfo=UTC)


def session(n: int, **values: object) -> SessionRecord:
    at = START + timedelta(days=n)
    step = StepRecord(
        *(StepKind.HOLD, "seated-heel-out", Side.LEFT, 1, 20.0, 18.5, True),
        id=f"t{n}",
        ended_at=at,
    )
    fields = {"pain_after": 2, "device": "d1", "changed_at": CHANGED, **values}
    return SessionRecord(
        *(f"s{n}", "desk-break", "Desk break", at, Ended.FINISHED, (step,), at),
        **fields,  # type: ignore[arg-type]
    )


THEIRS = Contents(
    (session(1), session(2), session(3, deleted_at=CHANGED)),
    (Assessment("a1", Check.LEG_RAISE, START, 71.5, 68.0, device="d1", changed_at=CHANGED),),
    (DayOff("o1", date(2026, 3, 9), Off.ILL, device="d1", changed_at=CHANGED),),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.json"
    path.write_text(to_json(THEIRS), encoding="utf-8", newline="")
    return path


@pytest.fixture
def history(paths: Paths) -> Iterator[Callable[[], History]]:
    """Opens the history; it is closed when the test ends."""
    opened: list[History] = []

    def open_it() -> History:
        opened.append(open_history(paths).history)
        return opened[-1]

    yield open_it
    for one in opened:
        one.close()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def take_in(profile: Path, file: Path) -> Callable[..., int]:
    return lambda *words: main(["--profile", str(profile), "history", "import", str(file), *words])


def exported(profile: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> bytes:
    capsysbinary.readouterr()
    assert main(["--profile", str(profile), "history", "export"]) == 0
    return capsysbinary.readouterr().out


def test_what_is_taken_into_an_empty_history_comes_out_as_it_was(
    profile: Path,
    file: Path,
    take_in: Callable[..., int],
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert take_in("--yes") == 0
    assert exported(profile, capsysbinary) == file.read_bytes()
    assert take_in("--yes") == 0
    assert b"Nothing to be added.\nHere already, the same: 5 entries." in (
        capsysbinary.readouterr().out
    )
    assert exported(profile, capsysbinary) == file.read_bytes()


def test_what_would_be_added_is_shown_first(
    take_in: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_in("--yes") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "To be added: 2 new sessions, 1 new check, 1 new day off.",
        "Deleted in the file, and stays deleted: 1 entry.",
    ]


@pytest.mark.parametrize(("answer", "added"), [("y", 2), ("YES ", 2), ("n", 0), ("", 0), (None, 0)])
def test_at_a_terminal_it_is_asked(
    take_in: Callable[..., int],
    history: Callable[[], History],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str | None,
    added: int,
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("" if answer is None else answer + "\n"))
    assert take_in() == (0 if added else 1)
    out = capsys.readouterr().out
    assert "Add them? [y/N]" in out
    assert ("Nothing was added." in out) == (not added)
    assert len(history().sessions()) == added


def test_breaking_off_at_the_question_adds_nothing(
    take_in: Callable[..., int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def break_off(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", break_off)
    assert take_in() == 1
    assert capsys.readouterr().out.endswith("\nNothing was added.\n")


def test_without_a_terminal_it_is_only_shown(
    take_in: Callable[..., int],
    history: Callable[[], History],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for stdin in (io.StringIO("y\n"), None):
        monkeypatch.setattr(sys, "stdin", stdin)
        assert take_in() == 1
        said = capsys.readouterr()
        assert "2 new sessions" in said.out
        assert "Say --yes to add them." in said.err
    assert history().sessions() == []


def test_nothing_here_is_overwritten(
    take_in: Callable[..., int],
    file: Path,
    history: Callable[[], History],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert take_in("--yes") == 0
    here = history()
    here.rate("s1", pain_after=9)
    here.discard("s2")
    before = here.everything()
    later = datetime(2030, 1, 1, tzinfo=UTC)
    newer = replace(THEIRS, sessions=tuple(replace(s, changed_at=later) for s in THEIRS.sessions))
    file.write_text(to_json(newer), encoding="utf-8", newline="")
    capsys.readouterr()
    assert take_in("--yes") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nothing to be added.",
        "Here already, the same: 3 entries.",
        "Deleted here, and stays deleted: 1 entry.",
        "Here already, but not the same; yours are kept: 1 entry.",
        "Friday 6 March 2026, 10:30, Desk break: pain after is 9 here, 2 in the file.",
    ]
    assert here.everything() == before


def test_a_backup_is_made_before_anything_is_added(
    take_in: Callable[..., int], paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_in("--yes") == 0
    (kept,) = paths.backups_dir.glob("*.db")
    assert f"The history as it was before is in {kept}." in capsys.readouterr().out
    with closing(sqlite3.connect(kept)) as copy:
        assert copy.execute("SELECT count(*) FROM session").fetchone() == (0,)


def test_what_comes_in_between_the_look_and_the_adding_is_kept_as_well(
    take_in: Callable[..., int],
    history: Callable[[], History],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = history()
    make = backups.make

    def slow(*args: Any) -> backups.Backup:
        long_ago = datetime(2020, 1, 1, tzinfo=UTC)
        here.take_in(Contents((session(1, pain_after=9, changed_at=long_ago),)))
        return make(*args)

    monkeypatch.setattr(backups, "make", slow)
    assert take_in("--yes") == 0
    assert [(s.id, s.pain_after) for s in here.sessions()] == [("s2", 2), ("s1", 9)]


def test_a_file_with_a_problem_is_told_and_nothing_is_touched(
    take_in: Callable[..., int],
    file: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file.write_text(to_json(THEIRS).replace('"left": 71.5', '"left": 710'), encoding="utf-8")
    assert take_in("--yes") == 1
    assert "assessments[0].left: This is 710. It needs to be a number from 0 to 110" in (
        capsys.readouterr().err
    )
    assert not paths.history_db.exists()


def test_a_history_that_is_open_elsewhere_takes_it_in_as_well(
    take_in: Callable[..., int], history: Callable[[], History]
) -> None:
    here = history()
    here.open_session("running", "desk-break", "Desk break", START)
    assert take_in("--yes") == 0
    assert {s.id for s in here.sessions()} == {"running", "s1", "s2"}
