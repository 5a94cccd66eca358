"""``supple guide``."""

from __future__ import annotations

import io
import json
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from supple.core.problem import UserError
from supple.shell import guide_cli
from supple.shell.guide import Progress
from supple.shell.guide_cli import TELL_EVERY_S, Teller
from supple.shell.main import main
from supple.shell.options import STOPPED
from supple.voice import once
from supple.voice.listing import VoiceEntry


@pytest.fixture
def argv(profile: Path, short_file: Path) -> list[str]:
    return ["--profile", str(profile), "--routines", str(short_file), "guide", "three-short"]


def test_the_file_is_made_and_named(
    argv: list[str], tmp_path: Path, voices: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "guide.wav"
    assert main([*argv, "-o", str(path)]) == 0
    assert path.stat().st_size > 1_000_000
    said = capsys.readouterr()
    assert said.out.startswith(f"{path}: 1:")
    assert said.out.endswith(", 5 chapters\n")
    assert said.err == ""


def test_a_file_that_is_there_is_not_replaced_without_a_word(
    argv: list[str], tmp_path: Path, voices: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "guide.wav"
    path.write_bytes(b"old")
    assert main([*argv, "-o", str(path)]) == 1
    assert "--yes" in capsys.readouterr().err
    assert path.read_bytes() == b"old"
    assert main([*argv, "-o", str(path), "--yes"]) == 0
    assert path.read_bytes() != b"old"


def test_programs_are_told_a_line_at_a_time(
    argv: list[str],
    tmp_path: Path,
    voices: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guide_cli, "TELL_EVERY_S", 0.0)
    monkeypatch.setattr(guide_cli, "NICE", 0)
    monkeypatch.setattr(guide_cli, "_read_to_the_end", endless)
    path = tmp_path / "guide.wav"
    assert main([*argv, "-o", str(path), "--json"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [s["part"] for s in said[:-1]] == sorted(s["part"] for s in said[:-1])
    assert said[-1]["saved"] == str(path)
    assert said[-1]["remark"] == ""


def test_a_program_is_told_what_went_wrong_and_what_would_do_instead(
    argv: list[str],
    tmp_path: Path,
    voices: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guide_cli, "NICE", 0)
    monkeypatch.setattr(guide_cli, "_read_to_the_end", endless)
    monkeypatch.setattr(voices, "mute", "No voice.")
    assert main([*argv, "-o", str(tmp_path / "guide.wav"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"failed": "No voice.", "chimes": True}


def endless() -> None:
    """An input that somebody holds open."""
    threading.Event().wait(600)


def test_the_end_of_the_input_stops_it(
    argv: list[str],
    tmp_path: Path,
    voices: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(guide_cli, "NICE", 0)
    monkeypatch.setattr(guide_cli, "_read_to_the_end", lambda: None)
    monkeypatch.setattr(voices, "noise", patient(voices))
    path = tmp_path / "guide.wav"
    assert main([*argv, "-o", str(path), "--json"]) == STOPPED
    assert "Nothing was written" in capsys.readouterr().err
    assert not list(tmp_path.glob("*guide.*"))


def patient(voices: Any) -> Any:
    """A voice that waits until it is asked to stop."""
    noise = voices.noise

    def wait(self: Any, text: str) -> Any:
        limit = time.monotonic() + 10
        while not self._stop() and time.monotonic() < limit:
            pass
        return noise(self, text)

    return wait


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_it_and_leaves_nothing(
    argv: list[str],
    tmp_path: Path,
    voices: Any,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    noise = voices.noise

    def interrupt(self: Any, text: str) -> Any:
        signal.raise_signal(number)
        return noise(self, text)

    monkeypatch.setattr(voices, "noise", interrupt)
    before = signal.getsignal(number)
    assert main([*argv, "-o", str(tmp_path / "guide.wav")]) == STOPPED
    assert not list(tmp_path.glob("*guide.*"))
    assert signal.getsignal(number) is before


def test_an_unknown_routine_is_told_with_the_nearest(
    argv: list[str], tmp_path: Path, voices: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    argv[-1] = "three-shirt"
    assert main([*argv, "-o", str(tmp_path / "guide.wav")]) == 1
    assert "three-short" in capsys.readouterr().err


def test_an_unknown_voice_is_refused_and_a_known_one_taken(
    argv: list[str],
    tmp_path: Path,
    voices: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(once, "voices", lambda: (VoiceEntry("en-gb", "British", "e", ""),))
    argv += ["-o", str(tmp_path / "guide.wav"), "--speed", "0.9"]
    assert main([*argv, "--voice", "nobody"]) == 1
    assert "supple voice list" in capsys.readouterr().err
    assert main([*argv, "--voice", "en-gb"]) == 0
    assert voices.made[-1].asked == ("en-gb", 0.9)


def test_without_a_file_it_is_wrong_usage(argv: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(argv)


def test_it_needs_no_qt(argv: list[str]) -> None:
    import subprocess

    code = (
        "import sys, supple.shell.guide_cli\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'av', 'lameenc'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_people_see_how_far_it_is_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    now = [0.0]
    tell = Teller(as_json=False, clock=lambda: now[0])
    for done in range(5):
        now[0] += TELL_EVERY_S / 2 + 0.01
        tell(Progress("speaking", done, 10))
    tell(Progress("speaking", 10, 10))
    assert screen.getvalue().split("\r")[1:] == [
        "Speaking   0%",
        "Speaking  20%",
        "Speaking  40%",
        "Speaking 100%",
    ]


def test_what_is_wrong_but_no_want_of_a_voice_offers_no_chimes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Teller(as_json=True).failed(UserError("The disk is full."))
    assert json.loads(capsys.readouterr().out) == {"failed": "The disk is full.", "chimes": False}
