"""How long nobody has touched keyboard or pointer.

It is asked, never watched: who asks again when the idle time could first reach five minutes
misses no rest of five minutes, and wakes the computer twice in that time at the most.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from supple.desk.capability import Check, Unavailable


class Source(Protocol):
    """One way to know it."""

    name: str

    def seconds(self) -> float:
        """Seconds without input. Raises Unavailable."""
        ...

    def close(self) -> None:
        """Leave what was connected; the next question connects anew."""
        ...


@dataclass(frozen=True, slots=True)
class IdleTime:
    """What the desktop says."""

    seconds: float | None
    """Seconds since the last key or pointer movement; None where nobody can tell."""
    reason: str
    """Who said so, or why nobody can."""


class Idle:
    """Asks the first source that answers, and stays with it. Use it from one thread."""

    def __init__(self, sources: Sequence[Source] | None = None) -> None:
        self._sources = list(_of_this_system() if sources is None else sources)

    def ask(self) -> IdleTime:
        """The idle time now. Never raises; below a millisecond once a source was found."""
        refused: list[str] = []
        for source in tuple(self._sources):
            try:
                seconds = source.seconds()
            except Unavailable as why:
                refused.append(f"{source.name}: {why}")
                continue
            self._sources.remove(source)
            self._sources.insert(0, source)
            return IdleTime(seconds, f"{source.name} says so")
        return IdleTime(None, "; ".join(refused) or "no way is known for this system")

    def close(self) -> None:
        """Leave every connection. The next question connects anew."""
        for source in self._sources:
            source.close()


def _of_this_system() -> Sequence[Source]:
    if sys.platform == "win32":
        from supple.desk.idle_windows import WindowsIdle

        return (WindowsIdle(),)
    if sys.platform == "darwin":
        from supple.desk.idle_macos import MacIdle

        return (MacIdle(),)
    from supple.desk.idle_gnome import GnomeIdle
    from supple.desk.idle_x11 import X11Idle
    from supple.desk.on_bus import Line
    from supple.desk.session_bus import SessionBus

    # Under X11 the server itself is asked first: it answers in a tenth of the time.
    return (X11Idle(), GnomeIdle(Line(SessionBus)))


def check(make: Callable[[], Idle] = Idle) -> Check:
    """The first way that answers, or why none does."""
    idle = make()
    now = idle.ask()
    idle.close()
    if now.seconds is None:
        return Check("idle time", False, now.reason)
    return Check("idle time", True, f"{now.reason}: {now.seconds:.1f} s without input")
