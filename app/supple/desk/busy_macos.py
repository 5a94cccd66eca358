"""Programs that keep a Mac's screen on. Not yet tried on a real Mac.

macOS tells no program whether a focus is on.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable

ASSERTION = b"PreventUserIdleDisplaySleep"
UTF8 = 0x08000100
INT_32 = 3


class MacAssertions:
    """``IOPMCopyAssertionsStatus``: how many programs keep the display on."""

    name = "macOS"
    kind = BusyKind.AWAKE
    costly = False

    def __init__(self, level: Callable[[], int] | None = None) -> None:
        self._level = _level if level is None else level

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        return Busy(self.kind) if self._level() else None

    def close(self) -> None:
        """Nothing is held open."""


def _level() -> int:
    if sys.platform != "darwin":
        raise Unavailable("only for macOS")
    frameworks = "/System/Library/Frameworks"
    kit = ctypes.CDLL(f"{frameworks}/IOKit.framework/IOKit")
    cf = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    pointer = ctypes.c_void_p
    kit.IOPMCopyAssertionsStatus.argtypes = [pointer]
    cf.CFStringCreateWithCString.restype = cf.CFDictionaryGetValue.restype = pointer
    cf.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
    cf.CFDictionaryGetValue.argtypes = [pointer, pointer]
    cf.CFNumberGetValue.argtypes = [pointer, ctypes.c_long, pointer]
    cf.CFRelease.argtypes = [pointer]
    status, value = pointer(), ctypes.c_int32()
    if kit.IOPMCopyAssertionsStatus(ctypes.byref(status)) or not status:
        raise Unavailable("macOS does not tell")
    key = cf.CFStringCreateWithCString(None, ASSERTION, UTF8)
    try:
        number = cf.CFDictionaryGetValue(status, key)
        if number:
            cf.CFNumberGetValue(number, INT_32, ctypes.byref(value))
    finally:
        cf.CFRelease(key)
        cf.CFRelease(status)
    return value.value
