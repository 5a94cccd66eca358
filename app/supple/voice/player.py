"""Plays one cue at a time, in a thread of its own; stop is always possible."""

from __future__ import annotations

import threading
import time
from array import array
from collections.abc import Callable
from typing import Protocol

from supple.voice import device as sound
from supple.voice import message

GRACE_S = 4.0
"""How much longer than its length a cue may take before the device counts as lost."""

CUT_OFF = "The sound output stopped in the middle of a sentence."


class Output(Protocol):
    """An open device; see ``device.Device``."""

    @property
    def backend(self) -> str: ...

    def on_taken(self, call: Callable[[], None]) -> None: ...
    def close(self) -> None: ...


Open = Callable[["array[int]", int, Callable[[], float]], Output]
Tell = Callable[..., None]


class Cue:
    """Samples to be played for request ``id``."""

    def __init__(self, ident: int, samples: array[int], rate: int) -> None:
        self.id = ident
        self.samples = samples
        self.rate = rate

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


class Player:
    """Takes the newest cue asked for; a cue that plays is stopped for it."""

    def __init__(self, tell: Tell, open_device: Open = sound.Device) -> None:
        """``tell(kind, **fields)`` sends a message to the window; it must not block."""
        self._tell = tell
        self._open = open_device
        self._gain = 1.0
        self._changed = threading.Condition()
        self._next: Cue | None = None
        self._stops: list[int] = []
        self._interrupted = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)
        self._thread.start()

    def play(self, cue: Cue) -> None:
        """Plays ``cue`` now, instead of anything that plays."""
        with self._changed:
            self._next = cue
            self._interrupted = True
            self._changed.notify_all()

    def stop(self, ident: int) -> None:
        """Silence; answers STOPPED with ``ident`` once the device is closed."""
        with self._changed:
            self._next = None
            self._interrupted = True
            self._stops.append(ident)
            self._changed.notify_all()

    def set_volume(self, value: float) -> None:
        """0 silent to 1 full, from the next buffer on; squared, as ears hear it."""
        self._gain = max(0.0, min(1.0, value)) ** 2

    def close(self) -> None:
        """Silence, and the thread's end; waits for it at most a second."""
        with self._changed:
            self._closing = True
            self._next = None
            self._interrupted = True
            self._changed.notify_all()
        self._thread.join(1.0)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._next or self._stops)
                cue, self._next = self._next, None
                stops, self._stops = self._stops, []
                self._interrupted = False
                if self._closing:
                    return
            for ident in stops:
                self._tell(message.STOPPED, id=ident)
            if cue is not None:
                try:
                    self._play(cue)
                except Exception as error:  # whatever a sound library throws, go on
                    self._fail(cue, f"The sound output failed ({error}).")

    def _play(self, cue: Cue) -> None:
        taken = threading.Event()

        def on_taken() -> None:
            taken.set()
            with self._changed:
                self._changed.notify_all()

        try:
            output = self._open(cue.samples, cue.rate, lambda: self._gain)
        except sound.NoSound as reason:
            self._fail(cue, str(reason))
            return
        try:
            output.on_taken(on_taken)
            self._tell(
                message.PLAYING, id=cue.id, seconds=round(cue.seconds, 4), output=output.backend
            )
            heard = self._wait(cue.seconds, taken)
        finally:
            output.close()
        if heard is None:
            return
        if heard:
            self._tell(message.DONE, id=cue.id)
        else:
            self._fail(cue, CUT_OFF)

    def _fail(self, cue: Cue, reason: str) -> None:
        self._tell(message.FAILED, id=cue.id, part=message.SOUND, reason=reason)

    def _wait(self, seconds: float, taken: threading.Event) -> bool | None:
        """True once heard to the end, None when interrupted, False when the device is lost."""
        limit = time.monotonic() + seconds + GRACE_S
        end = 0.0
        with self._changed:
            while not self._interrupted:
                now = time.monotonic()
                if taken.is_set() and not end:
                    end = now + sound.DRAIN_S
                if end and now >= end:
                    return True
                if now >= limit and not end:
                    return False
                self._changed.wait((end or limit) - now)
        return None
