"""One request to a worker of its own, for the command line. These calls block."""

from __future__ import annotations

import queue
import tempfile
import time
from collections.abc import Callable

from supple.voice import message
from supple.voice.speaker import Voices, pairs, worker_command
from supple.voice.supervisor import Supervisor

LIMIT_S = 10.0
"""How long an answer may take; a sentence said aloud has its own length on top."""

Finding = tuple[bool, str]
"""Whether it works, and in words what was found or why it does not."""


def ask(kind: str, *, volume: float = 1.0, voice: str = "", **fields: str) -> message.Message:
    """The last answer to one request, with what the worker said of its engine.

    An empty message where nothing answered in time.
    """
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    answers: list[message.Message] = []
    about: message.Message = {}

    def on_message(said: message.Message) -> None:
        if said["kind"] == message.READY and not about:
            about.update(said)
            supervisor.send(kind, **fields)
        elif message.ident(said):
            answers.append({**about, **said})

    with tempfile.TemporaryDirectory(prefix="supple-") as folder:
        supervisor = Supervisor(worker_command(folder, voice), calls.put, on_message, _ignore)
        supervisor.keep(message.VOLUME, value=volume)
        supervisor.start()
        _run(calls, lambda: bool(answers) and not _sounds(answers[-1], volume))
        supervisor.close()
    return answers[-1] if answers else {}


def voices() -> Voices:
    """Id and name of each English voice of the engine; none where there is no engine."""
    return pairs(ask(message.VOICES).get("voices"))


def say(text: str, voice: str = "", volume: float = 1.0) -> Finding:
    """Says ``text`` aloud and waits for its end."""
    said = ask(message.PLAY, volume=volume, voice=voice, text=text)
    if said.get("kind") == message.DONE:
        return True, f"{message.text(said, 'engine')}, voice {message.text(said, 'voice')}"
    return False, message.text(said, "reason") or "The voice does not answer."


def _sounds(said: message.Message, volume: float) -> bool:
    """Whether a sound was begun that is to be heard to its end."""
    return said["kind"] == message.PLAYING and volume > 0


def _ignore(_: object) -> None:
    """Nobody is told of the state: the answer says it."""


def _run(calls: queue.SimpleQueue[Callable[[], None]], done: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT_S
    while not done():
        try:
            calls.get(timeout=max(0.0, limit - time.monotonic()))()
        except queue.Empty:
            return
