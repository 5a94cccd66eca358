"""Runs calls from the voice's threads in the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_KIND = QEvent.Type(QEvent.registerEventType())


class _Call(QEvent):
    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__(_KIND)
        self.call = call


class QtPost(QObject):
    """Call it with a function, from any thread: that runs in the thread this lives in."""

    def __call__(self, call: Callable[[], None]) -> None:
        QCoreApplication.postEvent(self, _Call(call))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, _Call):
            event.call()
            return True
        return super().event(event)
