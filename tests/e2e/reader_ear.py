"""Takes what a screen reader would be told. Run by a Python that has Atspi, not by pytest.

Tells the session bus that a screen reader runs, prints {"event": "ready"} and then one JSON line
for each announcement.
"""

import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402


def say(**values: object) -> None:
    print(json.dumps(values), flush=True)  # noqa: T201


def announced(event: Atspi.Event) -> None:
    say(event="announcement", text=event.any_data, politeness=event.detail1)


def main() -> None:
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    value = GLib.Variant(
        "(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True))
    )
    bus.call_sync(
        "org.a11y.Bus",
        "/org/a11y/bus",
        "org.freedesktop.DBus.Properties",
        "Set",
        value,
        None,
        Gio.DBusCallFlags.NONE,
        -1,
        None,
    )
    Atspi.init()
    listener = Atspi.EventListener.new(announced)
    listener.register("object:announcement")
    say(event="ready")
    Atspi.event_main()


main()
