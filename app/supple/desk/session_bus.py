"""The bus of whoever is logged in: desktop services listen there."""

from __future__ import annotations

import os
from pathlib import Path

from supple.desk.bus import Bus


def address() -> str | None:
    """Where the session bus listens; None where there is none."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if named:
        return named
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and (Path(runtime) / "bus").exists():
        return f"unix:path={runtime}/bus"
    return None


class SessionBus(Bus):
    """A connection of its own to the session bus."""

    def __init__(self) -> None:
        """Connect. Raises Unavailable where there is no session bus."""
        super().__init__("session", address())
