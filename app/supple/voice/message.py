"""The lines that go between the window and its voice worker: one JSON object each.

Kept free of dataclasses and of the core, because the worker pays for every
import in memory.
"""

from __future__ import annotations

import json

Message = dict[str, object]

# To the worker.
SYNTH = "synth"
"""id, text, and perhaps file: make the sentence ready, and write it there as a WAV. Answered by
SYNTHESISED or FAILED."""
PLAY = "play"
"""id, and one of text, chime. Answered by PLAYING then DONE, or by FAILED."""
STOP = "stop"
"""id: silence now. Answered by STOPPED; the cue that was playing gets no DONE."""
VOLUME = "volume"
"""value, 0 to 1. Not answered."""
VOICE = "voice"
"""voice, rate: speak differently from now on. Answered by READY."""
VOICES = "voices"
"""id: which voices there are. Answered by VOICES_ARE."""
OUTPUTS = "outputs"
"""id: which sound outputs there are. Answered by OUTPUTS_ARE."""
OUTPUT = "output"
"""value: the id of the output to use, "" for the system's own. Not answered."""
AWAKE = "awake"
"""value, true or false: whether the output is kept awake between cues. Not answered."""
WAKE = "wake"
"""A cue is about to come. Not answered."""
QUIT = "quit"
"""End now. Not answered."""

# From the worker.
READY = "ready"
"""engine, voice, rate, reason: engine is "" where nothing can speak, and reason says why; else it
says why the voice is not the chosen one."""
VOICES_ARE = "voices-are"
"""id, voices: a ``listing.VoiceEntry`` each."""
OUTPUTS_ARE = "outputs-are"
"""id, outputs: pairs of an output's id and its name."""
SYNTHESISED = "synthesised"
"""id, seconds: how long the sentence lasts."""
PLAYING = "playing"
"""id, seconds, output, away, name: the sound system named has taken the first samples; ``away`` is
true where the chosen output, called ``name``, is not there and the system's own plays."""
DONE = "done"
"""id: heard to its end."""
STOPPED = "stopped"
FAILED = "failed"
"""id, part, reason."""
LOG = "log"
"""text: for the log file."""

# The part that failed.
SPEECH = "speech"
SOUND = "sound"
WORKER = "worker"
"""Said by the supervisor for requests that died with their worker."""

LONGEST_LINE = 65_536
"""Bytes; a longer line is not ours."""


def encode(kind: str, **fields: object) -> bytes:
    """One line of the protocol."""
    return json.dumps({"kind": kind, **fields}, ensure_ascii=True).encode("ascii") + b"\n"


def decode(line: bytes) -> Message | None:
    """The message in ``line``, or None where it holds none."""
    if len(line) > LONGEST_LINE:
        return None
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if isinstance(message, dict) and isinstance(message.get("kind"), str):
        return message
    return None


def number(message: Message, key: str, default: float = 0.0) -> float:
    """A finite number from ``message``; ``default`` for anything else."""
    value = message.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    return float(value) if abs(value) < 1e12 else default


def text(message: Message, key: str) -> str:
    """A string from ``message``; "" for anything else."""
    value = message.get(key)
    return value if isinstance(value, str) else ""


def ident(message: Message) -> int:
    """The request a message belongs to; 0 where it names none."""
    return int(number(message, "id"))
