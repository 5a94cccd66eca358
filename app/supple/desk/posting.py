"""Having the window's thread do something for another thread. Loads QtCore."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Posting(QObject):
    """Made in the window's thread, asked from others."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def ask(self, do: Callable[[], str], wait_s: float) -> str | None:
        """What ``do`` returns in the window's thread; None if that takes too long (seconds)."""
        done = threading.Event()
        answers: list[str] = []

        def work() -> None:
            try:
                answers.append(do())
            finally:
                done.set()

        self._asked.emit(work)
        done.wait(wait_s)
        return answers[0] if answers else None

    def _do(self, work: Callable[[], None]) -> None:
        work()
