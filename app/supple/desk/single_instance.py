"""A second start hands its wish over to the first and leaves.

Who is first is settled by a lock elsewhere. This is the door: a named pipe in the folder of the
profile, which nobody else can read. What is left of a process that was killed is only the
pipe's name; the system itself tells that nobody reads there any more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from supple.desk.capability import Check, Unavailable

LONGEST = 512
"""Bytes of a wish: every system passes so many on in one piece."""


class NobodyHome(Exception):
    """No first process listens."""


class NoAnswer(Exception):
    """The first process took the wish, or had no place for it, and does not answer."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a second start was asked for."""

    words: tuple[str, ...]
    """Such as ("show",), ("start", id) or ("break", "now")."""
    token: str = ""
    """What lets a window come to the front under Wayland; see :func:`activation_token`."""


Heard = Callable[[Wish], str]
"""Does what a wish asks for; what it returns is for the second start's terminal."""


class Side(Protocol):
    """The first process's side of the door on one system."""

    def close(self) -> None:
        """Hear no more wishes."""
        ...


class Door:
    """Where the first process hears what later starts wish."""

    def __init__(self, folder: Path) -> None:
        """``folder`` belongs to the profile, and is readable to its owner alone."""
        self._folder = folder
        self._side: Side | None = None

    def open(self, heard: Heard) -> str:
        """Hear wishes from now on, in this thread: the window's. "" when all went well.

        Otherwise a clause that says why not. Never raises.
        """
        self.close()
        try:
            self._side = _side(self._folder, heard)
        except Unavailable as why:
            return str(why)
        return ""

    def close(self) -> None:
        """Hear no more. Closing twice does nothing."""
        side, self._side = self._side, None
        if side is not None:
            side.close()


def hand_over(folder: Path, wish: Wish, *, home_s: float = 0.0, wait_s: float = 3.0) -> str:
    """Tell the first process ``wish`` and return what it says to it. Needs no Qt.

    ``home_s`` is how long a first process that is still starting is waited for, ``wait_s`` how
    long one that is busy may take, both in seconds. Raises NobodyHome, NoAnswer, and ValueError
    for a wish that is too long.
    """
    if sys.platform == "win32":
        from supple.desk.pipe_windows import hand_over as tell
    else:
        from supple.desk.pipe_posix import hand_over as tell
    return tell(folder, wish, home_s, wait_s)


def activation_token() -> str:
    """The mark of the click that started this process; "" where the desktop gives none."""
    import os

    return os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")


def encoded(wish: Wish, reply: str) -> bytes:
    """A line that says ``wish``, and where the answer goes. Raises ValueError when too long."""
    import json

    line = json.dumps([reply, wish.token, *wish.words], ensure_ascii=False).encode() + b"\n"
    if len(line) <= LONGEST:
        return line
    if wish.token:
        return encoded(Wish(wish.words), reply)
    raise ValueError(f"a wish of {len(line)} bytes is longer than {LONGEST}")


def decoded(line: bytes) -> tuple[str, Wish] | None:
    """What ``encoded`` wrote: where the answer goes, and the wish; None for anything else."""
    import json

    try:
        values = json.loads(line)
    except ValueError:
        return None
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        return None
    if len(values) < 3:
        return None
    reply, token, *words = values
    return reply, Wish(tuple(words), token)


def _side(folder: Path, heard: Heard) -> Side:
    if sys.platform == "win32":
        from supple.desk.pipe_windows import WindowsSide

        return WindowsSide(folder, heard)
    from supple.desk.pipe_posix import PosixSide

    return PosixSide(folder, heard)


def check() -> Check:
    """Whether a second start can hand its wish over here."""
    import tempfile

    name = "one window a profile"
    with tempfile.TemporaryDirectory(prefix="supple-") as folder:
        door = Door(Path(folder))
        why_not = door.open(lambda _: "")
        door.close()
    return Check(name, not why_not, why_not or "a second start hands over what it was asked for")
