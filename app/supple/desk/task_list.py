"""Leaving a window out of the lists of open windows, which Qt offers no way for."""

from __future__ import annotations

from supple.desk.capability import Unavailable

LISTS = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")
"""What task bars and overviews go by."""


def leave_out(window: int) -> str:
    """Have task bars pass over ``window``, an X11 number, the next time it is shown.

    Call it while the window is hidden: window managers forget it with each time that a window
    goes. Returns why that cannot be; "" where it is done. Never raises.
    """
    from supple.desk.xcb import Display

    try:
        display = Display()
    except Unavailable as why:
        return str(why)
    try:
        display.add_to(window, "_NET_WM_STATE", LISTS)
    except Unavailable as why:
        return str(why)
    finally:
        display.close()
    return ""
