"""The bus of the whole computer: the service that knows of suspend and log-in listens there."""

from __future__ import annotations

import os
from pathlib import Path

from supple.desk.bus import Bus

PLACES = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")


def address() -> str | None:
    """Where the system bus listens; None where there is none."""
    named = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    if named:
        return named
    return next((f"unix:path={place}" for place in PLACES if Path(place).exists()), None)


class SystemBus(Bus):
    """A connection of its own to the system bus."""

    def __init__(self) -> None:
        """Connect. Raises Unavailable where there is no system bus."""
        super().__init__("system", address())
