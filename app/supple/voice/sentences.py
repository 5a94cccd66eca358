"""Sentences made into sound files by a voice worker of their own. These calls block."""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from supple.voice import message
from supple.voice.launch import worker_command
from supple.voice.supervisor import Supervisor
from supple.voice.watch import Limits

AT_ONCE = 4
"""Sentences on their way to the worker, so that it never waits for us."""
MOST_TRIES = 2
"""A sentence that took its worker down twice is not tried again."""
TRIES_AFTER_S = (0.0, 0.5, 2.0)
"""A worker that ends is started again after these; somebody waits for the file."""
LOOK_S = 0.1
"""How soon a wish to stop is noticed, in seconds."""
SILENT_S = 60.0
"""No answer for so long, and it will not come."""


class NoVoice(Exception):
    """Nothing can speak here, or a sentence cannot be said; says why."""


class Stopped(Exception):
    """It was asked to stop."""


Stop = Callable[[], bool]
"""Whether to stop; asked often."""


class Sentences:
    """A folder of spoken sentences. Close it to end the worker."""

    def __init__(
        self,
        folder: Path,
        cache: Path,
        voice: str = "",
        speed: float = 1.0,
        stop: Stop = lambda: False,
    ) -> None:
        """``folder`` takes the files, ``cache`` is the voice's own; ``voice`` is an id, "" for
        the usual one, ``speed`` 0.7 to 1.3."""
        self._folder = folder
        self._stop = stop
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._waiting: deque[str] = deque()
        self._on_way: dict[int, str] = {}
        self._tries: dict[str, int] = {}
        self._files: dict[str, Path] = {}
        self._failed = ""
        self._ready: message.Message = {}
        self._tell: Callable[[int], None] = lambda _: None
        self.lengths: dict[str, float] = {}
        """Seconds of every sentence made so far."""
        self._line = Supervisor(
            worker_command(str(cache), voice, speed),
            self._calls.put,
            self._take,
            _ignore,
            limits=Limits(delays=TRIES_AFTER_S),
        )

    def open(self) -> str:
        """Starts the worker; says why it is not the voice asked for, or "".

        Raises ``NoVoice`` where nothing can speak, ``Stopped``.
        """
        self._line.start()
        self._run(lambda: bool(self._ready))
        reason = message.text(self._ready, "reason")
        if not message.text(self._ready, "engine"):
            raise NoVoice(reason or "The voice does not answer.")
        return reason

    @property
    def voice(self) -> str:
        """The id of the voice that speaks; "" before ``open``."""
        return message.text(self._ready, "voice")

    def make(self, texts: Iterable[str], tell: Callable[[int], None] = lambda _: None) -> None:
        """Makes what is not made yet; ``tell`` is called with how many of them are.

        Raises ``NoVoice`` where one cannot be said, ``Stopped``.
        """
        self._tell = tell
        self._waiting = deque(t for t in dict.fromkeys(texts) if t not in self.lengths)
        wanted = set(self._waiting)
        self._ask()
        self._run(lambda: bool(self._failed) or wanted <= self.lengths.keys())
        if self._failed:
            raise NoVoice(self._failed)

    def path(self, text: str) -> Path:
        """Where a sentence that was made lies, as a WAV. Raises KeyError for another."""
        return self._files[text]

    def close(self) -> None:
        """Ends the worker."""
        self._line.close()

    def _ask(self) -> None:
        while self._waiting and len(self._on_way) < AT_ONCE:
            text = self._waiting[0]
            path = self._files.setdefault(text, self._folder / f"{len(self._files)}.wav")
            ident = self._line.send(message.SYNTH, text=text, file=str(path))
            if not ident:
                return
            self._on_way[ident] = self._waiting.popleft()

    def _take(self, said: message.Message) -> None:
        kind, ident = said["kind"], message.ident(said)
        if kind == message.READY:
            self._ready = said
        text = self._on_way.pop(ident, "")
        if text and kind == message.SYNTHESISED:
            self.lengths[text] = message.number(said, "seconds")
            self._tell(len(self.lengths))
        elif text and kind == message.FAILED:
            self._again(text, said)
        self._ask()

    def _again(self, text: str, said: message.Message) -> None:
        self._tries[text] = self._tries.get(text, 0) + 1
        lost = said.get("part") == message.WORKER
        if lost and self._tries[text] < MOST_TRIES:
            self._waiting.append(text)
            return
        reason = message.text(said, "reason") or "The voice ended while it was to say it."
        self._failed = f"“{text}” could not be spoken. {reason}"

    def _run(self, done: Callable[[], bool]) -> None:
        limit = time.monotonic() + SILENT_S
        while not done():
            if self._stop():
                raise Stopped
            if self._line.is_given_up or time.monotonic() > limit:
                raise NoVoice("The voice does not answer.")
            try:
                self._calls.get(timeout=LOOK_S)()
            except queue.Empty:
                continue
            limit = time.monotonic() + SILENT_S


def _ignore(_: object) -> None:
    """Nobody is told of the state: the answers say it."""
