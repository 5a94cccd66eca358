"""Whether the screen is locked: then nobody sits before it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from supple.desk.capability import Check, Unavailable
from supple.desk.watching import Watching


class LockSource(Protocol):
    """One way to know it."""

    name: str

    def locked(self) -> bool:
        """Whether it is locked now. Raises Unavailable where that cannot be told."""
        ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Call ``changed`` whenever it may have changed, until closed. Raises Unavailable."""
        ...

    def close(self) -> None:
        """Leave what was connected; the next question connects anew."""
        ...


@dataclass(frozen=True, slots=True)
class Locked:
    """What the desktop says; ``locked`` None where it does not say."""

    locked: bool | None
    reason: str
    """Who said so, or why nobody can."""


class ScreenLock:
    """Asks every source: it is locked as soon as one says so. Use it from one thread."""

    def __init__(self, sources: Sequence[LockSource] | None = None) -> None:
        self._sources = tuple(_of_this_system() if sources is None else sources)

    def ask(self) -> Locked:
        """Whether it is locked now. Never raises."""
        refused: list[str] = []
        open_by = ""
        for source in self._sources:
            try:
                locked = source.locked()
            except Unavailable as why:
                refused.append(f"{source.name}: {why}")
                continue
            if locked:
                return Locked(True, f"{source.name} says so")
            open_by = open_by or source.name
        if open_by:
            return Locked(False, f"{open_by} says so")
        return Locked(None, "; ".join(refused) or "no way is known for this system")

    def watch(self, changed: Callable[[bool], None]) -> Watching:
        """Call ``changed`` with True as it is locked, with False as it is open. Never raises.

        Call it from the thread of the window, which ``changed`` is called in.
        """
        last = self.ask().locked

        def look() -> None:
            nonlocal last
            now = self.ask().locked
            if now is not None and now is not last:
                last = now
                changed(now)

        heard: list[str] = []
        refused: list[str] = []
        for source in self._sources:
            try:
                source.listen(look)
            except Unavailable as why:
                refused.append(f"{source.name}: {why}")
            else:
                heard.append(source.name)
        why_not = "; ".join(refused)
        return Watching(", ".join(heard), why_not, self.close) if heard else Watching("", why_not)

    def close(self) -> None:
        """Listen no more. The next question connects anew."""
        for source in self._sources:
            source.close()


def _of_this_system() -> Sequence[LockSource]:
    if sys.platform == "win32":
        from supple.desk.lock_windows import WindowsLock

        return (WindowsLock(),)
    if sys.platform == "darwin":
        from supple.desk.lock_macos import MacLock

        return (MacLock(),)
    from supple.desk.lock_linux import LoginSession, ScreenSavers
    from supple.desk.on_bus import Line
    from supple.desk.session_bus import SessionBus
    from supple.desk.system_bus import SystemBus

    return (LoginSession(Line(SystemBus)), ScreenSavers(Line(SessionBus)))


def check() -> Check:
    """Whether it can be told here, and what was."""
    lock = ScreenLock()
    now = lock.ask()
    lock.close()
    words = {True: "locked", False: "open", None: "asked for"}
    return Check("screen lock", now.locked is not None, f"{words[now.locked]}: {now.reason}")
