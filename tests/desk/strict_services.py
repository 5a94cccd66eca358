"""Desktop services as strict as the real ones. Run by a Python that has GLib, not by pytest.

Usage: strict_services.py SPEC, where SPEC is JSON: {name: object or list of objects}, an object
being {path, xml, reply, replies, silent}. ``reply`` is [type string, values], or a text to refuse
with; ``replies`` holds one for each method, or for each property after its name. Prints one JSON
line for "ready", each call and each peer that leaves the bus. Emits the signals it is told on
stdin, one JSON line each: [path, interface, name, type string, values].
"""

import json
import sys

from gi.repository import Gio, GLib


def say(**values: object) -> None:
    print(json.dumps(values), flush=True)  # noqa: T201


def serve(bus: Gio.DBusConnection, spec: dict[str, object]) -> None:
    def called(_bus, _sender, _path, interface, method, arguments, invocation) -> None:
        say(
            event="call",
            interface=interface,
            method=method,
            type=arguments.get_type_string(),
            values=arguments.unpack(),
        )
        if spec.get("silent"):
            return
        reply = reply_to(spec, method, arguments.unpack())
        if isinstance(reply, str):
            invocation.return_dbus_error("org.test.Refused", reply)
        else:
            values = reply[1] if "v" not in reply[0] else map(value_of, reply[1])
            invocation.return_value(GLib.Variant(reply[0], tuple(values)))

    for interface in Gio.DBusNodeInfo.new_for_xml(spec["xml"]).interfaces:
        bus.register_object(spec["path"], interface, called, None, None)


def reply_to(spec: dict[str, object], method: str, values: tuple[object, ...]) -> object:
    asked = values[1] if method == "Get" and len(values) == 2 else method
    return spec.get("replies", {}).get(asked, spec.get("reply", f"nothing is known of {asked}"))


def own(bus: Gio.DBusConnection, name: str) -> None:
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


def told(channel: GLib.IOChannel, _condition: object, bus: Gio.DBusConnection) -> bool:
    line = channel.readline()
    if line:
        path, interface, name, type_string, values = json.loads(line)
        shown = values if "v" not in type_string else map(value_of, values)
        bus.emit_signal(None, path, interface, name, GLib.Variant(type_string, tuple(shown)))
        bus.flush_sync()
        say(event="sent")
    return bool(line)


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
        for one in spec if isinstance(spec, list) else [spec]:
            serve(bus, one)
        own(bus, name)
    channel = GLib.IOChannel.unix_new(sys.stdin.fileno())
    GLib.io_add_watch(channel, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, told, bus)
    say(event="ready")
    GLib.MainLoop().run()


main()
