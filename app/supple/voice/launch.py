"""How the worker that speaks is started."""

from __future__ import annotations

import sys

from supple.voice.engine import WORDS_PER_MINUTE

SLOWEST, FASTEST = 0.7, 1.3


def words_per_minute(speed: float) -> int:
    """The rate for a speed of 0.7 to 1.3; beyond these it is the nearest of them."""
    return round(WORDS_PER_MINUTE * max(SLOWEST, min(FASTEST, speed)))


def worker_command(cache: str, voice: str = "", speed: float = 1.0) -> list[str]:
    """The command; a frozen program calls itself with ``voice-worker``."""
    head = [sys.executable]
    head += (
        ["voice-worker"] if getattr(sys, "frozen", False) else ["-P", "-m", "supple.voice.worker"]
    )
    if speed != 1.0:
        head += ["--rate", str(words_per_minute(speed))]
    return [*head, "--cache", cache, *(["--voice", voice] if voice else [])]
