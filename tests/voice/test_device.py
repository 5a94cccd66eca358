from __future__ import annotations

import subprocess
import sys
import types
from array import array
from collections.abc import Callable, Generator
from typing import Any

import pytest

from supple.voice import device

SAMPLES = array("h", range(1000))


class FakeError(Exception):
    pass


class FakePlayback:
    """Stands in for miniaudio.PlaybackDevice."""

    backend = "Fake"
    error: Exception | None = None

    def __init__(self, **settings: object) -> None:
        self.context = self._make_context()
        FakePlayback.last = self
        if self.error:
            raise self.error
        self.settings = settings
        self.closed = False

    last: FakePlayback

    def _make_context(self) -> object:
        return object()

    def start(self, source: Generator[bytes, int, None]) -> None:
        self.source = source

    def close(self) -> None:
        self.closed = True


class FakeDevices:
    """Stands in for miniaudio.Devices."""

    there: Any = ()

    def get_playbacks(self) -> list[object]:
        if isinstance(self.there, Exception):
            raise self.there
        return list(self.there)


class FakeFfi:
    """Stands in for miniaudio.ffi: an id is a bytearray."""

    @staticmethod
    def new(kind: str) -> bytearray:
        assert kind == "ma_device_id *"
        return bytearray(256)

    @staticmethod
    def buffer(made: bytearray) -> memoryview:
        return memoryview(made)


@pytest.fixture
def freed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    freed: list[object] = []
    fake = types.SimpleNamespace(
        PlaybackDevice=FakePlayback,
        Devices=FakeDevices,
        MiniaudioError=FakeError,
        SampleFormat=types.SimpleNamespace(SIGNED16="s16"),
        ffi=FakeFfi,
        lib=types.SimpleNamespace(ma_context_uninit=freed.append),
    )
    monkeypatch.setitem(sys.modules, "miniaudio", fake)
    monkeypatch.setattr(FakePlayback, "backend", "Fake")
    monkeypatch.setattr(FakePlayback, "error", None)
    monkeypatch.setattr(FakeDevices, "there", [{"name": "Fake"}])
    monkeypatch.setattr(device.Device, "_in_doubt", False)
    return freed


def fetch(playback: Any, frames: int) -> array[int]:
    return array("h", playback.source.send(frames))


def opened(gain: Callable[[], float] = lambda: 1.0) -> device.Device:
    return device.Device(SAMPLES, 22_050, gain)


def test_samples_are_handed_over_once_and_then_silence(freed: list[object]) -> None:
    out = opened()
    taken: list[bool] = []
    out.on_taken(lambda: taken.append(True))
    got = fetch(FakePlayback.last, 700)
    assert taken == []
    got += fetch(FakePlayback.last, 700)
    assert got == SAMPLES
    assert len(fetch(FakePlayback.last, 50)) == 50
    assert taken == [True]
    assert max(fetch(FakePlayback.last, 50)) == 0
    assert taken == [True]


def test_volume_holds_from_the_next_buffer_on(freed: list[object]) -> None:
    volume = [0.5]
    opened(lambda: volume[0])
    assert fetch(FakePlayback.last, 100)[98] == 49
    volume[0] = 0.0
    assert max(fetch(FakePlayback.last, 100)) == 0


def test_close_frees_the_connection_to_the_sound_server_too(freed: list[object]) -> None:
    out = opened()
    playback = FakePlayback.last
    out.close()
    out.close()
    assert playback.closed
    assert freed == [playback.context]


def test_the_device_is_opened_as_measured(freed: list[object]) -> None:
    assert opened().backend == "Fake"
    assert FakePlayback.last.settings["buffersize_msec"] == device.BUFFER_MS
    assert FakePlayback.last.settings["sample_rate"] == 22_050


IDS = {"rig": b"rig", "hex:7b00eb": b"\x7b\x00\xeb", "hex:6865783a": b"hex:"}


def test_outputs_are_listed_with_ids_that_open_them_again(
    freed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = [
        {"name": name, "id": bytearray(raw.ljust(256, b"\0"))}
        for name, raw in zip(("Rig", "Card", "Card"), IDS.values(), strict=True)
    ]
    monkeypatch.setattr(FakeDevices, "there", there)
    assert device.outputs() == list(zip(IDS, ("Rig", "Card (2)", "Card (3)"), strict=True))
    for ident, raw in IDS.items():
        device.Device(SAMPLES, 22_050, lambda: 1.0, ident)
        assert bytes(FakePlayback.last.settings["device_id"]).rstrip(b"\0") == raw  # type: ignore[call-overload]


def test_the_systems_own_output_has_no_id(freed: list[object]) -> None:
    opened()
    assert FakePlayback.last.settings["device_id"] is None


@pytest.mark.parametrize("ident", ["hex:zz", "\u00fc", "x" * 300])
def test_what_cannot_be_an_id_is_no_output(freed: list[object], ident: str) -> None:
    with pytest.raises(device.NoSound):
        device.Device(SAMPLES, 22_050, lambda: 1.0, ident)


def test_no_outputs_are_listed_where_the_system_does_not_say(
    freed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeDevices, "there", FakeError("cannot init context"))
    assert device.outputs() == []


def test_each_fetch_is_a_sign_of_life(freed: list[object]) -> None:
    out = opened()
    for frames in (700, 700, 50):
        before, out.fetched_at = out.fetched_at, 0.0
        fetch(FakePlayback.last, frames)
        assert out.fetched_at >= before


def test_no_device_is_said_in_plain_words(freed: list[object]) -> None:
    FakePlayback.error = FakeError("failed to init device", -1)
    with pytest.raises(device.NoSound, match="No sound output can be opened"):
        opened()
    assert freed == [FakePlayback.last.context]


@pytest.mark.parametrize("there", [(), FakeError("cannot init context")])
def test_after_a_failure_nothing_is_opened_until_an_output_is_there(
    freed: list[object], monkeypatch: pytest.MonkeyPatch, there: object
) -> None:
    """miniaudio leaks a connection in each attempt without one."""
    FakePlayback.error = FakeError("failed to init device", -1)
    with pytest.raises(device.NoSound):
        opened()
    monkeypatch.setattr(FakeDevices, "there", there)
    monkeypatch.setattr(FakePlayback, "error", None)
    with pytest.raises(device.NoSound, match="No sound output can be opened"):
        opened()
    assert len(freed) == 1
    monkeypatch.setattr(FakeDevices, "there", [{"name": "Fake"}])
    assert opened().backend == "Fake"
    monkeypatch.setattr(FakeDevices, "there", ())
    assert opened().backend == "Fake"


def test_an_output_that_goes_nowhere_is_none(
    freed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakePlayback, "backend", "Null")
    with pytest.raises(device.NoSound, match="No sound output can be opened"):
        opened()
    assert len(freed) == 1


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(device.NoSound, match="not installed"):
        device._miniaudio()


def test_loading_it_brings_no_network_code_and_leaves_nothing_behind() -> None:
    code = (
        "import sys; from supple.voice import device; device._miniaudio(); "
        "assert not {'ssl', 'http', 'email', 'urllib.request'} & set(sys.modules); "
        "import inspect, html, urllib.request; inspect.signature(print); urllib.request.Request"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
