"""The idle time that macOS counts. Not yet tried on a real Mac."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from supple.desk.capability import Unavailable

HARDWARE = 1
ANY_INPUT = 0xFFFFFFFF
SERVICES = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"


class MacIdle:
    """Quartz' time since the last event; it needs no permission."""

    name = "macOS"

    def __init__(self, since: Callable[[], Callable[[int, int], float]] | None = None) -> None:
        self._load = _quartz if since is None else since
        self._since: Callable[[int, int], float] | None = None

    def seconds(self) -> float:
        """See ``Source``."""
        if self._since is None:
            self._since = self._load()
        return float(self._since(HARDWARE, ANY_INPUT))

    def close(self) -> None:
        """Nothing is held open."""


def _quartz() -> Callable[[int, int], float]:
    if sys.platform != "darwin":
        raise Unavailable("only for macOS")
    since = ctypes.CDLL(SERVICES).CGEventSourceSecondsSinceLastEventType
    since.restype, since.argtypes = ctypes.c_double, [ctypes.c_int32, ctypes.c_uint32]
    return lambda state, kind: float(since(state, kind))
