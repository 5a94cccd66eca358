"""Whether the window that has the keyboard fills the screen, under X11."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable

if TYPE_CHECKING:
    from supple.desk.xcb import Display


class X11FullScreen:
    """What the window manager says about the active window. Our own window does not count."""

    name = "X11"
    kind = BusyKind.FULL_SCREEN
    costly = False

    def __init__(self) -> None:
        self._display: Display | None = None

    def ask(self) -> Busy | None:
        """See ``Sensor``. A full screen beside the window worked in does not count either."""
        if self._display is not None and not self._display.lives:
            self.close()
        if self._display is None:
            from supple.desk.xcb import Display

            self._display = Display()
        display = self._display
        if not display.numbers(display.root, "_NET_SUPPORTING_WM_CHECK"):
            raise Unavailable("no window manager tells which window is active")
        active = display.numbers(display.root, "_NET_ACTIVE_WINDOW")
        if not active or not active[0]:
            return None
        window = active[0]
        full = display.atom("_NET_WM_STATE_FULLSCREEN")
        if not full or full not in display.numbers(window, "_NET_WM_STATE"):
            return None
        if os.getpid() in display.numbers(window, "_NET_WM_PID"):
            return None
        return Busy(self.kind, class_name(display.raw(window, "WM_CLASS")))

    def close(self) -> None:
        """See ``Sensor``."""
        display, self._display = self._display, None
        if display is not None:
            display.close()


def class_name(raw: bytes) -> str:
    """The program's name in a ``WM_CLASS``: the second of two texts that end in zero."""
    parts = [part for part in raw.decode("utf-8", "replace").split("\0") if part]
    name = parts[-1] if parts else ""
    return name[:1].upper() + name[1:]
