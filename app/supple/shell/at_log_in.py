"""Whether the program starts with the computer, as the settings have it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supple.desk.autostart import Autostart
    from supple.shell.deps import Deps

log = logging.getLogger(__name__)


class AtLogIn:
    """Writes what the desktop starts at log-in, or takes it away."""

    def __init__(self, deps: Deps, tell: Callable[[str], None]) -> None:
        """``tell``: why it is not to be had here."""
        self._deps = deps
        self._tell = tell
        self._starts = deps.settings.start_with_system

    def look(self) -> None:
        """Write anew what was written, as for a program that was moved."""
        if self._starts:
            self._do(lambda autostart: autostart.keep(True))

    def follow(self) -> None:
        """The settings have changed."""
        wanted = self._deps.settings.start_with_system
        if wanted != self._starts:
            self._starts = wanted
            self._do(lambda autostart: autostart.turn(wanted))

    def _do(self, act: Callable[[Autostart], object]) -> None:
        from supple.desk.autostart import Autostart, this_program
        from supple.desk.capability import Unavailable

        named = self._deps.profile
        profile = ("--profile", str(named.expanduser().absolute())) if named else ()
        try:
            act(Autostart(this_program("--tray", *profile)))
        except Unavailable as why:
            log.warning("starting with the computer: %s", why)
            self._tell(f"Supple cannot start with the computer: {why}.")
