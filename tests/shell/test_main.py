"""The way in, and what it needs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from supple.shell import routines_cli
from supple.shell.main import main
from supple.shell.options import MENDABLE, STOPPED

WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt was asked for")
sys.meta_path.insert(0, NoQt())
from supple.shell.main import main
sys.exit(main(sys.argv[1:]))
"""
CTRL_C_WHILE_QT_IS_LOADED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from supple.shell import lean_qt
lean_qt.load = lambda: os.kill(os.getpid(), signal.SIGINT)
from supple.shell.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "argv",
    [
        ["routines", "list"],
        ["routines", "timeline", "desk-break", "--json"],
        ["history", "list"],
        ["history", "export", "--format", "json"],
    ],
)
def test_commands_work_where_there_is_no_qt(argv: list[str], profile: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, "--profile", str(profile), *argv],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_what_the_user_can_mend_is_said_and_gives_one(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "routines", "timeline", "desk-brake"]) == 1
    said = capsys.readouterr().err
    assert "desk-brake" in said
    assert "desk-break" in said


def test_starting_what_is_not_there_is_refused_before_a_window_opens(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "--start", "nothing-like-it"]) == 1
    assert "nothing-like-it" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("supple ")


def test_a_reader_that_goes_away_is_no_error_trace(profile: Path) -> None:
    script = f"{sys.executable} -m supple --profile {profile} routines timeline full-session"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{script} --json | head -n 1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_before_the_first_line_is_none_either(profile: Path) -> None:
    script = f"{sys.executable} -m supple --profile {profile} history list"
    done = subprocess.run(
        ["/bin/sh", "-c", f"({script}; echo $? >&2) | true"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )
    assert done.stderr in ("0\n", "1\n")


@pytest.mark.parametrize("action", [["list"], ["timeline", "fruh"], ["timeline", "fruh", "--json"]])
def test_letters_the_terminal_does_not_know_stop_nothing(action: list[str], profile: Path) -> None:
    folder = profile / "data" / "routines"
    folder.mkdir(parents=True)
    routine = {"id": "fruh", "name": "Früh 朝", "steps": [{"stretch": "wall-supine"}]}
    text = json.dumps({"format": 1, "routines": [routine]}, ensure_ascii=False)
    (folder / "own.json").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "supple", "--profile", str(profile), "routines", *action],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    if "--json" in action:
        assert json.loads(done.stdout)["name"] == "Früh 朝"
    else:
        assert b"Fr\\xfch" in done.stdout


def test_a_frozen_program_can_be_its_own_voice_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    from supple.voice import launch, worker

    monkeypatch.setattr("sys.frozen", True, raising=False)
    _, *argv = launch.worker_command("FOLDER", "en-us")
    asked: list[list[str]] = []

    def work(given: list[str]) -> int:
        asked.append(list(given))
        return 7

    monkeypatch.setattr(worker, "main", work)
    assert main(argv) == 7
    assert asked[0][:2] == ["--cache", "FOLDER"]


def test_the_worker_answers_when_started_through_the_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "supple", "voice-worker", "--cache", str(tmp_path)]
    done = subprocess.run(
        command,
        input=b'{"kind": "voices", "id": 1}\n',
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_the_voice_can_be_listed_where_there_is_no_qt(profile: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, "--profile", str(profile), "voice", "list"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("Voices")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there nobody tells why a process ended")
def test_ctrl_c_while_the_window_is_made_ends_it_without_a_word(profile: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CTRL_C_WHILE_QT_IS_LOADED, "--profile", str(profile)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


def test_ctrl_c_that_is_to_be_ignored_stays_so(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main(["--profile", str(profile), "--start", "nothing-like-it"])
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_command_that_is_broken_off_leaves_no_trace(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken_off(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(routines_cli, "run", broken_off)
    assert main(["--profile", str(profile), "routines", "list"]) == STOPPED
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
@pytest.mark.parametrize("action", [["routines", "list"], ["history", "export"]])
def test_a_full_disk_is_told_without_a_trace(action: list[str], profile: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "supple", "--profile", str(profile), *action],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == MENDABLE
    assert done.stderr.count("\n") == 1
    assert "no room" in done.stderr


@pytest.mark.parametrize(
    ("action", "code"),
    [(["routines", "timeline", "desk-break", "--json"], 0), (["history", "export"], MENDABLE)],
)
def test_a_program_without_a_console_leaves_no_trace(
    action: list[str], code: int, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert main(["--profile", str(profile), *action]) == code
