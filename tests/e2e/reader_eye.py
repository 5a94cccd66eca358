"""Reads windows as a screen reader does. Run by a Python that has Atspi, not by pytest.

Tells the session bus that a screen reader runs, prints {"ready": true} and then answers each JSON
line with one. {"wait": ["role", "pattern of the name"], "focused": true, "checked": true, "s": 10}
answers with the first control that fits, {"moved": "path"} once the keyboard is elsewhere, and
{"read": true} with everything that is shown, top to bottom.
"""

import json
import re
import sys
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# Its names for a control's value and table are old, and have no others in older releases.
warnings.simplefilter("ignore", DeprecationWarning)
LABELLED_BY = Atspi.RelationType.LABELLED_BY
LOOK_AGAIN_MS = 150
EVENTS = (
    "object:state-changed:focused",
    "object:state-changed:showing",
    "object:property-change:accessible-name",
    "object:children-changed",
    "window:activate",
)


def tell_that_a_reader_runs() -> None:
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    value = GLib.Variant(
        "(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True))
    )
    where = "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set"
    bus.call_sync(*where, value, None, Gio.DBusCallFlags.NONE, -1, None)


def told(node: Atspi.Accessible, path: str) -> dict:
    """What is said of one control; ``path`` is where it stands in the tree."""
    states = node.get_state_set()
    found = {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "path": path,
        "label": label_of(node),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "checked": states.contains(Atspi.StateType.CHECKED),
    }
    if node.get_value_iface() is not None:
        value = node.get_value_iface()
        found["value"] = [
            Atspi.Value.get_current_value(value),
            Atspi.Value.get_minimum_value(value),
            Atspi.Value.get_maximum_value(value),
        ]
    if node.get_table_iface() is not None:
        table = node.get_table_iface()
        rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
        found["rows"] = [
            [cell(Atspi.Table.get_accessible_at(table, r, c)) for c in range(columns)]
            for r in range(min(rows, 20))
        ]
    return found


def label_of(node: Atspi.Accessible) -> str:
    """What stands beside it and names it."""
    relations = [r for r in node.get_relation_set() if r.get_relation_type() == LABELLED_BY]
    return " ".join(r.get_target(0).get_name() or "" for r in relations)


def cell(node: Atspi.Accessible | None) -> str:
    return node.get_name() or "" if node is not None else ""


def nodes(node: Atspi.Accessible, path: str):
    """Everything that is shown, as it stands in the tree."""
    try:
        states = node.get_state_set()
        if path.count("/") > 1 and not states.contains(Atspi.StateType.VISIBLE):
            return
        yield told(node, path)
        if states.contains(Atspi.StateType.MANAGES_DESCENDANTS):
            return
        for number in range(node.get_child_count()):
            child = node.get_child_at_index(number)
            if child is not None:
                yield from nodes(child, f"{path}/{number}")
    except GLib.Error:
        # It went away meanwhile.
        return


def everything() -> list:
    found = []
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None:
            program.clear_cache()
            found += nodes(program, str(number))
    return found


def fits(found: dict, order: dict) -> bool:
    if "moved" in order:
        # A part that hands its focus on says that it has it, too: the innermost counts.
        return found["focused"] and found["path"] != order["moved"]
    role, words = order["wait"]
    same = (not role or found["role"] == role) and re.search(words, found["name"])
    return bool(same) and all(found[state] for state in ("focused", "checked") if order.get(state))


class Reader:
    """Answers until nothing more is asked."""

    def __init__(self) -> None:
        self.loop = GLib.MainLoop()
        self.again = False
        # Kept: a listener that is let go hears nothing.
        self.listener = Atspi.EventListener.new(self.heard)
        for name in EVENTS:
            self.listener.register(name)

    def heard(self, _event: Atspi.Event) -> None:
        self.again = True

    def wait(self, order: dict) -> dict:
        end = GLib.get_monotonic_time() + 1_000_000 * order.get("s", 15)
        context = self.loop.get_context()
        while True:
            seen = everything()
            # The innermost first, where several say that they have the keyboard.
            for found in reversed(seen) if "moved" in order else seen:
                if "moved" in order and not found["focused"]:
                    continue
                if fits(found, order):
                    return found
                if "moved" in order:
                    break
            if GLib.get_monotonic_time() > end:
                focused = [one for one in seen if one["focused"]]
                names = [f"{one['role']} {one['name']}" for one in seen if one["name"]]
                return {"missing": order, "focused": focused, "shown": names}
            self.again = False
            tick = GLib.timeout_add(LOOK_AGAIN_MS, self.look_again)
            while not self.again:
                context.iteration(True)
            if self.again is True:
                GLib.source_remove(tick)

    def look_again(self) -> bool:
        self.again = "tick"
        return False


def main() -> None:
    tell_that_a_reader_runs()
    Atspi.init()
    reader = Reader()
    print(json.dumps({"ready": True}), flush=True)  # noqa: T201
    for line in sys.stdin:
        order = json.loads(line)
        answer = {"all": everything()} if "read" in order else reader.wait(order)
        print(json.dumps(answer), flush=True)  # noqa: T201


main()
