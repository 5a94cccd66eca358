"""Being asked by the system to end: log-out, ``kill``, Ctrl+C, a terminal that closes."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

from supple.desk.watching import Watching

NAMES = ("SIGTERM", "SIGHUP", "SIGINT")
_AT_ONCE = 64
"""Bytes read at once: one for each signal."""


def watch(end: Callable[[], None]) -> Watching:
    """Call ``end`` in the window's thread when a signal asks for it. Never raises.

    While Qt waits, Python does nothing about a signal: the system writes a byte for it, which
    Qt waits for like for any other. Who asks a second time is not made to wait.
    """
    if sys.platform == "win32":
        return Watching("", "Windows asks windows, not programs, to end")
    if threading.current_thread() is not threading.main_thread():
        return Watching("", "only the first thread of a program hears signals")
    from PySide6.QtCore import QSocketNotifier

    heard, told = os.pipe()
    os.set_blocking(heard, False)
    os.set_blocking(told, False)
    before = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    kept = {one: signal.signal(one, _noted) for one in _taken()}
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read)

    def give_back() -> None:
        while kept:
            signal.signal(*kept.popitem())

    def readable() -> None:
        numbers = set(os.read(heard, _AT_ONCE))
        if numbers.intersection(kept):
            give_back()
            end()

    def stop() -> None:
        give_back()
        signal.set_wakeup_fd(before)
        notifier.setEnabled(False)
        notifier.deleteLater()
        os.close(heard)
        os.close(told)

    notifier.activated.connect(readable)
    return Watching("signals", "", stop)


def _taken() -> list[signal.Signals]:
    """All but those somebody told the program to ignore, as ``nohup`` does."""
    every = [signal.Signals[name] for name in NAMES]
    return [one for one in every if signal.getsignal(one) is not signal.SIG_IGN]


def _noted(number: int, frame: object) -> None:
    """The byte that was written says enough."""
