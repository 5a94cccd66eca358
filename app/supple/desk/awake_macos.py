"""Keeping the screen on under macOS. Not yet tried on a real Mac."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from supple.desk.capability import Unavailable

ASSERTION = "PreventUserIdleDisplaySleep"
LEVEL_ON = 255
UTF8 = 0x08000100


class Power(Protocol):
    """Taking and dropping an assertion by its number."""

    def take(self, kind: str, reason: str) -> int | None:
        """The assertion's number; None when the system refused."""

    def drop(self, number: int) -> None: ...


class MacAssertion:
    """``IOPMAssertionCreateWithName``."""

    name = "macOS power assertion"

    def __init__(self, power: Callable[[], Power] | None = None) -> None:
        self._power = _iokit if power is None else power

    def hold(self, reason: str) -> Callable[[], None]:
        power = self._power()
        number = power.take(ASSERTION, reason)
        if number is None:
            raise Unavailable("macOS refused to keep the display on")
        return lambda: power.drop(number)


class _IOKit:
    def __init__(self) -> None:
        frameworks = "/System/Library/Frameworks"
        self._kit = ctypes.CDLL(f"{frameworks}/IOKit.framework/IOKit")
        self._cf = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
        pointer = ctypes.c_void_p
        self._cf.CFStringCreateWithCString.restype = pointer
        self._cf.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
        self._cf.CFRelease.argtypes = [pointer]
        self._kit.IOPMAssertionCreateWithName.argtypes = [
            *(pointer, ctypes.c_uint32, pointer),
            ctypes.POINTER(ctypes.c_uint32),
        ]
        self._kit.IOPMAssertionRelease.argtypes = [ctypes.c_uint32]

    def take(self, kind: str, reason: str) -> int | None:
        number = ctypes.c_uint32()
        names = [self._cf.CFStringCreateWithCString(None, t.encode(), UTF8) for t in (kind, reason)]
        try:
            refused = self._kit.IOPMAssertionCreateWithName(
                names[0], LEVEL_ON, names[1], ctypes.byref(number)
            )
        finally:
            for name in names:
                self._cf.CFRelease(name)
        return None if refused else number.value

    def drop(self, number: int) -> None:
        self._kit.IOPMAssertionRelease(number)


def _iokit() -> Power:
    if sys.platform != "darwin":
        raise Unavailable("only for macOS")
    return _IOKit()
