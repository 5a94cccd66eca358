"""The voice worker: a process of its own that synthesises and plays.

Run as ``python -m supple.voice.worker``. It reads one JSON object a line from
its standard input, answers on its standard output (see ``message``) and ends
when the input ends. No Qt, and few imports: its memory is counted in the
program's.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from supple.voice import cache, chime, engine, message, pcm
from supple.voice.player import Cue, Player

Job = tuple[int, str, bool]
"""Request, sentence, and whether it is to be heard at once."""
LONGEST_TEXT = 600
"""Characters of one sentence; more is a mistake."""


def openers() -> tuple[engine.Opener, ...]:
    """The engines, in the order they are tried."""
    from supple.voice.engine_pyttsx3 import open_pyttsx3

    return (open_pyttsx3,)


class Reply:
    """Writes messages to the window, whole lines, from any thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()

    def __call__(self, kind: str, **fields: object) -> None:
        line = message.encode(kind, **fields)
        with self._lock:
            try:
                while line:
                    line = line[os.write(self._descriptor, line) :]
            except OSError:
                os._exit(0)  # the window is gone


class Speech:
    """Sentences as samples, from the cache or freshly spoken. One thread only."""

    def __init__(self, voice: engine.Engine, store: cache.Cache) -> None:
        self._voice = voice
        self._store = store

    def samples(self, text: str) -> tuple[array[int], int]:
        """Raises ``SpeechFailed``."""
        if not text.strip() or len(text) > LONGEST_TEXT:
            raise engine.SpeechFailed("There is nothing to say, or far too much.")
        name = cache.key(self._voice.name, self._voice.voice, self._voice.rate, text)
        return self._store.load(name) or self._speak(text, name)

    def _speak(self, text: str, name: str) -> tuple[array[int], int]:
        path = self._scratch()
        try:
            self._voice.speak(text, path)
            raw, rate = pcm.read_wav(path)
        except pcm.BadSound as error:
            raise engine.SpeechFailed(
                f"{self._voice.name} wrote no usable sound: {error}"
            ) from None
        finally:
            path.unlink(missing_ok=True)
        ready = pcm.finished(raw, rate)
        if not ready:
            raise engine.SpeechFailed(f"{self._voice.name} spoke only silence.")
        # Without room it is spoken afresh each time, which takes 15 ms.
        with contextlib.suppress(cache.NoRoom):
            self._store.keep(name, ready, rate)
        return ready, rate

    def _scratch(self) -> Path:
        """A writable file: in the cache, else among the temporary files."""
        try:
            return self._store.scratch()
        except cache.NoRoom as reason:
            try:
                handle, path = tempfile.mkstemp(prefix="supple-", suffix=".part")
            except OSError:
                raise engine.SpeechFailed(str(reason)) from reason
            os.close(handle)
            return Path(path)


class Worker:
    """Reads requests in one thread, speaks in the main one, plays in a third."""

    def __init__(self, reply: Callable[..., None], player: Player) -> None:
        self._reply = reply
        self._player = player
        self._chimes: dict[str, array[int]] = {}
        self._wanted = threading.Condition()
        self._urgent: deque[Job] = deque()
        self._ahead: deque[Job] = deque()
        self._latest = 0
        self._ended = False

    def read(self, lines: Callable[[], bytes]) -> None:
        """Takes requests until the input ends or says so, and then ends it all."""
        while line := lines():
            request = message.decode(line)
            if request is None:
                self._reply(message.LOG, text="a line that is no request was left out")
            elif request["kind"] == message.QUIT:
                break
            else:
                self.take(request)
        self._player.close()
        with self._wanted:
            self._ended = True
            self._wanted.notify_all()

    def take(self, request: message.Message) -> None:
        """Does what a request asks, or puts it in line to be spoken."""
        kind, ident = request["kind"], message.ident(request)
        if kind == message.PLAY:
            self._begin(ident, message.text(request, "chime"), message.text(request, "text"))
        elif kind == message.SYNTH:
            self._want(self._ahead, (ident, message.text(request, "text"), False))
        elif kind == message.STOP:
            with self._wanted:
                self._latest = 0
                self._player.stop(ident)
        elif kind == message.VOLUME:
            self._player.set_volume(message.number(request, "value", 1.0))

    def speak(self, speech: Speech | None, reason: str) -> None:
        """Works through the sentences asked for until the end of all."""
        while (job := self.next_job()) is not None:
            self.do(job, speech, reason)

    @property
    def has_jobs(self) -> bool:
        """Whether a sentence waits to be spoken."""
        return bool(self._urgent or self._ahead)

    def next_job(self) -> Job | None:
        """Waits for a sentence, what is to be heard now first; None at the end of all."""
        with self._wanted:
            self._wanted.wait_for(lambda: self._ended or self.has_jobs)
            return None if self._ended else (self._urgent or self._ahead).popleft()

    def do(self, job: Job, speech: Speech | None, reason: str) -> None:
        """Speaks one sentence, or says why not: ``reason`` where there is no speech."""
        ident, text, aloud = job
        try:
            if speech is None:
                raise engine.SpeechFailed(reason)
            cue = Cue(ident, *speech.samples(text))
        except engine.SpeechFailed as failure:
            self._reply(message.FAILED, id=ident, part=message.SPEECH, reason=str(failure))
            return
        if not aloud:
            self._reply(message.SYNTHESISED, id=ident, seconds=round(cue.seconds, 4))
            return
        with self._wanted:  # or a stop could slip in between
            if ident == self._latest:
                self._player.play(cue)

    def _begin(self, ident: int, name: str, text: str) -> None:
        wave = self._chime(name) if name in chime.NOTES else None
        with self._wanted:
            self._latest = ident
            if wave is not None:
                self._player.play(Cue(ident, wave, chime.RATE))
        if wave is None:
            self._want(self._urgent, (ident, text, True))

    def _want(self, line: deque[Job], job: Job) -> None:
        with self._wanted:
            line.append(job)
            self._wanted.notify_all()

    def _chime(self, name: str) -> array[int]:
        if name not in self._chimes:
            self._chimes[name] = chime.samples(name)
        return self._chimes[name]


def main(argv: Sequence[str]) -> int:
    """Serves until the input ends. ``argv`` without the program's name."""
    folder, voice_id, rate = _options(argv)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's to answer
    reply = Reply(_own_stdout())
    worker = Worker(reply, Player(reply))
    pipe = open(0, "rb", closefd=False)  # noqa: SIM115 (a descriptor, for good)
    args = (pipe.readline,)
    threading.Thread(target=worker.read, args=args, name="reader", daemon=True).start()
    speech, reason = None, ""
    try:
        voice = engine.first_able(openers(), voice_id, rate)
        speech = Speech(voice, cache.Cache(folder))
        reply(message.READY, engine=voice.name, voice=voice.voice, reason="")
    except engine.NoEngine as no_engine:
        reason = str(no_engine)
        reply(message.READY, engine="", voice="", reason=reason)
    worker.speak(speech, reason)
    os._exit(0)  # espeak's own thread would keep the process


def _options(argv: Sequence[str]) -> tuple[Path, str, int]:
    """Cache folder, voice and words per minute. argparse would cost half a megabyte."""
    given = dict(zip(argv[::2], argv[1::2], strict=False))
    cache_folder = given.pop("--cache", "")
    voice = given.pop("--voice", "")
    rate = given.pop("--rate", str(engine.WORDS_PER_MINUTE))
    if len(argv) % 2 or given or not cache_folder or not rate.isdecimal():
        sys.exit("usage: python -m supple.voice.worker --cache FOLDER [--voice ID] [--rate WPM]")
    return Path(cache_folder), voice, int(rate)


def _own_stdout() -> int:
    """A descriptor for answers; what libraries print goes to the error stream instead."""
    ours = os.dup(1)
    os.dup2(2, 1)
    return ours


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
