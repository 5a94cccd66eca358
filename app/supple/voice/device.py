"""One sound device opened for one cue, by miniaudio.

A device is opened anew for every cue: that takes 5 ms and is what survives a
sound server that went away and came back. A kept device never sounds again.
"""

from __future__ import annotations

import contextlib
import sys
import time
import types
from array import array
from collections.abc import Callable, Generator
from typing import Any

BUFFER_MS = 60
"""Shorter buffers drop out on a busy machine; onset does not depend on it."""
NO_OUTPUT = "No sound output can be opened."
HEX = "hex:"
"""Begins the text of an id that is not plain text itself, as on Windows."""
DRAIN_S = 0.24
"""How long the last samples may still be on their way: four buffers."""


class NoSound(Exception):
    """Nothing can be played; says why in words a person understands."""


class Device:
    """An open device that plays one cue and tells when it has taken the last sample."""

    _in_doubt = False
    """Whether the last attempt failed, whichever device it was."""

    def __init__(
        self, samples: array[int], rate: int, gain: Callable[[], float], output: str = ""
    ) -> None:
        """Opens an output, "" for the system's own, and starts. Raises ``NoSound``."""
        miniaudio = _miniaudio()
        self._taken: Callable[[], None] = lambda: None
        self._gain = gain
        self._device: Any = None
        self._contexts: list[Any] = []
        self.fetched_at = time.monotonic()
        """When the sound system last asked for samples, in seconds of ``time.monotonic``."""
        if Device._in_doubt and not _any_output(miniaudio):
            raise NoSound(NO_OUTPUT)
        Device._in_doubt = True
        try:
            self._device = _playback(miniaudio, self._contexts)(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=rate,
                buffersize_msec=BUFFER_MS,
                app_name="Supple",
                device_id=_device_id(miniaudio, output) if output else None,
            )
            if self._device.backend == "Null":
                raise NoSound(NO_OUTPUT)
            source = self._source(samples)
            next(source)
            self._device.start(source)
            Device._in_doubt = False
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoSound(NO_OUTPUT) from error
        except NoSound:
            self.close()
            raise

    @property
    def backend(self) -> str:
        """Name of the sound system in use, such as PulseAudio."""
        return str(self._device.backend)

    def on_taken(self, call: Callable[[], None]) -> None:
        """``call`` runs, in the device's thread, as the last samples are fetched."""
        self._taken = call

    def close(self) -> None:
        """Stops and frees everything. May block while a sound server is frozen."""
        device, self._device = self._device, None
        if device is not None:
            device.close()
        while self._contexts:
            _miniaudio().lib.ma_context_uninit(self._contexts.pop())

    def _source(self, samples: array[int]) -> Generator[bytes, int, None]:
        frames = yield b""
        at = 0
        while at < len(samples):
            self.fetched_at = time.monotonic()
            part = samples[at : at + frames]
            at += frames
            gain = self._gain()
            if gain < 0.999:
                part = array("h", [int(x * gain) for x in part])
            if at >= len(samples):
                self._taken()
            frames = yield part.tobytes()
        while True:
            self.fetched_at = time.monotonic()
            frames = yield bytes(2 * frames)


def load() -> None:
    """Loads miniaudio now; otherwise the first sound would be 20 to 70 ms late."""
    with contextlib.suppress(NoSound):  # the first sound will tell
        _miniaudio()


def outputs() -> list[tuple[str, str]]:
    """Id and name of each output there is; none where the sound system does not say."""
    try:
        miniaudio = _miniaudio()
        found = [(_id_text(miniaudio, row["id"]), row["name"]) for row in _playbacks(miniaudio)]
    except NoSound:
        return []
    names = [name for _, name in found]
    # Two of the same name could not be told apart in a list.
    return [
        (ident, name if names.count(name) == 1 else f"{name} ({number})")
        for number, (ident, name) in enumerate(found, start=1)
    ]


def _id_text(miniaudio: Any, device_id: Any) -> str:
    """A sound system's own id as text that can be kept in a file of settings."""
    raw = bytes(miniaudio.ffi.buffer(device_id)).rstrip(b"\0")
    try:
        text = raw.decode("ascii")
    except UnicodeDecodeError:
        text = ""
    return text if text.isprintable() and text and not text.startswith(HEX) else HEX + raw.hex()


def _device_id(miniaudio: Any, text: str) -> Any:
    """What ``_id_text`` was made of. Raises ``NoSound`` where it cannot be an id."""
    device_id = miniaudio.ffi.new("ma_device_id *")
    room = miniaudio.ffi.buffer(device_id)
    try:
        raw = bytes.fromhex(text[len(HEX) :]) if text.startswith(HEX) else text.encode("ascii")
    except ValueError as error:
        raise NoSound(NO_OUTPUT) from error
    if len(raw) > len(room):
        raise NoSound(NO_OUTPUT)
    room[0 : len(raw)] = raw
    return device_id


def _playback(miniaudio: Any, contexts: list[Any]) -> Any:
    """miniaudio's PlaybackDevice, which also notes its connection to the sound server.

    Neither its close() nor a constructor that fails ends that connection;
    PulseAudio accepts 64 of them, so the 64th cue would be the last.
    """

    class Playback(miniaudio.PlaybackDevice):  # type: ignore[misc]
        def _make_context(self, *args: Any) -> Any:
            contexts.append(super()._make_context(*args))
            return contexts[-1]

    return Playback


def _any_output(miniaudio: Any) -> bool:
    """Whether an output is there to be opened.

    Asked only after a failure: an attempt without one would leak a connection
    inside miniaudio, and asking costs time.
    """
    return bool(_playbacks(miniaudio))


def _playbacks(miniaudio: Any) -> list[Any]:
    try:
        return list(miniaudio.Devices().get_playbacks())
    except miniaudio.MiniaudioError:
        return []


def _miniaudio() -> Any:
    """The miniaudio package, without what only its internet radio client needs."""
    found = sys.modules.get("miniaudio")
    if found is not None:
        return found
    # urllib.request and inspect would bring in ssl, email and http: 10 MB that
    # a process which only plays files has no use for.
    spared = [n for n in ("urllib", "urllib.request", "inspect", "html") if n not in sys.modules]
    for name in spared:
        sys.modules[name] = types.ModuleType(name)
    if "urllib.request" in spared:
        sys.modules["urllib"].request = sys.modules["urllib.request"]  # type: ignore[attr-defined]
    try:
        import miniaudio
    except ImportError as error:
        raise NoSound(f"The sound package miniaudio is not installed ({error}).") from error
    finally:
        for name in spared:
            with contextlib.suppress(KeyError):
                del sys.modules[name]
    return miniaudio
