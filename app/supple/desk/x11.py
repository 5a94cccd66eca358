"""The X11 screen-saver extension, through the libraries every X desktop has."""

from __future__ import annotations

import ctypes
import os
import sys

from supple.desk.capability import Unavailable


class _Info(ctypes.Structure):
    _fields_ = [
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    ]


def display_name() -> str:
    """The X11 display that the desktop is on. Raises Unavailable where there is none."""
    if not sys.platform.startswith("linux"):
        raise Unavailable("only for X11")
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        raise Unavailable("under Wayland an X11 program does not see the desktop")
    name = os.environ.get("DISPLAY")
    if not name:
        raise Unavailable("no X11 display")
    return name


class ScreenSaver:
    """An own connection to the X server; what it asked for ends when it is closed."""

    def __init__(self) -> None:
        """Connect. Raises Unavailable where that would not reach the desktop."""
        name = display_name()
        self._x11, self._xss = _libraries()
        self._display: int | None = self._x11.XOpenDisplay(None)
        if not self._display:
            raise Unavailable(f"the X11 display {name} does not answer")
        first = ctypes.c_int()
        if not self._xss.XScreenSaverQueryExtension(
            self._display, ctypes.byref(first), ctypes.byref(first)
        ):
            self.close()
            raise Unavailable("the X11 display has no screen-saver extension")

    def suspend(self, on: bool) -> None:
        """Hold the screen saver and the display's power saving off, or let them go again."""
        self._xss.XScreenSaverSuspend(self._display, int(on))
        self._x11.XSync(self._display, 0)

    def close(self) -> None:
        """Leave the display. Closing twice does nothing."""
        if self._display:
            self._x11.XCloseDisplay(self._display)
        self._display = None


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    try:
        x11, xss = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError as error:
        raise Unavailable(f"a library is missing ({error})") from error
    pointer = ctypes.c_void_p
    x11.XOpenDisplay.restype = pointer
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XCloseDisplay.argtypes = [pointer]
    x11.XSync.argtypes = [pointer, ctypes.c_int]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [pointer]
    xss.XScreenSaverQueryExtension.argtypes = [pointer, pointer, pointer]
    xss.XScreenSaverQueryInfo.argtypes = [pointer, ctypes.c_ulong, pointer]
    xss.XScreenSaverSuspend.argtypes = [pointer, ctypes.c_int]
    return x11, xss
