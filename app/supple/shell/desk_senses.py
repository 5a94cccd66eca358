"""What the desktop knows of the person, as breaks ask for it."""

from __future__ import annotations

from supple.core.breaks.look import Busy
from supple.desk import suspend
from supple.desk.busy import BusySense
from supple.desk.capability import Unavailable
from supple.desk.idle import Idle
from supple.desk.screen_lock import ScreenLock


class DeskSenses:
    """Asks the desk; what it cannot tell is taken for an ordinary moment."""

    def __init__(self) -> None:
        self._idle = Idle()
        self._busy = BusySense()
        self._lock = ScreenLock()

    def idle_s(self) -> float | None:
        """Seconds without a key or a pointer; None where that cannot be told."""
        return self._idle.ask().seconds

    def busy(self) -> frozenset[Busy]:
        """What a prompt would interrupt."""
        return frozenset(Busy(one.kind.value) for one in self._busy.ask().held)

    def locked(self) -> bool:
        """Whether the screen is locked."""
        return self._lock.ask().locked is True

    def slept_s(self) -> float | None:
        """Seconds the computer slept since it booted; None where that cannot be told."""
        try:
            return suspend.suspended_s()
        except Unavailable:
            return None

    def unknown(self) -> dict[Busy, str]:
        """What cannot be told on this computer, with the reason."""
        return {Busy(kind.value): why for kind, why in self._busy.ask().unknown}

    def idle_reason(self) -> str:
        """Why nobody can tell whether somebody is there; "" where it can be told."""
        idle = self._idle.ask()
        return "" if idle.seconds is not None else idle.reason

    def close(self) -> None:
        """Leave what was connected."""
        self._idle.close()
        self._busy.close()
        self._lock.close()
