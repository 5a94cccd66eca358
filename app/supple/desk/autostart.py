"""Starting with the computer: switched on and off, and mended when the program was moved."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from supple.desk.capability import Check, Unavailable

NAME = "Supple"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands where the desktop looks for programs to start."""

    line: str
    """The command as it is written there."""
    enabled: bool = True
    """False: the desktop's own settings switched it off."""


class Place(Protocol):
    """Where one system keeps it. Every method raises Unavailable when the system refuses."""

    name: str

    def read(self) -> Entry | None:
        """What is there; None for nothing."""
        ...

    def line(self, command: tuple[str, ...]) -> str:
        """``command`` as it is to be written there."""
        ...

    def write(self, command: tuple[str, ...]) -> None:
        """Start ``command`` from the next log-in on."""
        ...

    def remove(self) -> None:
        """Start nothing; fine where nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class State:
    """How it stands."""

    on: bool
    """Whether something starts at the next log-in."""
    ours: bool
    """Whether that is the program that runs now."""
    reason: str
    """Where it is written, or why it does not start."""


class Autostart:
    """The program's own start at log-in."""

    def __init__(self, command: tuple[str, ...], place: Place | None = None) -> None:
        """``command``: the absolute words to start; see :func:`this_program`."""
        self._command = command
        self._place = _of_this_system() if place is None else place

    def state(self) -> State:
        """How it stands now. Raises Unavailable."""
        return self._judge(self._place.read())

    def turn(self, on: bool) -> None:
        """Switch it on, whatever the desktop's settings said, or off. Raises Unavailable."""
        if on:
            self._place.write(self._command)
        else:
            self._place.remove()

    def keep(self, on: bool) -> bool:
        """Mend what stands there, at every start of the program; whether anything was changed.

        A program that was moved is written anew. What the desktop's own settings switched off
        stays off. Raises Unavailable.
        """
        entry = self._place.read()
        if on and (entry is None or (entry.enabled and not self._judge(entry).ours)):
            self._place.write(self._command)
            return True
        if not on and entry is not None:
            self._place.remove()
            return True
        return False

    def _judge(self, entry: Entry | None) -> State:
        if entry is None:
            return State(False, False, "not switched on")
        ours = entry.line == self._place.line(self._command)
        if not entry.enabled:
            return State(False, ours, "switched off in the settings of the desktop")
        if not ours:
            return State(True, False, f"another program is started: {entry.line}")
        return State(True, True, f"by the {self._place.name}")


def this_program(*arguments: str) -> tuple[str, ...]:
    """The absolute words that start what runs now, with ``arguments`` behind them.

    Raises Unavailable where it cannot be started from outside.
    """
    if os.environ.get("FLATPAK_ID"):
        raise Unavailable("a program in a Flatpak is started by its desktop alone")
    image = os.environ.get("APPIMAGE")
    if image:
        return (str(Path(image).absolute()), *arguments)
    # Not resolved: a link of a virtual environment leads to a Python without our packages.
    python = Path(sys.executable).absolute()
    if getattr(sys, "frozen", False):
        return (str(python), *arguments)
    ending = ".exe" if sys.platform == "win32" else ""
    script = python.with_name(f"supple{ending}")
    if script.is_file():
        return (str(script), *arguments)
    silent = python.with_name("pythonw.exe")
    if sys.platform == "win32" and silent.is_file():
        python = silent
    return (str(python), "-m", "supple", *arguments)


def _of_this_system() -> Place:
    if sys.platform == "win32":
        from supple.desk.autostart_windows import RunKey

        return RunKey()
    if sys.platform == "darwin":
        from supple.desk.autostart_macos import LaunchAgent

        return LaunchAgent()
    from supple.desk.autostart_linux import DesktopEntry

    return DesktopEntry()


def check() -> Check:
    """How it stands; being off is nothing that does not work."""
    try:
        place = _of_this_system()
        this_program()
        entry = place.read()
    except Unavailable as why:
        return Check("start at log-in", False, str(why))
    if entry is None:
        return Check("start at log-in", True, "off")
    return Check("start at log-in", True, f"{'on' if entry.enabled else 'off'}: {entry.line}")
