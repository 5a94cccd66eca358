"""Keeping the screen on under Linux: three services of the session bus, then X11 itself."""

from __future__ import annotations

from collections.abc import Callable

from supple.desk.session_bus import SessionBus
from supple.desk.x11 import ScreenSaver

APP = "Supple"
IDLE = 8
"""GNOME's and the portal's flag for "do not count the session as idle"."""


class ScreenSaverService:
    """``org.freedesktop.ScreenSaver``: GNOME, KDE, Xfce, Cinnamon."""

    name = "screen saver service"

    def hold(self, reason: str) -> Callable[[], None]:
        service = "org.freedesktop.ScreenSaver"
        return _on_bus(
            lambda bus: bus.call(
                service, "/org/freedesktop/ScreenSaver", service, "Inhibit", (APP, reason)
            )
        )


class GnomeSession:
    """``org.gnome.SessionManager``: GNOME, MATE, Cinnamon."""

    name = "GNOME session"

    def hold(self, reason: str) -> Callable[[], None]:
        service = "org.gnome.SessionManager"
        arguments = (("QString", APP), ("uint", 0), ("QString", reason), ("uint", IDLE))
        return _on_bus(
            lambda bus: bus.invoke(
                service, "/org/gnome/SessionManager", service, "Inhibit", "uint", arguments
            )
        )


class Portal:
    """``org.freedesktop.portal.Inhibit``: every desktop, also from inside a sandbox."""

    name = "desktop portal"

    def hold(self, reason: str) -> Callable[[], None]:
        arguments = (("QString", ""), ("uint", IDLE), ("QVariantMap", {"reason": reason}))
        return _on_bus(
            lambda bus: bus.invoke(
                "org.freedesktop.portal.Desktop",
                "/org/freedesktop/portal/desktop",
                "org.freedesktop.portal.Inhibit",
                "Inhibit",
                "QDBusObjectPath",
                arguments,
            )
        )


class X11:
    """The X server's own screen saver and display power saving."""

    name = "X11 screen saver"

    def hold(self, reason: str) -> Callable[[], None]:
        saver = ScreenSaver()
        saver.suspend(True)

        def release() -> None:
            saver.suspend(False)
            saver.close()

        return release


def _on_bus(ask: Callable[[SessionBus], object]) -> Callable[[], None]:
    # All three services end an inhibition when the connection that asked for it closes.
    bus = SessionBus()
    try:
        ask(bus)
    except BaseException:
        bus.close()
        raise
    return bus.close
