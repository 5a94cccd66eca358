"""The screen lock of Windows. Not yet tried on a real Windows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from supple.desk.capability import Unavailable

SWITCH_DESKTOP = 0x0100


class WindowsLock:
    """Whether the desktop that takes the keys is ours: the lock screen's is not."""

    name = "Windows"

    def __init__(self, is_ours: Callable[[], bool] | None = None) -> None:
        self._is_ours = _is_ours if is_ours is None else is_ours

    def locked(self) -> bool:
        """See ``LockSource``."""
        return not self._is_ours()

    def listen(self, changed: Callable[[], None]) -> None:
        """See ``LockSource``."""
        raise Unavailable("Windows is asked, it is not listened to")

    def close(self) -> None:
        """Nothing is held open."""


def _is_ours() -> bool:
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    user32 = ctypes.windll.user32
    user32.OpenInputDesktop.restype = ctypes.c_void_p
    user32.CloseDesktop.argtypes = [ctypes.c_void_p]
    desktop = user32.OpenInputDesktop(0, False, SWITCH_DESKTOP)
    if not desktop:
        return False
    user32.CloseDesktop(desktop)
    return True
