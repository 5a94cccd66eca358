"""Being told when the clock was set, or went on while the computer slept.

Linux alone does so without a question: a timer far away that ends at once when the wall clock
leaps. Nothing wakes up for it until then.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable

from supple.desk.capability import Check, Unavailable
from supple.desk.watching import Watching

FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
ABSOLUTE, CANCEL_ON_SET = 1, 2
FAR_AWAY_S = 100 * 365 * 86400
COUNT = 8
"""Bytes of a timer's answer."""


class _Setting(ctypes.Structure):
    _fields_ = [(name, ctypes.c_long) for name in ("again_s", "again_ns", "first_s", "first_ns")]


def watch(leapt: Callable[[], None], arm: Callable[[], int] | None = None) -> Watching:
    """Call ``leapt`` each time the wall clock leaps: reckon every deadline anew. Never raises.

    Call it from the thread of the window, which ``leapt`` is called in.
    """
    try:
        handle = (arm or arm_timer)()
    except Unavailable as why:
        return Watching("", str(why))
    from PySide6.QtCore import QSocketNotifier

    notifier = QSocketNotifier(handle, QSocketNotifier.Type.Read)

    def readable() -> None:
        if _ended(handle):
            leapt()

    def stop() -> None:
        notifier.setEnabled(False)
        notifier.deleteLater()
        os.close(handle)

    notifier.activated.connect(readable)
    return Watching("system timer", "", stop)


def arm_timer() -> int:
    """A file that can be read once the clock leapt. Raises Unavailable."""
    if not sys.platform.startswith("linux"):
        raise Unavailable("only Linux tells it")
    libc = ctypes.CDLL(None, use_errno=True)
    handle = int(libc.timerfd_create(time.CLOCK_REALTIME, FLAGS))
    if handle < 0:
        raise Unavailable(os.strerror(ctypes.get_errno()))
    setting = _Setting(0, 0, int(time.time()) + FAR_AWAY_S, 0)
    if libc.timerfd_settime(handle, ABSOLUTE | CANCEL_ON_SET, ctypes.byref(setting), None):
        why = os.strerror(ctypes.get_errno())
        os.close(handle)
        raise Unavailable(why)
    return handle


def _ended(handle: int) -> bool:
    try:
        os.read(handle, COUNT)
    except OSError as error:
        return error.errno == errno.ECANCELED
    return True


def check() -> Check:
    """Whether it is told here."""
    try:
        os.close(arm_timer())
    except Unavailable as why:
        return Check("clock set", False, str(why))
    return Check("clock set", True, "the system tells when the clock leaps")
