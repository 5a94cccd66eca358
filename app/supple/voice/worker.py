"""The voice worker: a process of its own that synthesises and plays.

Run as ``python -m supple.voice.worker``. It reads one JSON object a line from
its standard input, answers on its standard output (see ``message``) and ends
when the input ends. No Qt, and few imports: its memory is counted in the
program's.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from supple.voice import cache, chime, device, engine, message, pcm
from supple.voice.engine import NOT_HERE
from supple.voice.listing import VoiceEntry
from supple.voice.output_names import OutputNames
from supple.voice.outputs import Outputs
from supple.voice.player import Cue, Player
from supple.voice.speech import Speech

NEURAL = "piper:"
"""Begins the ids of neural voices."""
MOST_VOICES = 200
LINGER_S = 0.5
"""How long a sentence that is being spoken may go on once the window is gone."""


def openers(voice: str) -> tuple[engine.Opener, ...]:
    """The engines, in the order they are tried for ``voice``."""
    if voice.startswith(NEURAL):
        return (_open_piper, _open_pyttsx3)
    return (_open_pyttsx3, _open_piper)


def _open_pyttsx3(voice: str, rate: int) -> engine.Engine:
    from supple.voice.engine_pyttsx3 import open_pyttsx3

    return open_pyttsx3("" if voice.startswith(NEURAL) else voice, rate)


def _open_piper(voice: str, rate: int) -> engine.Engine:
    from supple.voice.engine_piper import open_piper

    return open_piper(voice, rate)


def listed(speech: Speech | None) -> list[VoiceEntry]:
    """Every voice that can be chosen."""
    from supple.voice import engine_piper

    found = speech.voice.voices()[:MOST_VOICES] if speech else []
    return [*found, *(voice for voice in engine_piper.voices() if voice not in found)]


def change_voice(speech: Speech, voice: str, rate: int) -> str:
    """Speaks otherwise from now on; says why where it is not with ``voice``."""
    if voice.startswith(NEURAL) == speech.voice.voice.startswith(NEURAL):
        speech.voice.use(voice, rate)
        return "" if speech.voice.voice == voice or not voice else NOT_HERE
    try:
        speech.voice, reason = engine.first_able(openers(voice), voice, rate)
    except engine.NoEngine as no_engine:
        return str(no_engine)
    return reason


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


class Worker:
    """Reads requests in one thread, speaks in the main one, plays in a third."""

    def __init__(
        self,
        reply: Callable[..., None],
        player: Player,
        learn: Callable[[list[tuple[str, str]]], None],
    ) -> None:
        """``learn`` is told the ids and names of the outputs whenever they are listed."""
        self._reply = reply
        self._player = player
        self._learn = learn
        self._chimes: dict[str, array[int]] = {}
        self._wanted = threading.Condition()
        self._urgent: deque[message.Message] = deque()
        self._ahead: deque[message.Message] = deque()
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
        """Does what a request asks, or puts it in line for ``do``."""
        kind, ident = request["kind"], message.ident(request)
        if kind == message.PLAY:
            self._begin(request)
        elif kind == message.SYNTH:
            self._want(self._ahead, request)
        elif kind in (message.VOICE, message.VOICES, message.OUTPUTS):
            self._want(self._urgent, request)
        elif kind == message.STOP:
            with self._wanted:
                self._latest = 0
                self._player.stop(ident)
        elif kind == message.VOLUME:
            self._player.set_volume(message.number(request, "value", 1.0))
        elif kind == message.OUTPUT:
            self._player.choose(message.text(request, "value"))
        elif kind == message.AWAKE:
            self._player.set_awake(request.get("value") is True)
        elif kind == message.WAKE:
            self._player.wake()

    def speak(self, speech: Speech | None, reason: str) -> None:
        """Works through what is asked of the engine until the end of all."""
        self.tell_ready(speech, reason)
        while (request := self.next_job()) is not None:
            self.do(request, speech, reason)

    @property
    def has_jobs(self) -> bool:
        """Whether something waits for the engine."""
        return bool(self._urgent or self._ahead)

    def next_job(self) -> message.Message | None:
        """Waits for a request, what is to be heard now first; None at the end of all."""
        with self._wanted:
            self._wanted.wait_for(lambda: self._ended or self.has_jobs)
            return None if self._ended else (self._urgent or self._ahead).popleft()

    def do(self, request: message.Message, speech: Speech | None, reason: str) -> None:
        """Does one thing with the engine; ``reason`` says why where there is none."""
        kind, ident = request["kind"], message.ident(request)
        if kind == message.VOICES:
            self._reply(message.VOICES_ARE, id=ident, voices=listed(speech))
        elif kind == message.OUTPUTS:
            found = device.outputs()[:MOST_VOICES]
            self._learn(found)
            self._reply(message.OUTPUTS_ARE, id=ident, outputs=found)
        elif kind == message.VOICE:
            if speech:
                rate = int(message.number(request, "rate", engine.WORDS_PER_MINUTE))
                reason = change_voice(speech, message.text(request, "voice"), rate)
            self.tell_ready(speech, reason)
        else:
            self._say(request, speech, reason)

    def tell_ready(self, speech: Speech | None, reason: str) -> None:
        """Says which engine and voice there are, or why there is none."""
        voice = speech.voice if speech else None
        self._reply(
            message.READY,
            engine=voice.name if voice else "",
            voice=voice.voice if voice else "",
            rate=voice.rate if voice else 0,
            reason=reason,
        )

    def _say(self, request: message.Message, speech: Speech | None, reason: str) -> None:
        ident = message.ident(request)
        try:
            if speech is None:
                raise engine.SpeechFailed(reason)
            cue = Cue(ident, *speech.samples(message.text(request, "text")))
        except engine.SpeechFailed as failure:
            self._reply(message.FAILED, id=ident, part=message.SPEECH, reason=str(failure))
            return
        if request["kind"] == message.SYNTH:
            if (file := message.text(request, "file")) and not self._written(cue, file):
                return
            self._reply(message.SYNTHESISED, id=ident, seconds=round(cue.seconds, 4))
            return
        with self._wanted:  # or a stop could slip in between
            if ident == self._latest:
                self._player.play(cue)

    def _written(self, cue: Cue, file: str) -> bool:
        try:
            pcm.write_wav(Path(file), cue.samples, cue.rate)
        except OSError as error:
            reason = f"{file} cannot be written: {error.strerror or error}."
            self._reply(message.FAILED, id=cue.id, part=message.SPEECH, reason=reason)
            return False
        return True

    def _begin(self, request: message.Message) -> None:
        ident, name = message.ident(request), message.text(request, "chime")
        wave = self._chime(name) if name in chime.NOTES else None
        with self._wanted:
            self._latest = ident
            if wave is not None:
                self._player.play(Cue(ident, wave, chime.RATE))
        if wave is None:
            self._want(self._urgent, request)

    def _want(self, line: deque[message.Message], request: message.Message) -> None:
        with self._wanted:
            line.append(request)
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
    names = OutputNames(folder / "outputs.json")
    worker = Worker(reply, Player(reply, Outputs(name_of=names.name)), names.learn)
    pipe = open(0, "rb", closefd=False)  # noqa: SIM115 (a descriptor, for good)

    def read() -> None:
        worker.read(pipe.readline)
        time.sleep(LINGER_S)
        os._exit(0)  # an engine or a sound server that hangs must not keep the process

    threading.Thread(target=read, name="reader", daemon=True).start()
    speech = None
    try:
        voice, reason = engine.first_able(openers(voice_id), voice_id, rate)
        speech = Speech(voice, cache.Cache(folder))
    except engine.NoEngine as no_engine:
        reason = str(no_engine)
    device.load()
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
