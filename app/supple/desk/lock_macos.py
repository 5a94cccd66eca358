"""The screen lock of macOS. Not yet tried on a real Mac."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from supple.desk.capability import Unavailable

KEY = b"CGSSessionScreenIsLocked"
UTF8 = 0x08000100


class MacLock:
    """The window server's description of the session; the key is there while it is locked."""

    name = "macOS"

    def __init__(self, locked: Callable[[], bool] | None = None) -> None:
        self._locked = _locked if locked is None else locked

    def locked(self) -> bool:
        """See ``LockSource``."""
        return self._locked()

    def listen(self, changed: Callable[[], None]) -> None:
        """See ``LockSource``."""
        raise Unavailable("macOS is asked, it is not listened to")

    def close(self) -> None:
        """Nothing is held open."""


def _locked() -> bool:
    if sys.platform != "darwin":
        raise Unavailable("only for macOS")
    frameworks = "/System/Library/Frameworks"
    cg = ctypes.CDLL(f"{frameworks}/CoreGraphics.framework/CoreGraphics")
    cf = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    pointer = ctypes.c_void_p
    cg.CGSessionCopyCurrentDictionary.restype = pointer
    cf.CFStringCreateWithCString.restype = pointer
    cf.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
    cf.CFDictionaryContainsKey.restype = ctypes.c_ubyte
    cf.CFDictionaryContainsKey.argtypes = [pointer, pointer]
    cf.CFRelease.argtypes = [pointer]
    session = cg.CGSessionCopyCurrentDictionary()
    if not session:
        raise Unavailable("this process has no desktop")
    key = cf.CFStringCreateWithCString(None, KEY, UTF8)
    try:
        return bool(cf.CFDictionaryContainsKey(session, key))
    finally:
        cf.CFRelease(key)
        cf.CFRelease(session)
