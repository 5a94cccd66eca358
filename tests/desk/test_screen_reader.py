from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from supple.desk import screen_reader
from supple.desk.capability import Check, Unavailable
from supple.desk.screen_reader import Reading, linux_reader, reading

XML = """<node><interface name="org.freedesktop.DBus.Properties"><method name="Get">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface></node>"""
Serve = Callable[[dict[str, Any]], Any]


def status(**values: object) -> dict[str, Any]:
    return {"org.a11y.Bus": {"path": "/org/a11y/bus", "xml": XML, **values}}


@pytest.mark.parametrize("runs", [True, False])
def test_the_session_bus_is_asked_for_a_running_reader(serve: Serve, runs: bool) -> None:
    services = serve(status(reply=["(v)", [["b", runs]]]))
    assert linux_reader() is runs
    call = services.next()
    assert (call["interface"], call["method"]) == ("org.freedesktop.DBus.Properties", "Get")
    assert call["values"] == ["org.a11y.Status", "ScreenReaderEnabled"]
    assert services.next()["event"] == "gone"


def test_an_answer_that_is_neither_yes_nor_no_is_told(serve: Serve) -> None:
    serve(status(reply=["(v)", [["s", "perhaps"]]]))
    assert reading(linux_reader) == Reading(None, "org.a11y.Bus gave no answer of yes or no")


def test_a_refusal_is_told(serve: Serve) -> None:
    serve(status(reply="not today"))
    assert reading(linux_reader) == Reading(None, "org.a11y.Bus refused: not today")


@pytest.mark.usefixtures("session_bus")
def test_a_desktop_without_assistive_services_is_told() -> None:
    assert reading(linux_reader) == Reading(None, "org.a11y.Bus does not run")


@pytest.mark.usefixtures("no_desktop")
def test_a_bare_machine_is_told() -> None:
    assert reading(linux_reader) == Reading(None, "no session bus")


@pytest.mark.parametrize("ask", [screen_reader.windows_reader, screen_reader.macos_reader])
def test_the_ways_of_other_systems_say_so(ask: Callable[[], bool]) -> None:
    with pytest.raises(Unavailable, match="only for"):
        ask()


@pytest.mark.parametrize(
    ("platform", "name"),
    [("win32", "windows_reader"), ("darwin", "macos_reader"), ("linux", "linux_reader")],
)
def test_each_system_has_its_way(platform: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    ask = screen_reader.ask_of_this_system()
    monkeypatch.undo()
    assert ask.__name__ == name


@pytest.mark.parametrize(("runs", "words"), [(True, "one runs"), (False, "none runs")])
def test_what_is_found_is_a_line_of_the_self_test(
    runs: bool, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_reader, "ask_of_this_system", lambda: lambda: runs)
    assert screen_reader.check() == Check("screen reader", True, f"asked for: {words}")


def test_where_nobody_can_tell_the_self_test_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> bool:
        raise Unavailable("no session bus")

    monkeypatch.setattr(screen_reader, "ask_of_this_system", lambda: refuse)
    assert screen_reader.check() == Check("screen reader", False, "asked for: no session bus")
