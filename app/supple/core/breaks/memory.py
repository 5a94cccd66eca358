"""What is to be remembered over a restart of the program."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from supple.core.breaks.event import Reason

_MOST = 48
"""Fixed times remembered as done: two days of many."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """A break that was put off and is not answered yet."""

    until: float
    """Seconds since the epoch."""
    for_s: float
    """How long it was put off: no clock set back makes it longer."""
    reason: Reason
    occasion: str = ""
    clock: str = ""
    """The time of day that was chosen; see ``Due``."""
    snoozes: int = 1
    unanswered: int = 0
    sat_s: float = 0.0
    """Seconds of work since the last rest, as it was put off."""
    routine: str = ""
    """Id of the routine that was chosen for it; see ``Due``."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A pause, a break put off, and the fixed times that were dealt with."""

    paused_until: float | None = None
    """Seconds since the epoch."""
    pause_s: float = 0.0
    """How long the pause was meant to be: no clock set back makes it longer."""
    today: bool = False
    """Whether the pause is "not today"."""
    done: tuple[str, ...] = ()
    """Keys of fixed times, the newest last."""
    put_off: PutOff | None = None

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
            _put_off(values.get("put_off")),
        )
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return Memory()
    numbers = [memory.paused_until or 0.0, memory.pause_s]
    if memory.put_off is not None:
        numbers += [memory.put_off.until, memory.put_off.for_s, memory.put_off.sat_s]
    return memory if all(math.isfinite(number) for number in numbers) else Memory()


def _put_off(values: Mapping[str, object] | None) -> PutOff | None:
    """Raises KeyError, TypeError or ValueError for what was not written by ``to_text``."""
    if values is None:
        return None
    until, for_s, sat_s = (float(str(values[key])) for key in ("until", "for_s", "sat_s"))
    snoozes, unanswered = (int(str(values[key])) for key in ("snoozes", "unanswered"))
    reason, occasion = Reason(str(values["reason"])), str(values["occasion"])
    clock, routine = str(values["clock"]), str(values.get("routine", ""))
    return PutOff(until, for_s, reason, occasion, clock, snoozes, unanswered, sat_s, routine)
