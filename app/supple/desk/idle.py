"""How long nobody has touched keyboard or pointer."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from supple.desk.capability import Check, Unavailable
from supple.desk.session_bus import SessionBus
from supple.desk.x11 import ScreenSaver

Source = tuple[str, Callable[[], float]]
"""A name, and seconds without input; the call raises Unavailable."""


def gnome_idle_s() -> float:
    """What GNOME's compositor counted, in seconds."""
    bus = SessionBus()
    try:
        service = "org.gnome.Mutter.IdleMonitor"
        answer = bus.call(service, "/org/gnome/Mutter/IdleMonitor/Core", service, "GetIdletime")
    finally:
        bus.close()
    if not isinstance(answer, int):
        raise Unavailable(f"{service} gave no number")
    return answer / 1000


def x11_idle_s() -> float:
    """What the X server counted, in seconds."""
    saver = ScreenSaver()
    try:
        return saver.idle_s()
    finally:
        saver.close()


class _LastInput(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint32), ("ticks", ctypes.c_uint32)]


def windows_idle_s() -> float:
    """What Windows counted, in seconds. Not yet tried on a real Windows."""
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    last = _LastInput(size=ctypes.sizeof(_LastInput))
    if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
        raise Unavailable("Windows does not tell the last input")
    return ticks_between(last.ticks, ctypes.windll.kernel32.GetTickCount()) / 1000


def ticks_between(then: int, now: int) -> int:
    """Milliseconds between two counts that begin again at 2**32."""
    return (now - then) % 2**32


def macos_idle_s() -> float:
    """What macOS counted, in seconds. Not yet tried on a real Mac."""
    if sys.platform != "darwin":
        raise Unavailable("only for macOS")
    services = ctypes.CDLL(
        "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
    )
    since = services.CGEventSourceSecondsSinceLastEventType
    since.restype = ctypes.c_double
    since.argtypes = [ctypes.c_int32, ctypes.c_uint32]
    any_input = 0xFFFFFFFF
    return float(since(1, any_input))


def sources() -> tuple[Source, ...]:
    """The ways of this system, the best first."""
    if sys.platform == "win32":
        return (("Windows", windows_idle_s),)
    if sys.platform == "darwin":
        return (("macOS", macos_idle_s),)
    return (("GNOME", gnome_idle_s), ("X11", x11_idle_s))


def check() -> Check:
    """The first way that answers, or why none does."""
    refused: list[str] = []
    for name, seconds in sources():
        try:
            return Check("idle time", True, f"{name} says {seconds():.1f} s without input")
        except Unavailable as why:
            refused.append(f"{name}: {why}")
    return Check("idle time", False, "; ".join(refused))
