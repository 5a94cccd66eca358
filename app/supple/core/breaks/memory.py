"""What is to be remembered over a restart of the program."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, replace

_MOST = 48
"""Fixed times remembered as done: two days of many."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A pause and the fixed times that were dealt with."""

    paused_until: float | None = None
    """Seconds since the epoch."""
    pause_s: float = 0.0
    """How long the pause was meant to be: no clock set back makes it longer."""
    today: bool = False
    """Whether the pause is "not today"."""
    done: tuple[str, ...] = ()
    """Keys of fixed times, the newest last."""

    def with_done(self, key: str) -> Memory:
        """This and one more fixed time."""
        return replace(self, done=(*self.done, key)[-_MOST:])

    def without_pause(self) -> Memory:
        """This, going on."""
        return replace(self, paused_until=None, pause_s=0.0, today=False)

    def to_text(self) -> str:
        """One line to keep."""
        return json.dumps(asdict(self))


def read_memory(text: str) -> Memory:
    """What ``to_text`` wrote; an empty memory for anything else."""
    try:
        values = json.loads(text)
        until, done = values["paused_until"], values["done"]
        memory = Memory(
            None if until is None else float(until),
            float(values["pause_s"]),
            values["today"] is True,
            tuple(key for key in done if isinstance(key, str))[-_MOST:],
        )
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Memory()
    numbers = (memory.paused_until or 0.0, memory.pause_s)
    return memory if all(math.isfinite(number) for number in numbers) else Memory()
