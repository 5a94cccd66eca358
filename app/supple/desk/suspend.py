"""When the computer sleeps, and how long it did."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable

from supple.desk.capability import Check, Unavailable
from supple.desk.watching import Watching


def suspended_s() -> float:
    """Seconds this computer has slept since it was started. Raises Unavailable.

    Two readings tell whether it slept between them, whatever was done to the clock meanwhile.
    """
    if sys.platform == "win32":
        return _windows_s()
    if sys.platform == "darwin":
        # Not yet tried on a real Mac: the first goes on in sleep, the second does not.
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW) - time.clock_gettime(
            time.CLOCK_UPTIME_RAW
        )
    if not hasattr(time, "CLOCK_BOOTTIME"):
        raise Unavailable("this system has no clock that goes on in sleep")
    # In this order, so that what passes between the two readings is not taken for sleep.
    asleep_too, awake = time.clock_gettime(time.CLOCK_BOOTTIME), time.monotonic()
    return max(0.0, asleep_too - awake)


def _windows_s() -> float:
    """Not yet tried on a real Windows."""
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    kernel = ctypes.windll.kernel32
    kernel.GetTickCount64.restype = ctypes.c_uint64
    awake = ctypes.c_uint64()
    if not kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake)):
        raise Unavailable("Windows does not tell")
    return max(0.0, kernel.GetTickCount64() / 1e3 - awake.value / 1e7)


def watch(going: Callable[[], None], woke: Callable[[], None]) -> Watching:
    """Call ``going`` as the computer goes to sleep and ``woke`` as it is back. Never raises.

    Call it from the thread of the window, which they are called in. ``going`` has no time to
    lose: the computer does not wait for it.
    """
    try:
        return _login_service(going, woke)
    except Unavailable as why:
        return Watching("", str(why))


def _login_service(going: Callable[[], None], woke: Callable[[], None]) -> Watching:
    if not sys.platform.startswith("linux"):
        raise Unavailable("only Linux tells it in time; elsewhere the clocks tell it afterwards")
    from supple.desk.system_bus import SystemBus

    def heard(values: object) -> None:
        if isinstance(values, list) and values and isinstance(values[0], bool):
            (going if values[0] else woke)()

    bus = SystemBus()
    try:
        service, path = "org.freedesktop.login1", "/org/freedesktop/login1"
        bus.get(service, path, f"{service}.Manager", "PreparingForSleep")
        bus.listen(service, path, f"{service}.Manager", "PrepareForSleep", heard)
    except Unavailable:
        bus.close()
        raise
    return Watching("login service", "", bus.close)


def checks() -> list[Check]:
    """Whether sleep is told as it comes, and whether it is known afterwards."""
    watching = watch(_nothing, _nothing)
    watching.close()
    told = Check("suspend, told", bool(watching.how), watching.why_not or f"by {watching.how}")
    try:
        slept = f"this computer slept {suspended_s():.0f} s since it was started"
    except Unavailable as why:
        return [told, Check("suspend, by the clocks", False, str(why))]
    return [told, Check("suspend, by the clocks", True, slept)]


def _nothing() -> None:
    """What the self-test does about sleep."""
