"""``supple voice``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from supple.core.settings import Settings
from supple.shell.main import main
from supple.shell.voice_cli import NO_OUTPUT, NO_VOICE
from supple.store.paths import Paths
from supple.store.settings import SettingsFile
from supple.voice import doctor, once
from supple.voice.listing import VoiceEntry
from supple.voice.outputs import Output

VOICES = (
    VoiceEntry("en-us", "English (America)", "espeak-ng", "GPL-3.0-or-later"),
    VoiceEntry("piper:joe", "Joe", "Piper", "CC0", "Made from one speaker's recordings"),
)
OUTPUTS = (Output("usb", "Headset"),)


class World:
    """What the worker would answer, and what it was asked."""

    def __init__(self) -> None:
        self.voices: tuple[VoiceEntry, ...] = VOICES
        self.outputs: tuple[Output, ...] = OUTPUTS
        self.finding = (True, "espeak-ng, voice en-us.")
        self.said: list[tuple[str, dict[str, Any]]] = []

    def say(self, text: str, **given: Any) -> tuple[bool, str]:
        self.said.append((text, given))
        return self.finding


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    made = World()
    monkeypatch.setattr(once, "voices", lambda: made.voices)
    monkeypatch.setattr(once, "outputs", lambda: made.outputs)
    monkeypatch.setattr(once, "say", made.say)
    return made


@pytest.fixture
def chosen(paths: Paths) -> Settings:
    settings = Settings(voice="piper:joe", speech_speed=0.8, volume=0.5, output="usb")
    SettingsFile(paths.settings_file).save(settings)
    return settings


@pytest.mark.usefixtures("world", "chosen")
def test_the_list_names_what_was_found_and_marks_what_was_chosen(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "voice", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    us = next(line for line in lines if "en-us" in line)
    joe = next(line for line in lines if "piper:joe" in line)
    assert us.split() == ["en-us", "English", "(America)", "espeak-ng", "GPL-3.0-or-later"]
    assert joe.startswith("*")
    assert joe.endswith("Piper      CC0; Made from one speaker's recordings")
    assert [line for line in lines if line.startswith("*")] == [joe, "*  usb  Headset"]


def test_a_computer_without_voice_and_sound_says_so(
    world: World, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.voices, world.outputs = (), ()
    assert main(["--profile", str(profile), "voice", "list"]) == 1
    assert capsys.readouterr().err.splitlines() == [NO_VOICE, NO_OUTPUT]


@pytest.mark.usefixtures("chosen")
def test_it_speaks_as_the_settings_say(world: World, profile: Path) -> None:
    assert main(["--profile", str(profile), "voice", "say", "Hold."]) == 0
    given = {"voice": "piper:joe", "volume": 0.5, "speed": 0.8, "output": "usb"}
    assert world.said == [("Hold.", given)]


@pytest.mark.usefixtures("chosen")
def test_what_is_said_on_the_command_line_counts_more(world: World, profile: Path) -> None:
    options = ["--voice", "en-us", "--speed", "1.25", "--output", ""]
    assert main(["--profile", str(profile), "voice", "say", "Hold.", *options]) == 0
    given = {"voice": "en-us", "volume": 0.5, "speed": 1.25, "output": ""}
    assert world.said == [("Hold.", given)]


def test_a_failure_is_told_with_its_reason(
    world: World, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.finding = (False, "No sound output can be opened.")
    assert main(["--profile", str(profile), "voice", "say", "Hold."]) == 1
    assert capsys.readouterr().err == "No sound output can be opened.\n"


@pytest.mark.parametrize(
    ("argv", "part"),
    [
        (["Hold.", "--voice", "nobody"], "no voice nobody"),
        (["Hold.", "--output", "nowhere"], "no sound output nowhere"),
        ([" "], "nothing to say"),
    ],
)
@pytest.mark.usefixtures("world")
def test_what_is_not_there_is_refused(
    argv: list[str], part: str, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "voice", "say", *argv]) == 1
    assert part in capsys.readouterr().err


@pytest.mark.parametrize(
    "argv",
    [["say"], [], ["say", "Hold.", "--speed", "2"], ["say", "Hold.", "--speed", "fast"], ["sing"]],
)
def test_wrong_usage_leaves_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["voice", *argv])
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize(("sound", "code"), [((True, "PulseAudio"), 0), ((False, "None."), 1)])
def test_the_check_tries_what_was_chosen(
    sound: tuple[bool, str],
    code: int,
    profile: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tried: list[str] = []

    def note(what: str, finding: tuple[bool, str]) -> tuple[bool, str]:
        tried.append(what)
        return finding

    monkeypatch.setattr(doctor, "speech_engine", lambda voice: note(voice, (True, "Piper")))
    monkeypatch.setattr(doctor, "sound_output", lambda output: note(output, sound))
    assert main(["--profile", str(profile), "voice", "check"]) == code
    assert tried == ["piper:joe", "usb"]
    voice, heard = capsys.readouterr().out.splitlines()
    assert voice.split() == ["yes", "voice", "Piper"]
    assert heard.split()[:2] == ["yes" if sound[0] else "no", "sound"]
