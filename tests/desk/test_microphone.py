from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.microphone import PulseRecordings


@pytest.fixture
def server(no_desktop: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()


def recording(name: str, **values: object) -> dict[str, Any]:
    return {"corked": False, "properties": {"application.name": name}, **values}


def tells(*recordings: object) -> Callable[[list[str]], str]:
    return lambda _: json.dumps(recordings)


@pytest.mark.usefixtures("server")
def test_a_program_that_records_is_named() -> None:
    sensor = PulseRecordings(tells(recording("Zoom")))
    assert sensor.ask() == Busy(BusyKind.MICROPHONE, "Zoom")
    sensor.close()


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "recordings",
    [[], [recording("Zoom", corked=True)], [recording("Volume", resample_method="peaks")]],
)
def test_nobody_who_waits_or_only_draws_a_meter_counts(recordings: list[object]) -> None:
    assert PulseRecordings(tells(*recordings)).ask() is None


@pytest.mark.usefixtures("server")
def test_a_program_without_a_name_counts() -> None:
    assert PulseRecordings(tells({"corked": False})).ask() == Busy(BusyKind.MICROPHONE)


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("said", ["no list", "3", "[3]", '[{"properties": 4}]'])
def test_an_odd_answer_is_told(said: str) -> None:
    with pytest.raises(Unavailable, match="gave no list"):
        PulseRecordings(lambda _: said).ask()


@pytest.mark.usefixtures("no_desktop")
def test_without_a_server_none_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sensor = PulseRecordings(lambda _: pytest.fail("asked"))
    with pytest.raises(Unavailable, match="no sound server"):
        sensor.ask()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with pytest.raises(Unavailable, match="no sound server"):
        sensor.ask()


@pytest.mark.usefixtures("no_desktop")
@pytest.mark.parametrize("name", ["PULSE_SERVER", "PULSE_RUNTIME_PATH"])
def test_a_server_elsewhere_is_asked(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "native").touch()
    monkeypatch.setenv(name, str(tmp_path))
    assert PulseRecordings(tells()).ask() is None


PROGRAMS = {"pulseaudio": "pulseaudio", "pactl": "pulseaudio-utils", "parec": "pulseaudio-utils"}


@pytest.fixture
def sound_server(
    no_desktop: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Iterator[dict[str, str]]:
    """A real sound server; the environment for programs that use it."""
    for program, package in PROGRAMS.items():
        if shutil.which(program) is None:
            pytest.skip(f"needs the package {package}")
    # A socket's path may not be long.
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "XDG_RUNTIME_DIR": folder, "HOME": folder}
        socket = f"socket={folder}/native auth-anonymous=1 auth-cookie-enabled=0"
        command = [
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
            *("--disable-shm=yes", "--realtime=no", "--high-priority=no"),
            *("-L", f"module-native-protocol-unix {socket}", "-L", "module-null-sink"),
        ]
        with subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL) as server:
            monkeypatch.setenv("PULSE_SERVER", f"unix:{folder}/native")
            qtbot.waitUntil(lambda: (Path(folder) / "native").exists(), timeout=20_000)
            yield {**environ, "PULSE_SERVER": f"unix:{folder}/native"}
            server.terminate()


def test_a_real_recording_is_seen_for_as_long_as_it_lasts(
    sound_server: dict[str, str], qtbot: QtBot
) -> None:
    sensor = PulseRecordings()
    assert sensor.ask() is None
    with subprocess.Popen(
        ["parec", "--raw", "--client-name=Zoom"], env=sound_server, stdout=subprocess.DEVNULL
    ) as call:
        try:
            qtbot.waitUntil(lambda: sensor.ask() is not None, timeout=20_000)
            assert sensor.ask() == Busy(BusyKind.MICROPHONE, "Zoom")
        finally:
            call.terminate()
    qtbot.waitUntil(lambda: sensor.ask() is None, timeout=20_000)
