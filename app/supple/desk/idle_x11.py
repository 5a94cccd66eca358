"""The idle time that the X server counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.desk.xcb import Display


class X11Idle:
    """The screen-saver extension of the X server."""

    name = "X11"

    def __init__(self) -> None:
        self._display: Display | None = None

    def seconds(self) -> float:
        """See ``Source``."""
        if self._display is not None and not self._display.lives:
            self.close()
        if self._display is None:
            from supple.desk.xcb import Display

            self._display = Display()
        return self._display.idle_s()

    def close(self) -> None:
        """See ``Source``."""
        display, self._display = self._display, None
        if display is not None:
            display.close()
