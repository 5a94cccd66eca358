"""Whether speech and sound work here, tried out, with the reason."""

from __future__ import annotations

import queue
import tempfile
import time
from collections.abc import Callable

from supple.voice import chime, message
from supple.voice.speaker import worker_command
from supple.voice.supervisor import Supervisor

LIMIT_S = 10.0
SENTENCE = "Left leg first."

Finding = tuple[bool, str]
"""Whether it works, and in words what was found or why it does not."""


def speech_engine() -> Finding:
    """Lets the speech engine speak one sentence into a file. Takes up to ten seconds."""
    said = _ask(message.SYNTH, text=SENTENCE)
    if said is None:
        return False, "The voice worker does not start, or does not answer."
    if said["kind"] == message.SYNTHESISED:
        return True, f"{message.text(said, 'engine')}, voice {message.text(said, 'voice')}"
    return False, message.text(said, "reason") or "The voice worker died while speaking."


def sound_output() -> Finding:
    """Opens the sound output and plays a chime with no volume. Takes up to ten seconds."""
    said = _ask(message.PLAY, chime=chime.HALF)
    if said is None:
        return False, "The sound output does not answer."
    if said["kind"] == message.PLAYING:
        return True, message.text(said, "output")
    return False, message.text(said, "reason") or "The sound output does not answer."


def _ask(kind: str, **fields: str) -> message.Message | None:
    """The worker's first answer to one request, with what it said of its engine."""
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
        supervisor = Supervisor(worker_command(folder), calls.put, on_message, lambda _: None)
        supervisor.keep(message.VOLUME, value=0.0)
        supervisor.start()
        _run(calls, lambda: bool(answers))
        supervisor.close()
    return answers[0] if answers else None


def _run(calls: queue.SimpleQueue[Callable[[], None]], done: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT_S
    while not done() and (left := limit - time.monotonic()) > 0:
        try:
            calls.get(timeout=left)()
        except queue.Empty:
            return
