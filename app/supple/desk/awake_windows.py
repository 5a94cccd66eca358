"""Keeping the screen on under Windows. Not yet tried on a real Windows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from supple.desk.capability import Unavailable

ES_CONTINUOUS = 0x80000000
ES_SYSTEM_REQUIRED = 0x00000001
ES_DISPLAY_REQUIRED = 0x00000002


class Kernel(Protocol):
    """The one function of kernel32 that is used."""

    def SetThreadExecutionState(self, state: int, /) -> int: ...


class WindowsState:
    """``SetThreadExecutionState``: hold and release have to come from the same thread."""

    name = "Windows execution state"

    def __init__(self, kernel: Callable[[], Kernel] | None = None) -> None:
        self._kernel = _kernel if kernel is None else kernel

    def hold(self, reason: str) -> Callable[[], None]:
        kernel = self._kernel()
        if not kernel.SetThreadExecutionState(
            ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED
        ):
            raise Unavailable("Windows refused to keep the display on")

        def release() -> None:
            kernel.SetThreadExecutionState(ES_CONTINUOUS)

        return release


def _kernel() -> Kernel:
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    kernel = ctypes.windll.kernel32
    kernel.SetThreadExecutionState.argtypes = [ctypes.c_uint32]
    kernel.SetThreadExecutionState.restype = ctypes.c_uint32
    found: Kernel = kernel
    return found
