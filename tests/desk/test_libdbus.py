from __future__ import annotations

import ctypes
import select
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from supple.desk.capability import Unavailable
from supple.desk.libdbus import NUMBERS, Connection, Signal, Typed

Serve = Callable[[dict[str, Any]], Any]


def lamp(takes: str, gives: str, **values: object) -> dict[str, Any]:
    """A service whose one method takes and gives single values of these types."""
    ins = "".join(f'<arg type="{kind}" direction="in"/>' for kind in takes.split())
    outs = "".join(f'<arg type="{kind}" direction="out"/>' for kind in gives.split())
    xml = f"""<node><interface name="org.test.Lamp"><method name="Dim">{ins}{outs}</method>
        <signal name="Dimmed"><arg type="u"/><arg type="s"/></signal></interface></node>"""
    return {"org.test.Lamp": {"path": "/lamp", "xml": xml, **values}}


def dim(connection: Connection, *arguments: Typed, wait_ms: int = 700) -> tuple[object, ...]:
    return connection.call("org.test.Lamp", "/lamp", "org.test.Lamp", "Dim", arguments, wait_ms)


@pytest.fixture
def connection(session_bus: str) -> Connection:
    return Connection(session_bus)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *[("y", 255), ("b", True), ("n", -3), ("q", 65535), ("i", -1), ("u", 4000000000)],
        *[("x", -(2**40)), ("t", 2**63), ("s", "schön"), ("as", ["a", "ü"]), ("as", [])],
        ("a{sv}", {}),
    ],
)
def test_values_arrive_in_their_own_types(
    kind: str, value: object, connection: Connection, serve: Serve
) -> None:
    services = serve(lamp(kind, "s", reply=["(s)", ["x"]]))
    assert dim(connection, (kind, value)) == ("x",)
    call = services.next()
    assert (call["type"], call["values"]) == (f"({kind})", [value])
    connection.close()


def test_a_table_keeps_the_type_of_each_value(connection: Connection, serve: Serve) -> None:
    services = serve(lamp("a{sv} i", "s", reply=["(s)", ["x"]]))
    table: Typed = ("a{sv}", {"urgency": ("y", 1), "name": ("s", "supple"), "on": ("b", True)})
    dim(connection, table, ("i", -1))
    assert services.next()["values"] == [{"urgency": 1, "name": "supple", "on": True}, -1]
    connection.close()


@pytest.mark.parametrize(
    ("kind", "value", "comes"),
    [
        *[("u", 4000000000, 4000000000), ("i", -5, -5), ("t", 2**63, 2**63), ("b", True, True)],
        *[("s", "schön", "schön"), ("o", "/a", "/a"), ("as", ["a", "b"], ("a", "b"))],
        *[("as", [], ()), ("ai", [1], None)],
    ],
)
def test_answers_are_read(
    kind: str, value: object, comes: object, connection: Connection, serve: Serve
) -> None:
    serve(lamp("", kind, reply=[f"({kind})", [value]]))
    assert dim(connection) == (comes,)
    connection.close()


def test_text_that_a_bus_refuses_is_sent_without_what_it_refuses(
    connection: Connection, serve: Serve
) -> None:
    services = serve(lamp("s", "s", reply=["(s)", ["x"]]))
    dim(connection, ("s", "a\0b\ud800c"))
    assert services.next()["values"] == ["ab?c"]
    connection.close()


def test_signals_are_heard(connection: Connection, serve: Serve) -> None:
    services = serve(lamp("", "s", reply=["(s)", ["x"]]))
    connection.match("type='signal',interface='org.test.Lamp'")
    dim(connection)  # the service is there, and so is the rule
    services.emit("/lamp", "org.test.Lamp", "Dimmed", "(us)", 7, "low")
    heard: list[Signal] = []
    while not heard:
        assert select.select([connection.handle], [], [], 10)[0]
        heard = [signal for signal in connection.signals() if signal.member == "Dimmed"]
    assert heard == [Signal("Dimmed", (7, "low"))]
    connection.close()


def test_refusals_are_told(connection: Connection, serve: Serve) -> None:
    with pytest.raises(Unavailable, match=r"org\.test\.Lamp does not run"):
        dim(connection)
    serve(lamp("u", "s", reply="not today"))
    with pytest.raises(Unavailable, match="refused: not today"):
        dim(connection, ("u", 5))
    with pytest.raises(Unavailable, match="does not match expected type"):
        dim(connection, ("i", 5))
    connection.close()


def test_a_silent_service_does_not_hold_up_the_window(connection: Connection, serve: Serve) -> None:
    serve(lamp("", "s", silent=True))
    with pytest.raises(Unavailable, match="does not answer"):
        dim(connection, wait_ms=60)
    connection.close()


def test_a_closed_connection_is_told(connection: Connection) -> None:
    assert connection.lives
    connection.close()
    connection.close()
    assert not connection.lives
    with pytest.raises(Unavailable, match="closed"):
        dim(connection)


@pytest.mark.usefixtures("no_desktop")
def test_a_bus_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="does not answer"):
        Connection(f"unix:path={tmp_path}/none")


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    with pytest.raises(Unavailable, match=r"library is missing \(libdbus"):
        Connection("unix:path=/none")


def test_every_number_of_the_bus_has_its_width() -> None:
    widths = {kind: ctypes.sizeof(number) for kind, number in NUMBERS.items()}
    assert widths == {"y": 1, "b": 4, "n": 2, "q": 2, "i": 4, "u": 4, "x": 8, "t": 8}
