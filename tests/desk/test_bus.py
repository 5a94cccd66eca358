from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.desk import bus as module
from supple.desk.bus import paths_in
from supple.desk.capability import Unavailable
from supple.desk.session_bus import SessionBus

XML = """<node><interface name="org.test.Lamp">
<method name="Dim"><arg type="s" direction="in"/><arg type="s" direction="out"/></method>
<method name="Set"><arg type="u" direction="in"/><arg type="u" direction="out"/></method>
<method name="Parts"><arg type="ao" direction="out"/></method>
<signal name="Dimmed"><arg type="s"/><arg type="b"/></signal>
</interface></node>"""
PROPERTIES = """<node><interface name="org.freedesktop.DBus.Properties"><method name="Get">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface></node>"""
Serve = Callable[[dict[str, Any]], Any]


def lamp(**values: object) -> dict[str, Any]:
    return {"org.test.Lamp": {"path": "/lamp", "xml": XML, **values}}


def dim(bus: SessionBus) -> object:
    return bus.call("org.test.Lamp", "/lamp", "org.test.Lamp", "Dim", ("low",))


def set_to(bus: SessionBus, kind: str = "uint", value: object = 5) -> object:
    return bus.invoke("org.test.Lamp", "/lamp", "org.test.Lamp", "Set", "uint", ((kind, value),))


@pytest.mark.usefixtures("no_desktop", "qapp")
def test_a_bus_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    with pytest.raises(Unavailable, match="does not answer"):
        SessionBus()


@pytest.mark.usefixtures("no_desktop")
def test_other_systems_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(Unavailable, match="only Linux"):
        SessionBus()


def test_texts_are_sent_and_answers_come_back(serve: Serve) -> None:
    services = serve(lamp(reply=["(s)", ["dimmed"]]))
    bus = SessionBus()
    assert dim(bus) == "dimmed"
    bus.close()
    assert services.next()["values"] == ["low"]


def test_an_unsigned_number_arrives_unsigned(serve: Serve) -> None:
    services = serve(lamp(reply=["(u)", [7]]))
    bus = SessionBus()
    assert set_to(bus) == 7
    bus.close()
    call = services.next()
    assert (call["type"], call["values"]) == ("(u)", [5])


def test_leaving_is_seen_by_the_others(serve: Serve) -> None:
    services = serve(lamp(reply=["(s)", ["x"]]))
    bus = SessionBus()
    dim(bus)
    bus.close()
    bus.close()
    assert [services.next()["event"], services.next()["event"]] == ["call", "gone"]
    with pytest.raises(Unavailable, match="closed"):
        dim(bus)


def test_two_connections_leave_one_by_one(serve: Serve) -> None:
    services = serve(lamp(reply=["(s)", ["x"]]))
    first, second = SessionBus(), SessionBus()
    first.close()
    assert services.next()["event"] == "gone"
    assert dim(second) == "x"
    second.close()
    assert [services.next()["event"] for _ in range(2)] == ["call", "gone"]


@pytest.mark.usefixtures("session_bus")
@pytest.mark.parametrize("ask", [dim, set_to])
def test_a_service_that_does_not_run_is_told(ask: Callable[[SessionBus], object]) -> None:
    bus = SessionBus()
    with pytest.raises(Unavailable, match=r"org\.test\.Lamp does not run"):
        ask(bus)
    bus.close()


def test_a_service_that_comes_later_is_found(serve: Serve, qtbot: QtBot) -> None:
    bus = SessionBus()
    for _ in range(3):
        with pytest.raises(Unavailable, match="does not run"):
            dim(bus)
    services = serve(lamp(reply=["(s)", ["dimmed"]]))

    def answers() -> bool:
        try:
            return dim(bus) == "dimmed"
        except Unavailable:
            return False

    qtbot.waitUntil(answers)
    services.process.terminate()
    services.process.wait()
    for _ in range(3):
        with pytest.raises(Unavailable, match="does not run"):
            dim(bus)
    serve(lamp(reply=["(s)", ["dimmed"]]))
    qtbot.waitUntil(answers)
    bus.close()


@pytest.mark.usefixtures("session_bus")
def test_an_absent_service_is_asked_for_twice_and_no_more(
    bus_process: subprocess.Popen[str], session_bus: str, tmp_path: Path
) -> None:
    monitor = shutil.which("dbus-monitor")
    if monitor is None:
        pytest.skip("needs the package dbus")
    log = tmp_path / "log"
    with (
        log.open("w") as out,
        subprocess.Popen(
            [monitor, "--address", session_bus, "member='Dim'"], stdout=out
        ) as process,
    ):
        bus = SessionBus()
        end = SessionBus()
        while "member=Dim" not in log.read_text():
            # Until the monitor listens.
            with pytest.raises(Unavailable):
                dim(end)
            end.close()
            end = SessionBus()
        seen = log.read_text().count("member=Dim")
        for _ in range(9):
            with pytest.raises(Unavailable, match="does not run"):
                dim(bus)
        with pytest.raises(Unavailable):
            dim(end)
        bus.close()
        end.close()
        process.terminate()
    assert log.read_text().count("member=Dim") <= seen + 4


@pytest.mark.parametrize("ask", [dim, set_to])
def test_a_refusal_is_told(ask: Callable[[SessionBus], object], serve: Serve) -> None:
    serve(lamp(reply="not today"))
    bus = SessionBus()
    with pytest.raises(Unavailable, match="refused: not today"):
        ask(bus)
    bus.close()


@pytest.mark.parametrize("ask", [dim, set_to])
def test_a_silent_service_does_not_hold_up_the_window(
    ask: Callable[[SessionBus], object], serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(lamp(silent=True))
    monkeypatch.setattr(module, "ANSWER_MS", 60)
    bus = SessionBus()
    with pytest.raises(Unavailable, match="does not answer"):
        ask(bus)
    bus.close()


def test_an_interface_or_method_that_is_not_offered_is_told(serve: Serve) -> None:
    serve(lamp(reply=["(u)", [7]]))
    bus = SessionBus()
    with pytest.raises(Unavailable, match=r"does not offer Set\(QString\)"):
        set_to(bus, "QString", "five")
    with pytest.raises(Unavailable, match=r"does not offer org\.test\.Other"):
        bus.invoke("org.test.Lamp", "/lamp", "org.test.Other", "Set", "uint", (("uint", 1),))
    bus.close()


@pytest.mark.parametrize("typed", [["b", True], ["u", 12], ["s", "warm"]])
def test_a_property_comes_out_of_its_wrapping(typed: list[object], serve: Serve) -> None:
    services = serve(
        {"org.test.Lamp": {"path": "/lamp", "xml": PROPERTIES, "reply": ["(v)", [typed]]}}
    )
    bus = SessionBus()
    assert bus.get("org.test.Lamp", "/lamp", "org.test.Lamp", "Colour") == typed[1]
    assert services.next()["values"] == ["org.test.Lamp", "Colour"]
    bus.close()


def test_a_list_of_paths_is_read(serve: Serve) -> None:
    serve(lamp(replies={"Parts": ["(ao)", [["/a", "/b"]]], "Dim": ["(s)", ["x"]]}))
    bus = SessionBus()
    answer = bus.call("org.test.Lamp", "/lamp", "org.test.Lamp", "Parts")
    assert paths_in(answer) == ["/a", "/b"]
    assert paths_in(dim(bus)) == []
    bus.close()


def test_signals_are_heard_until_closed(serve: Serve, qtbot: QtBot) -> None:
    services = serve(lamp(reply=["(s)", ["x"]]))
    heard: list[object] = []
    bus, other = SessionBus(), SessionBus()
    bus.listen("org.test.Lamp", "/lamp", "org.test.Lamp", "Dimmed", heard.append)
    last: list[object] = []
    other.listen("org.test.Lamp", "", "org.test.Lamp", "Dimmed", last.append)
    services.emit("/lamp", "org.test.Lamp", "Dimmed", "(sb)", "low", True)
    qtbot.waitUntil(lambda: bool(heard and last))
    assert heard == [["low", True]]
    bus.close()
    services.emit("/lamp", "org.test.Lamp", "Dimmed", "(sb)", "off", False)
    qtbot.waitUntil(lambda: len(last) == 2)
    assert len(heard) == 1
    other.close()


@pytest.mark.usefixtures("session_bus")
def test_a_closed_connection_does_not_live() -> None:
    bus = SessionBus()
    assert bus.lives
    bus.close()
    assert not bus.lives


@pytest.mark.usefixtures("session_bus")
def test_a_bus_that_ends_is_noticed(bus_process: subprocess.Popen[str], qtbot: QtBot) -> None:
    bus = SessionBus()
    bus_process.kill()
    bus_process.wait()
    with pytest.raises(Unavailable):
        dim(bus)
    qtbot.waitUntil(lambda: not bus.lives)
    bus.close()
