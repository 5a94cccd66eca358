"""The screen lock of Linux desktops."""

from __future__ import annotations

from collections.abc import Callable

from supple.desk.capability import Unavailable
from supple.desk.on_bus import OnBus

LOGIN = "org.freedesktop.login1"
SAVERS = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/"),
    ("org.xfce.ScreenSaver", "/"),
)
"""Service (and interface), path. GNOME's answers for GNOME, the second for KDE."""


class LoginSession(OnBus):
    """The mark that GNOME and KDE set on the session."""

    name = "login service"

    def locked(self) -> bool:
        """See ``LockSource``."""
        path = "/org/freedesktop/login1/session/auto"
        answer = self.bus.get(LOGIN, path, f"{LOGIN}.Session", "LockedHint")
        if not isinstance(answer, bool):
            raise Unavailable("it gave no answer of yes or no")
        return answer

    def listen(self, changed: Callable[[], None]) -> None:
        """See ``LockSource``."""
        self.locked()
        properties = "org.freedesktop.DBus.Properties"
        # From any session: the one called "auto" sends under its real name.
        self.bus.listen(LOGIN, "", properties, "PropertiesChanged", lambda _: changed())


class ScreenSavers(OnBus):
    """The screen savers, which mostly lock as they begin."""

    name = "screen saver service"

    def locked(self) -> bool:
        """See ``LockSource``."""
        bus, refused = self.bus, []
        for service, path in SAVERS:
            try:
                answer = bus.call(service, path, service, "GetActive")
            except Unavailable as why:
                refused.append(str(why))
                continue
            if isinstance(answer, bool):
                return answer
            refused.append(f"{service} gave no answer of yes or no")
        told = [why for why in refused if not why.endswith("does not run")]
        raise Unavailable("; ".join(told) or "none of the known screen savers runs")

    def listen(self, changed: Callable[[], None]) -> None:
        """See ``LockSource``."""
        self.locked()
        for service, _ in SAVERS:
            self.bus.listen("", "", service, "ActiveChanged", lambda _: changed())
