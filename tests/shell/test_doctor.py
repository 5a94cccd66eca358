"""``supple doctor``."""

from __future__ import annotations

from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.desk.capability import Check
from supple.shell.doctor import checks
from supple.shell.main import main
from supple.shell.options import parse
from supple.store import backups
from supple.store.history import History, local_now
from supple.store.paths import Paths


@pytest.mark.usefixtures("qapp")
def test_everything_is_told_with_a_reason(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    names = [line[5:38].strip() for line in lines]
    for wanted in ("files", "routines", "history", "voice", "sound", "tray", "idle time"):
        assert wanted in names
    assert any(name.startswith("keep awake") for name in names)
    for line in lines:
        assert line[:4].strip() in ("yes", "no")
        assert line[38:].strip()


def test_every_folder_in_use_is_named(profile: Path, paths: Paths) -> None:
    options = parse(["--profile", str(profile), "doctor"])
    (line,) = (c for c in checks(options, Paths.of(options.profile)) if c.name == "files")
    assert line.ok
    for name, folder in (
        ("data", paths.data),
        ("settings", paths.config),
        ("cache", paths.cache),
        ("logs", paths.logs),
    ):
        assert f"{name} in {folder}" in line.reason


@pytest.mark.usefixtures("qapp")
def test_what_is_needed_and_missing_gives_one(
    profile: Path,
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("supple.shell.doctor.voice_checks", lambda paths: [])
    paths.history_db.parent.mkdir(parents=True)
    paths.history_db.write_bytes(b"no database at all" * 200)
    assert main(["--profile", str(profile), "doctor"]) == 1
    told = [x for x in capsys.readouterr().out.splitlines() if x.startswith("no")]
    assert any("history" in line and str(paths.history_db) in line for line in told)


@pytest.mark.usefixtures("qapp")
def test_a_history_that_opens_and_cannot_be_read_stops_no_other_question(
    profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_: History) -> None:
        raise UserError("The disk is damaged.")

    monkeypatch.setattr("supple.shell.doctor.voice_checks", lambda paths: [])
    monkeypatch.setattr(History, "sessions", unreadable)
    assert main(["--profile", str(profile), "doctor"]) == 1
    told = capsys.readouterr().out
    assert "The disk is damaged." in told
    assert "\nyes  window system" in told


def backup_line(profile: Path) -> Check:
    options = parse(["--profile", str(profile), "doctor"])
    (line,) = (c for c in checks(options, Paths.of(options.profile)) if c.name == "backups")
    return line


@pytest.mark.usefixtures("qapp")
def test_backups_are_told_of(profile: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supple.shell.doctor.voice_checks", lambda paths: [])
    assert backup_line(profile).ok
    assert "none yet" in backup_line(profile).reason
    made = backups.make(paths.history_db, paths.backups_dir, local_now())
    assert "1 kept" in backup_line(profile).reason
    made.path.write_bytes(b"damaged" * 999)
    assert not backup_line(profile).ok
    assert "none of 1 is good" in backup_line(profile).reason


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 sessions in "), (1, "1 session in "), (2, "2 sessions in ")]
)
def test_one_session_is_one(
    profile: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch, count: int, told: str
) -> None:
    monkeypatch.setattr(History, "sessions", lambda _: [object()] * count)
    options = parse(["--profile", str(profile), "doctor"])
    history = next(check for check in checks(options, paths) if check.name == "history")
    assert history.reason.startswith(told)
