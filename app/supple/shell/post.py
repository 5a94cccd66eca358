"""Runs calls from other threads in the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Post(QObject):
    """``post(call)`` from any thread; the call runs soon, in the thread this was made in."""

    _called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._called.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        """Hand over ``call``. After the window's thread is gone it is dropped."""
        try:
            self._called.emit(call)
        except RuntimeError:
            # The program is leaving and Qt has taken the receiver away.
            return

    def _run(self, call: Callable[[], None]) -> None:
        call()
