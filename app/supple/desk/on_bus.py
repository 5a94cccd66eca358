"""A sense that asks a message bus and keeps its connection between two questions."""

from __future__ import annotations

from collections.abc import Callable

from supple.desk.bus import Bus


class Line:
    """A connection to a bus, made at the first question and anew when it broke.

    Several senses may share one.
    """

    def __init__(self, connect: Callable[[], Bus]) -> None:
        self._connect = connect
        self._bus: Bus | None = None

    def bus(self) -> Bus:
        """The connection. Raises Unavailable where there is no such bus."""
        if self._bus is not None and not self._bus.lives:
            self.close()
        if self._bus is None:
            self._bus = self._connect()
        return self._bus

    def close(self) -> None:
        """Leave the bus; the next question connects anew."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()


class OnBus:
    """A sense at the end of a line."""

    def __init__(self, line: Line) -> None:
        self._line = line

    @property
    def bus(self) -> Bus:
        """The connection. Raises Unavailable where there is no such bus."""
        return self._line.bus()

    def close(self) -> None:
        """Leave the bus; the next question connects anew."""
        self._line.close()
