from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
