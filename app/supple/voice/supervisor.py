"""Runs the voice worker: starts it, talks to it, ends it when it hangs, starts it again.

Everything slow happens in a thread of its own; the window's thread only puts
a line into a pipe.
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from supple.voice import message
from supple.voice.state import VoiceKind, VoiceState
from supple.voice.watch import Act, Limits, Watch

if TYPE_CHECKING:
    import subprocess

log = logging.getLogger(__name__)

Post = Callable[[Callable[[], None]], None]
"""Runs a call in the window's thread, soon."""
CLOSE_LIMIT_S = 0.4
SPARING = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": "65536"}
"""Makes glibc give memory back at once: 3 MB less of the 14 a worker takes."""


class _Line(NamedTuple):
    child: subprocess.Popen[bytes]
    line: bytes
    """b"" once the worker's output has ended."""


class Supervisor:
    """One worker at a time. All methods are the window's; none of them blocks."""

    def __init__(
        self,
        command: Sequence[str],
        post: Post,
        on_message: Callable[[message.Message], None],
        on_state: Callable[[VoiceState], None],
        *,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``on_message`` and ``on_state`` are called through ``post``."""
        self._command = list(command)
        self._post = post
        self._on_message = on_message
        self._on_state = on_state
        self._clock = clock
        self._watch = Watch(limits)
        self._lock = threading.Lock()
        self._news: queue.SimpleQueue[_Line | None] = queue.SimpleQueue()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._closing = False
        self._last_id = 0
        self._kept: dict[str, dict[str, object]] = {}
        self._told = VoiceState(VoiceKind.VOICE)

    @property
    def is_up(self) -> bool:
        """Whether a worker is ready for requests."""
        return self._watch.is_up

    @property
    def is_given_up(self) -> bool:
        """Whether nothing more will come until ``start`` is called again."""
        return self._watch.is_given_up

    @property
    def pid(self) -> int | None:
        """The worker's process id, while there is one."""
        child = self._child
        return child.pid if child else None

    def start(self) -> None:
        """Wants a worker; does nothing while one runs, tries anew after giving up."""
        with self._lock:
            self._watch.begin(self._clock())
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()
        self._news.put(None)

    def send(self, kind: str, **fields: object) -> int:
        """Asks the worker for something; the request's id, or 0 when there is no worker."""
        with self._lock:
            child = self._child
            if child is None or child.stdin is None or not self._watch.is_up:
                return 0
            self._last_id += 1
            self._watch.sent(self._last_id, kind, self._clock())
            line = message.encode(kind, id=self._last_id, **fields)
            try:
                child.stdin.write(line)  # never blocks: see _spawn
            except (OSError, ValueError):
                log.debug("the voice worker is gone; its end will be reported")
        self._news.put(None)
        return self._last_id

    def keep(self, kind: str, **fields: object) -> None:
        """Tells the worker, and every one yet to come, such as its volume."""
        self._kept[kind] = fields
        self.send(kind, **fields)

    def close(self) -> None:
        """Ends the worker, for good; waits for it half a second at most."""
        self._closing = True
        self._news.put(None)
        if self._thread is not None:
            self._thread.join(CLOSE_LIMIT_S * 2)

    def _run(self) -> None:
        while not self._closing:
            now = self._clock()
            with self._lock:
                act = self._watch.act(now)
            if act is Act.SPAWN:
                self._spawn()
            elif act is Act.KILL:
                self._kill()
            self._tell_state()
            if act is None:
                self._take(self._next_news())
        self._end()

    def _next_news(self) -> _Line | None:
        now = self._clock()
        with self._lock:
            wake_at = self._watch.wake_at(now)
        try:
            return self._news.get(timeout=None if wake_at is None else max(0.0, wake_at - now))
        except queue.Empty:
            return None

    def _spawn(self) -> None:
        import subprocess  # here, and not in the window's thread: it takes 4 ms

        try:
            child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env={**SPARING, **os.environ},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            log.warning("the voice worker cannot be started: %s", error)
            with self._lock:
                self._watch.died(self._clock())
            return
        if child.stdin is not None and os.name == "posix":
            # A worker that no longer reads must not hold up the window.
            os.set_blocking(child.stdin.fileno(), False)
        with self._lock:
            self._child = child
        threading.Thread(target=self._read, args=(child,), name="voice-in", daemon=True).start()

    def _read(self, child: subprocess.Popen[bytes]) -> None:
        pipe = child.stdout
        if pipe is None:
            return
        rest = b""
        with pipe:
            while chunk := pipe.read(4096):
                *lines, rest = (rest + chunk).split(b"\n")
                for line in filter(None, lines):
                    self._news.put(_Line(child, line))
        child.wait()
        self._news.put(_Line(child, b""))

    def _take(self, news: _Line | None) -> None:
        if news is None or news.child is not self._child:
            return
        if not news.line:
            self._bury(news.child)
            return
        said = message.decode(news.line)
        if said is None:
            log.warning("the voice worker said something unreadable")
        elif said["kind"] == message.LOG:
            log.info("voice worker: %s", message.text(said, "text"))
        else:
            with self._lock:
                is_new = said["kind"] == message.READY and not self._watch.is_up
                self._watch.received(said, self._clock())
            if is_new:
                for kind, fields in tuple(self._kept.items()):
                    self.send(kind, **fields)
            self._tell_state()
            self._deliver(said)

    def _bury(self, child: subprocess.Popen[bytes]) -> None:
        log.warning("the voice worker has ended with code %s", child.returncode)
        with self._lock:
            self._child = None
            lost = self._watch.died(self._clock())
        _close(child)
        for ident in lost:
            said: message.Message = {"kind": message.FAILED, "id": ident, "part": message.WORKER}
            self._deliver(said)

    def _kill(self) -> None:
        child = self._child
        if child is not None:
            log.warning("the voice worker does not answer and is ended")
            child.kill()

    def _end(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is None:
            return
        _close(child)
        import subprocess

        try:
            child.wait(CLOSE_LIMIT_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def _deliver(self, said: message.Message) -> None:
        self._later(lambda: self._on_message(said))

    def _tell_state(self) -> None:
        with self._lock:
            state = self._watch.state(self._clock())
        if state != self._told:
            self._told = state
            self._later(lambda: self._on_state(state))

    def _later(self, call: Callable[[], None]) -> None:
        """Runs ``call`` in the window's thread, unless all is closed by then."""
        if not self._closing:
            self._post(lambda: None if self._closing else call())


def _close(child: subprocess.Popen[bytes]) -> None:
    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.close()
