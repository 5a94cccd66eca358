"""The idle time that Windows counts. Not yet tried on a real Windows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from supple.desk.capability import Unavailable


class _LastInput(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint32), ("ticks", ctypes.c_uint32)]


Ticks = tuple[int, int]
"""The count at the last input and the count now, in milliseconds."""


class WindowsIdle:
    """``GetLastInputInfo``."""

    name = "Windows"

    def __init__(self, ticks: Callable[[], Ticks] | None = None) -> None:
        self._ticks = _ticks if ticks is None else ticks

    def seconds(self) -> float:
        """See ``Source``."""
        return ticks_between(*self._ticks()) / 1000

    def close(self) -> None:
        """Nothing is held open."""


def ticks_between(then: int, now: int) -> int:
    """Milliseconds between two counts that begin again at 2**32."""
    return (now - then) % 2**32


def _ticks() -> Ticks:
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    last = _LastInput(size=ctypes.sizeof(_LastInput))
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
        raise Unavailable("Windows does not tell the last input")
    return last.ticks, ctypes.windll.kernel32.GetTickCount()
