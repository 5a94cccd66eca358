"""Desktop services as strict as the real ones. Run by a Python that has GLib, not by pytest.

Usage: strict_services.py SPEC, where SPEC is JSON: {name: {path, xml, reply, silent}}. ``reply``
is [type string, values], or a text to refuse with. Prints one JSON line for "ready", each call and
each peer that leaves the bus.
"""

import json
import sys

from gi.repository import Gio, GLib


def say(**values: object) -> None:
    print(json.dumps(values), flush=True)  # noqa: T201


def serve(bus: Gio.DBusConnection, name: str, spec: dict[str, object]) -> None:
    def called(_bus, _sender, _path, interface, method, arguments, invocation) -> None:
        say(
            event="call",
            interface=interface,
            method=method,
            type=arguments.get_type_string(),
            values=arguments.unpack(),
        )
        reply = spec.get("reply")
        if spec.get("silent"):
            return
        if isinstance(reply, str):
            invocation.return_dbus_error("org.test.Refused", reply)
        else:
            invocation.return_value(GLib.Variant(reply[0], tuple(map(value_of, reply[1]))))

    for interface in Gio.DBusNodeInfo.new_for_xml(spec["xml"]).interfaces:
        bus.register_object(spec["path"], interface, called, None, None)
    arguments = GLib.Variant("(su)", (name, 0))
    bus.call_sync(
        "org.freedesktop.DBus",
        "/org/freedesktop/DBus",
        "org.freedesktop.DBus",
        "RequestName",
        arguments,
        None,
        Gio.DBusCallFlags.NONE,
        -1,
        None,
    )


def value_of(plain: object) -> object:
    """A list is a type string and a value, for an answer that carries its own type."""
    return GLib.Variant(*plain) if isinstance(plain, list) else plain


def owner_changed(_bus, _sender, _path, _interface, _signal, arguments) -> None:
    name, _old, new = arguments.unpack()
    if name.startswith(":") and not new:
        say(event="gone", name=name)


def main() -> None:
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.signal_subscribe(
        "org.freedesktop.DBus",
        "org.freedesktop.DBus",
        "NameOwnerChanged",
        None,
        None,
        Gio.DBusSignalFlags.NONE,
        owner_changed,
    )
    for name, spec in json.loads(sys.argv[1]).items():
        serve(bus, name, spec)
    say(event="ready")
    GLib.MainLoop().run()


main()
