"""The idle time that GNOME's compositor counts, under Wayland too."""

from __future__ import annotations

from supple.desk.capability import Unavailable
from supple.desk.on_bus import OnBus

SERVICE = "org.gnome.Mutter.IdleMonitor"


class GnomeIdle(OnBus):
    """Mutter's monitor of all input devices."""

    name = "GNOME"

    def seconds(self) -> float:
        """See ``Source``."""
        path = "/org/gnome/Mutter/IdleMonitor/Core"
        answer = self.bus.call(SERVICE, path, SERVICE, "GetIdletime")
        if not isinstance(answer, int):
            raise Unavailable(f"{SERVICE} gave no number")
        return answer / 1000
