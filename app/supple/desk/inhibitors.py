"""Programs that keep the screen on, as films and calls do, told by three Linux services."""

from __future__ import annotations

from supple.desk.bus import paths_in
from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.on_bus import OnBus

OURS = "Supple"
IDLE = 8
"""GNOME's flag for "the session does not count as idle"."""
KDE_SCREEN = 4
"""KDE's flag for "the screen stays as it is"."""


class GnomeInhibitors(OnBus):
    """``org.gnome.SessionManager``: GNOME, MATE, Cinnamon; it names the programs."""

    name = "GNOME session"
    kind = BusyKind.AWAKE
    costly = False
    _service = "org.gnome.SessionManager"

    def ask(self) -> Busy | None:
        """See ``Sensor``. What we ask for ourselves does not count."""
        service = self._service
        actions = self.bus.get(service, "/org/gnome/SessionManager", service, "InhibitedActions")
        if not isinstance(actions, int):
            raise Unavailable(f"{service} gave no number")
        if not actions & IDLE:
            return None
        names = self._names()
        others = [name for name in names if name != OURS]
        return None if names and not others else Busy(self.kind, others[0] if others else "")

    def _names(self) -> list[str]:
        try:
            answer = self.bus.call(
                self._service, "/org/gnome/SessionManager", self._service, "GetInhibitors"
            )
            return [
                self._tell(path, "GetAppId")
                for path in paths_in(answer)
                if self._holds_the_screen(path)
            ]
        except Unavailable:
            return []  # that there is one is known; whose it is, is not

    def _holds_the_screen(self, path: str) -> bool:
        flags = self.bus.call(self._service, path, f"{self._service}.Inhibitor", "GetFlags")
        return isinstance(flags, int) and bool(flags & IDLE)

    def _tell(self, path: str, method: str) -> str:
        return str(self.bus.call(self._service, path, f"{self._service}.Inhibitor", method))


class PowerInhibitors(OnBus):
    """KDE's own power service, and the one that Xfce and others share."""

    name = "power service"
    kind = BusyKind.AWAKE
    costly = False

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        try:
            held = self._kde()
        except Unavailable:
            held = self._shared()
        return Busy(self.kind) if held else None

    def _kde(self) -> bool:
        service = "org.kde.Solid.PowerManagement.PolicyAgent"
        path = "/org/kde/Solid/PowerManagement/PolicyAgent"
        flags = (("uint", KDE_SCREEN),)
        return bool(self.bus.invoke(service, path, service, "HasInhibition", "bool", flags))

    def _shared(self) -> bool:
        service = "org.freedesktop.PowerManagement"
        path = "/org/freedesktop/PowerManagement/Inhibit"
        return bool(self.bus.call(service, path, f"{service}.Inhibit", "HasInhibit"))


class LoginInhibitors(OnBus):
    """``login1``: every Linux with systemd or elogind, whatever the desktop."""

    name = "login service"
    kind = BusyKind.AWAKE
    costly = False

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        service, path = "org.freedesktop.login1", "/org/freedesktop/login1"
        what = self.bus.get(service, path, f"{service}.Manager", "BlockInhibited")
        return Busy(self.kind) if "idle" in str(what).split(":") else None
