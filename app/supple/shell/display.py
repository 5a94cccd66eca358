"""Which window system Qt is to use, decided before Qt can end the process over it."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

from supple.core.problem import UserError

SOCKETS = Path("/tmp/.X11-unix")
"""Where X servers of this machine listen."""
_ABSTRACT = Path("/proc/net/unix")


def choose_platform(environment: MutableMapping[str, str] = os.environ) -> None:
    """Without a display draw into memory.

    Raises UserError for a display of this machine that is not there: Qt would only abort.
    """
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in environment:
        return
    display = environment.get("DISPLAY", "")
    if environment.get("WAYLAND_DISPLAY"):
        return
    if not display:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    elif not _answers(display):
        raise UserError(
            f"There is no screen at DISPLAY={display}. Start Supple from the desktop, or set "
            "DISPLAY to the screen you see; without DISPLAY it runs unseen, with its voice."
        )


def _answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return True  # of another machine, or of a form only X knows
    socket = SOCKETS / f"X{number}"
    if socket.exists():
        return True
    with suppress(OSError):
        return f"@{socket}" in _ABSTRACT.read_text(encoding="utf-8", errors="replace")
    return False
