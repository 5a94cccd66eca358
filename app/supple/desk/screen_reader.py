"""Whether a screen reader reads this desktop out."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass

from supple.desk.capability import Check, Unavailable
from supple.desk.session_bus import SessionBus

SPI_GETSCREENREADER = 0x0046


@dataclass(frozen=True, slots=True)
class Reading:
    """What the desktop says; ``runs`` None where it does not say."""

    runs: bool | None
    reason: str
    """How that was found out, or why it could not be."""


Ask = Callable[[], bool]
"""Whether one runs; raises Unavailable where nobody can tell."""


def linux_reader() -> bool:
    """What assistive programs told the session bus: Orca sets it as it starts."""
    bus = SessionBus()
    try:
        value = bus.get("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status", "ScreenReaderEnabled")
    finally:
        bus.close()
    if not isinstance(value, bool):
        raise Unavailable("org.a11y.Bus gave no answer of yes or no")
    return value


def windows_reader() -> bool:
    """The flag every screen reader sets. Not yet tried on a real Windows."""
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    runs = ctypes.c_int()
    user32 = ctypes.windll.user32
    if not user32.SystemParametersInfoW(SPI_GETSCREENREADER, 0, ctypes.byref(runs), 0):
        raise Unavailable("Windows does not tell")
    return bool(runs.value)


def macos_reader() -> bool:
    """Whether VoiceOver runs. Not yet tried on a real Mac."""
    if sys.platform != "darwin":
        raise Unavailable("only for macOS")
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    # Loaded for its classes.
    ctypes.CDLL("/System/Library/Frameworks/AppKit.framework/AppKit")
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = [ctypes.c_char_p]

    def send(target: int, name: bytes, result: type[ctypes._SimpleCData[int]]) -> int:
        call = ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
        return int(call(target, objc.sel_registerName(name)) or 0)

    workspace = send(objc.objc_getClass(b"NSWorkspace"), b"sharedWorkspace", ctypes.c_void_p)
    if not workspace:
        raise Unavailable("macOS does not tell")
    return bool(send(workspace, b"isVoiceOverEnabled", ctypes.c_bool))


def ask_of_this_system() -> Ask:
    """The way of this system."""
    if sys.platform == "win32":
        return windows_reader
    if sys.platform == "darwin":
        return macos_reader
    return linux_reader


def reading(ask: Ask | None = None) -> Reading:
    """Whether a screen reader runs now. Never raises; takes a second at the most."""
    try:
        runs = (ask or ask_of_this_system())()
    except Unavailable as why:
        return Reading(None, str(why))
    return Reading(runs, "one runs" if runs else "none runs")


def check() -> Check:
    """One line for the self-test: whether it can be told, and what was."""
    found = reading()
    return Check("screen reader", found.runs is not None, f"asked for: {found.reason}")
