"""What hears the signals of a message bus. Loads QtDBus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusMessage


class Ear(QObject):
    """Hands the values of a signal on."""

    def __init__(self, tell: Callable[[Sequence[object]], None]) -> None:
        super().__init__()
        self._tell = tell

    @Slot(QDBusMessage)
    def heard(self, message: QDBusMessage) -> None:
        """Called by the bus, in the thread that listens."""
        self._tell(message.arguments())
