"""``supple history check | backup | restore``."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from supple.core.ended import Ended
from supple.shell.main import main
from supple.store import backups
from supple.store.lock import Runs
from supple.store.opening import open_history
from supple.store.paths import Paths

WHEN = datetime(2026, 3, 5, 10, 30, tzinfo=timezone(timedelta(hours=1)))
Capture = pytest.CaptureFixture[str]


def do_session(paths: Paths, number: int) -> None:
    history = open_history(paths).history
    at = WHEN + timedelta(days=number)
    history.open_session(f"s{number}", "desk-break", "Desk break", at)
    history.close_session(f"s{number}", Ended.FINISHED, at)
    history.close()


def sessions(paths: Paths) -> list[str]:
    history = open_history(paths).history
    found = [session.id for session in history.sessions()]
    history.close()
    return found


@pytest.fixture
def two(profile: Path, paths: Paths) -> list[str]:
    """A history with a backup of its first session; the beginning of the command line."""
    do_session(paths, 1)
    backups.make(paths.history_db, paths.backups_dir, WHEN)
    do_session(paths, 2)
    return ["--profile", str(profile), "history"]


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def test_a_sound_history_is_called_that(two: list[str], capsys: Capture) -> None:
    assert main([*two, "check"]) == 0
    out = capsys.readouterr().out
    assert "is sound: 2 sessions" in out
    assert "history-v" in out
    assert "5 March, 10:30" in out or "1 session" in out


def test_a_damaged_one_is_told_and_not_repaired(
    two: list[str], paths: Paths, capsys: Capture
) -> None:
    damage(paths.history_db)
    before = paths.history_db.read_bytes()
    assert main([*two, "check"]) == 1
    assert "is damaged" in capsys.readouterr().out
    assert paths.history_db.read_bytes() == before


def test_a_backup_that_is_not_good_is_called_that(
    two: list[str], paths: Paths, capsys: Capture
) -> None:
    damage(backups.listing(paths.backups_dir)[0].path)
    assert main([*two, "check"]) == 0
    assert "not good" in capsys.readouterr().out


def test_no_history_yet_is_nothing_wrong(profile: Path, capsys: Capture) -> None:
    assert main(["--profile", str(profile), "history", "check"]) == 0
    out = capsys.readouterr().out
    assert "no history yet" in out
    assert "No backups yet" in out
    assert main(["--profile", str(profile), "history", "backup"]) == 1
    assert not (profile / "data").exists()


def test_a_recovery_that_was_cut_is_told(two: list[str], paths: Paths, capsys: Capture) -> None:
    paths.ready_db.write_bytes(backups.listing(paths.backups_dir)[0].path.read_bytes())
    assert main([*two, "check"]) == 1
    assert "was being restored" in capsys.readouterr().out
    assert main([*two, "restore", "--yes"]) == 0
    assert sessions(paths) == ["s1"]


def test_a_backup_is_made_beside_the_others(two: list[str], paths: Paths, capsys: Capture) -> None:
    assert main([*two, "backup"]) == 0
    assert "2 sessions backed up" in capsys.readouterr().out
    assert backups.check(backups.listing(paths.backups_dir)[0]).sessions == 2


def test_a_backup_goes_where_it_is_wanted(two: list[str], tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "copy.db"
    assert main([*two, "backup", "-o", str(target)]) == 0
    assert target.exists()
    assert main([*two, "backup", "-o", str(target)]) == 1
    assert "there already" in capsys.readouterr().err


def test_the_newest_good_one_is_restored_after_it_was_said_what_changes(
    two: list[str], paths: Paths, capsys: Capture
) -> None:
    assert main([*two, "restore", "--yes"]) == 0
    out = capsys.readouterr().out
    assert "1 session not in it, and would go:" in out
    assert "2026-03-07 10:30  Desk break" in out
    assert sessions(paths) == ["s1"]
    kept = backups.listing(paths.backups_dir)[1]
    assert str(kept.path) in out
    assert main([*two, "restore", str(kept.path), "--yes"]) == 0
    assert sessions(paths) == ["s2", "s1"]


def test_without_a_yes_and_nobody_to_ask_nothing_happens(
    two: list[str], paths: Paths, capsys: Capture
) -> None:
    assert main([*two, "restore"]) == 1
    assert "--yes" in capsys.readouterr().err
    assert sessions(paths) == ["s2", "s1"]


@pytest.mark.parametrize(("answer", "left"), [("y", ["s1"]), ("", ["s2", "s1"])])
def test_on_a_terminal_it_asks(
    answer: str, left: list[str], two: list[str], paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    assert main([*two, "restore"]) == (0 if answer else 1)
    assert sessions(paths) == left


def test_not_while_a_window_is_open(two: list[str], paths: Paths, capsys: Capture) -> None:
    window = Runs(paths.runs_dir)
    assert window.take("window")
    assert main([*two, "restore", "--yes"]) == 1
    assert "Close its window first" in capsys.readouterr().err
    window.release()
    assert sessions(paths) == ["s2", "s1"]


def test_a_damaged_history_is_restored_with_what_came_after(
    two: list[str], paths: Paths, capsys: Capture
) -> None:
    content = bytearray(paths.history_db.read_bytes())
    content[:100] = b"\xa5" * 100
    paths.history_db.write_bytes(content)
    assert main([*two, "restore", "--yes"]) == 0
    out = capsys.readouterr().out
    assert "2 sessions are back" in out
    assert "history-damaged-" in out
    assert sessions(paths) == ["s2", "s1"]


def test_where_there_is_no_backup_that_is_told(
    two: list[str], paths: Paths, capsys: Capture
) -> None:
    for backup in backups.listing(paths.backups_dir):
        backup.path.unlink()
    assert main([*two, "restore", "--yes"]) == 1
    assert "no good backup" in capsys.readouterr().err
    assert main([*two, "restore", "none.db", "--yes"]) == 1
    assert "none.db is not there" in capsys.readouterr().err
