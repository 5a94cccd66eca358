"""What Windows says about disturbing a person. Not yet tried on a real Windows."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Collection

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable

STATES = {
    BusyKind.FULL_SCREEN: (2, 3),  # a program fills the screen; a game does
    BusyKind.PRESENTING: (4,),
    BusyKind.DO_NOT_DISTURB: (6,),
}
"""What ``SHQueryUserNotificationState`` says for each kind."""


class WindowsState:
    """One kind of what ``SHQueryUserNotificationState`` tells."""

    name = "Windows"
    costly = False

    def __init__(
        self, kind: BusyKind, states: Collection[int], ask: Callable[[], int] | None = None
    ) -> None:
        self.kind = kind
        self._states = states
        self._ask = _state if ask is None else ask

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        return Busy(self.kind) if self._ask() in self._states else None

    def close(self) -> None:
        """Nothing is held open."""


def of_windows() -> tuple[WindowsState, ...]:
    """A sensor for each kind that Windows tells."""
    return tuple(WindowsState(kind, states) for kind, states in STATES.items())


def _state() -> int:
    if sys.platform != "win32":
        raise Unavailable("only for Windows")
    state = ctypes.c_int()
    if ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state)):
        raise Unavailable("Windows does not tell")
    return state.value
