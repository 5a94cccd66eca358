"""Start at log-in on Windows: the Run key of the user. Not yet tried on a real Windows."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Protocol

from supple.desk.autostart import NAME, Entry
from supple.desk.capability import Unavailable

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the task manager notes what the person switched off."""


class Registry(Protocol):
    """The part of the registry that belongs to the user. Every method raises OSError."""

    def read(self, key: str, name: str) -> object:
        """A value; None where it is not."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Set a text."""
        ...

    def remove(self, key: str, name: str) -> None:
        """Remove a value; fine where it is not."""
        ...


class RunKey:
    """A value of the Run key."""

    name = "Run key"

    def __init__(self, registry: Callable[[], Registry] | None = None) -> None:
        self._open = _winreg if registry is None else registry

    def read(self) -> Entry | None:
        """See ``Place``."""
        try:
            registry = self._open()
            line = registry.read(RUN, NAME)
            mark = registry.read(APPROVED, NAME)
        except OSError as error:
            raise _refused(error) from error
        if not isinstance(line, str):
            return None
        # An odd first byte says "off".
        return Entry(line, not (isinstance(mark, bytes) and mark and mark[0] % 2))

    def line(self, command: tuple[str, ...]) -> str:
        """See ``Place``."""
        return subprocess.list2cmdline(command)

    def write(self, command: tuple[str, ...]) -> None:
        """See ``Place``."""
        try:
            registry = self._open()
            registry.write(RUN, NAME, self.line(command))
            registry.remove(APPROVED, NAME)
        except OSError as error:
            raise _refused(error) from error

    def remove(self) -> None:
        """See ``Place``."""
        try:
            self._open().remove(RUN, NAME)
        except OSError as error:
            raise _refused(error) from error


def _refused(error: OSError) -> Unavailable:
    return Unavailable(f"the registry refused: {error.strerror or error}")


if sys.platform == "win32":
    import winreg

    class _WinReg:
        def read(self, key: str, name: str) -> object:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value: object = winreg.QueryValueEx(opened, name)[0]
                    return value
            except FileNotFoundError:
                return None

        def write(self, key: str, name: str, text: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def remove(self, key: str, name: str) -> None:
            user, change = winreg.HKEY_CURRENT_USER, winreg.KEY_SET_VALUE
            try:
                with winreg.OpenKey(user, key, 0, change) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return

    def _winreg() -> Registry:
        return _WinReg()

else:

    def _winreg() -> Registry:
        raise Unavailable("only for Windows")
