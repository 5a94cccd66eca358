"""Plays one cue at a time, in a thread of its own; stop is always possible."""

from __future__ import annotations

import threading
import time
from array import array
from collections.abc import Callable
from typing import Protocol

from supple.voice import device as sound
from supple.voice import message
from supple.voice.outputs import Outputs
from supple.voice.warm import Warm

GRACE_S = 4.0
"""How much longer than its length a cue may take before the device counts as lost."""
STALL_S = 0.7
"""A device that fetched nothing for so long in the middle of a cue may be gone."""

CUT_OFF = "The sound output stopped in the middle of a sentence."


class Output(Protocol):
    """An open device; see ``device.Device``."""

    @property
    def backend(self) -> str: ...
    @property
    def fetched_at(self) -> float: ...

    def on_taken(self, call: Callable[[], None]) -> None: ...
    def close(self) -> None: ...


class Source(Protocol):
    """Where devices come from; see ``outputs.Outputs``."""

    @property
    def is_away(self) -> bool: ...
    @property
    def away_name(self) -> str: ...
    def choose(self, output: str) -> None: ...
    def gone(self) -> bool: ...
    def open(self, samples: array[int], rate: int, gain: Callable[[], float]) -> Output: ...


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

    def __init__(self, tell: Tell, source: Source | None = None) -> None:
        """``tell(kind, **fields)`` sends a message to the window; it must not block."""
        self._tell = tell
        self._source = source or Outputs()
        self._warm = Warm(self._source.open)
        self._keeps_awake = False
        self._woken = False
        self._moved = False
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

    def choose(self, output: str) -> None:
        """The id of the output the next cue is played on; "" for the system's own."""
        with self._changed:
            self._source.choose(output)
            self._moved = True
            self._changed.notify_all()

    def set_awake(self, awake: bool) -> None:
        """Whether silence keeps the output from falling asleep between cues."""
        with self._changed:
            self._keeps_awake = awake
            self._changed.notify_all()

    def wake(self) -> None:
        """A cue is about to come: wakes the output, where that is wanted."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

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
                self._changed.wait_for(self._has_work, self._warm.left_s)
                cue, self._next = self._next, None
                stops, self._stops = self._stops, []
                woken, self._woken = self._woken, False
                moved, self._moved = self._moved, False
                self._interrupted = False
                closing = self._closing
            if closing:
                self._warm.end()
                return
            for ident in stops:
                self._tell(message.STOPPED, id=ident)
            if cue is not None:
                try:
                    self._play(cue)
                except Exception as error:  # whatever a sound library throws, go on
                    self._fail(cue, f"The sound output failed ({error}).")
            self._keep_warm(heard=woken or cue is not None, moved=moved)

    def _has_work(self) -> bool:
        waits = self._closing or self._next is not None or self._stops
        return bool(waits or self._woken or self._moved)

    def _keep_warm(self, *, heard: bool, moved: bool) -> None:
        was_on = self._warm.is_on
        if moved or not self._keeps_awake:
            self._warm.end()
        if self._keeps_awake and (heard or (moved and was_on)):
            self._warm.want()
        self._warm.tend()

    def _play(self, cue: Cue) -> None:
        heard = self._play_once(cue)
        if heard is False and self._source.is_away:
            heard = None if self._interrupted else self._play_once(cue)
        if heard:
            self._tell(message.DONE, id=cue.id)
        elif heard is False:
            self._fail(cue, CUT_OFF)

    def _play_once(self, cue: Cue) -> bool | None:
        """True once heard to the end, None when there is no more to say, False when cut off."""
        taken = threading.Event()

        def on_taken() -> None:
            taken.set()
            with self._changed:
                self._changed.notify_all()

        try:
            output = self._source.open(cue.samples, cue.rate, lambda: self._gain)
        except sound.NoSound as reason:
            self._warm.end()
            self._fail(cue, str(reason))
            return None
        try:
            output.on_taken(on_taken)
            self._tell(
                message.PLAYING,
                id=cue.id,
                seconds=round(cue.seconds, 4),
                output=output.backend,
                away=self._source.is_away,
                name=self._source.away_name,
            )
            return self._wait(cue.seconds, taken, output)
        finally:
            output.close()

    def _fail(self, cue: Cue, reason: str) -> None:
        self._tell(message.FAILED, id=cue.id, part=message.SOUND, reason=reason)

    def _wait(self, seconds: float, taken: threading.Event, output: Output) -> bool | None:
        """True once heard to the end, None when interrupted, False when the device is lost."""
        began = time.monotonic()
        limit = began + seconds + GRACE_S
        looked_at = 0.0
        while not taken.is_set():
            look_at = max(output.fetched_at, looked_at) + STALL_S
            if self._interrupted_by(min(limit, look_at), taken):
                return None
            now = time.monotonic()
            if taken.is_set() or now < min(limit, look_at):
                continue
            looked_at = now
            if now >= limit or self._source.gone():
                return False
        # A sound server may fetch it all in advance.
        end = max(time.monotonic(), began + seconds - sound.DRAIN_S / 2) + sound.DRAIN_S
        return None if self._interrupted_by(end) else True

    def _interrupted_by(self, moment: float, taken: threading.Event | None = None) -> bool:
        """Waits until ``moment``, or all is taken: whether something else is to sound instead."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._interrupted or (taken is not None and taken.is_set()),
                max(0.0, moment - time.monotonic()),
            )
            return self._interrupted
