"""Do not disturb, as the notification services of Linux desktops tell it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.on_bus import OnBus
from supple.desk.program import output

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
SWITCHES = {
    "GNOME": ("org.gnome.desktop.notifications", "show-banners", False),
    "X-CINNAMON": ("org.cinnamon.desktop.notifications", "display-notifications", False),
    "MATE": ("org.mate.NotificationDaemon", "do-not-disturb", True),
}
"""Desktop: the schema and key of its switch, and what the switch says when nobody may disturb."""


class NotificationService(OnBus):
    """KDE's and dunst's notification service tell it, and so does Xfce's settings service."""

    name = "notifications"
    kind = BusyKind.DO_NOT_DISTURB
    costly = False

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        refused: list[str] = []
        for way in (self._kde, self._dunst, self._xfce):
            try:
                answer = way()
            except Unavailable as why:
                refused.append(str(why))
                continue
            if isinstance(answer, bool):
                return Busy(self.kind) if answer else None
            refused.append("it gave no answer of yes or no")
        raise Unavailable("; ".join(dict.fromkeys(refused)))

    def _kde(self) -> object:
        return self.bus.get(SERVICE, PATH, SERVICE, "Inhibited")

    def _dunst(self) -> object:
        return self.bus.get(SERVICE, PATH, "org.dunstproject.cmd0", "paused")

    def _xfce(self) -> object:
        service = "org.xfce.Xfconf"
        of = ("xfce4-notifyd", "/do-not-disturb")
        answer = self.bus.call(service, "/org/xfce/Xfconf", service, "GetProperty", of)
        return answer.variant() if hasattr(answer, "variant") else answer


class DesktopSwitch:
    """The switch in the settings of GNOME, Cinnamon and MATE, which is on no bus.

    ``gsettings`` is started for it (10 ms): the library itself ends a process that asks for
    settings which are not there.
    """

    name = "desktop settings"
    kind = BusyKind.DO_NOT_DISTURB
    costly = True

    def __init__(self, run: Callable[[list[str]], str] = output) -> None:
        self._run = run

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        schema, key, when_quiet = _switch(os.environ)
        answer = self._run(["gsettings", "get", schema, key]).strip()
        if answer not in ("true", "false"):
            raise Unavailable("it gave no answer of yes or no")
        return Busy(self.kind) if (answer == "true") is when_quiet else None

    def close(self) -> None:
        """Nothing is held open."""


def _switch(environment: Mapping[str, str]) -> tuple[str, str, bool]:
    desktop = environment.get("XDG_CURRENT_DESKTOP", "")
    for part in desktop.upper().split(":"):
        if part in SWITCHES:
            return SWITCHES[part]
    raise Unavailable(f"no switch is known for the desktop {desktop or 'in use'}")
