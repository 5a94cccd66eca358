"""One request to a worker of its own, for the command line. These calls block."""

from __future__ import annotations

import queue
import tempfile
import time
from collections.abc import Callable

from supple.voice import message
from supple.voice.launch import worker_command
from supple.voice.listing import Output, as_output_list, as_voices
from supple.voice.speaker import Voices
from supple.voice.supervisor import Supervisor
from supple.voice.watch import away

LIMIT_S = 10.0
"""How long an answer may take; a sentence said aloud has its own length on top."""

Finding = tuple[bool, str]
"""Whether it works, and in words what was found or why it does not."""


def ask(
    kind: str,
    *,
    volume: float = 1.0,
    voice: str = "",
    speed: float = 1.0,
    output: str = "",
    **fields: str,
) -> message.Message:
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
            # What was told as the sound began still holds at its end.
            answers.append({**about, **(answers[-1] if answers else {}), **said})

    with tempfile.TemporaryDirectory(prefix="supple-") as folder:
        supervisor = Supervisor(
            worker_command(folder, voice, speed), calls.put, on_message, _ignore
        )
        supervisor.keep(message.VOLUME, value=volume)
        if output:
            supervisor.keep(message.OUTPUT, value=output)
        supervisor.start()
        _run(calls, lambda: bool(answers) and not _sounds(answers[-1], volume))
        supervisor.close()
    return answers[-1] if answers else {}


def voices() -> Voices:
    """Each English voice there is; none where there is no engine."""
    return as_voices(ask(message.VOICES).get("voices"))


def outputs() -> tuple[Output, ...]:
    """The sound outputs there are; none where the sound system does not say."""
    return as_output_list(ask(message.OUTPUTS).get("outputs"))


def say(
    text: str, voice: str = "", volume: float = 1.0, output: str = "", speed: float = 1.0
) -> Finding:
    """Says ``text`` aloud and waits for its end; tells what spoke, and on which output.

    ``voice`` and ``output`` are ids, "" for the usual ones; ``speed`` is 0.7 to 1.3.
    """
    said = ask(message.PLAY, volume=volume, voice=voice, speed=speed, output=output, text=text)
    if said.get("kind") == message.DONE or _is_mute(said, volume):
        parts = [message.text(said, "engine"), f"voice {message.text(said, 'voice')}"]
        parts.append(f"output {(not said.get('away') and output) or 'the usual one'}")
        remarks = [message.text(said, "reason"), _away(said)]
        return True, " ".join([", ".join(parts) + ".", *filter(None, remarks)])
    return False, message.text(said, "reason") or "The voice does not answer."


def _away(said: message.Message) -> str:
    return away(message.text(said, "name")) if said.get("away") else ""


def _sounds(said: message.Message, volume: float) -> bool:
    """Whether a sound was begun that is to be heard to its end."""
    return said["kind"] == message.PLAYING and volume > 0


def _is_mute(said: message.Message, volume: float) -> bool:
    """Whether there is nothing to be waited for, since nobody can hear it."""
    return said.get("kind") == message.PLAYING and volume <= 0


def _ignore(_: object) -> None:
    """Nobody is told of the state: the answer says it."""


def _run(calls: queue.SimpleQueue[Callable[[], None]], done: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT_S
    while not done():
        try:
            calls.get(timeout=max(0.0, limit - time.monotonic()))()
        except queue.Empty:
            return
