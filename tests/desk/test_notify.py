from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple import APP_ID
from supple.desk import notify
from supple.desk.notify import Button, Notifier

Serve = Callable[[dict[str, Any]], Any]
NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
# As GNOME's is: without a hint for Qt what its table of hints is.
XML = f"""<node><interface name="{NAME}">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method></interface></node>"""
BUTTONS = (Button("start", "Start"), Button("snooze", "In 5 minutes"))


def service(*abilities: str, number: int = 4000000000, **replies: object) -> dict[str, Any]:
    known = {
        "GetCapabilities": ["(as)", [list(abilities)]],
        "Notify": ["(u)", [number]],
        "CloseNotification": ["()", []],
        **replies,
    }
    return {NAME: {"path": PATH, "xml": XML, "replies": known}}


class Person:
    """What came of a notification."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.notifier = Notifier(self.log.append, lambda: self.log.append("closed"))


@pytest.fixture
def person(qapp: object) -> Person:
    return Person()


def call(services: Any, method: str) -> dict[str, Any]:
    """The next call of ``method``."""
    while True:
        line: dict[str, Any] = services.next()
        if line.get("method") == method:
            return line


def test_it_is_shown_in_the_types_of_the_standard(serve: Serve, person: Person) -> None:
    services = serve(service("actions"))
    assert person.notifier.show("Time to stretch", "Desk break, 3 min", BUTTONS) == ""
    sent = call(services, "Notify")
    assert sent["type"] == "(susssasa{sv}i)"
    actions = ["default", "Time to stretch", "start", "Start", "snooze", "In 5 minutes"]
    hints = {"urgency": 1, "desktop-entry": APP_ID}
    assert sent["values"] == [
        *["Supple", 0, APP_ID, "Time to stretch", "Desk break, 3 min", actions, hints, -1]
    ]
    person.notifier.close()


def test_how_long_it_stays_is_told_in_milliseconds(serve: Serve, person: Person) -> None:
    services = serve(service())
    person.notifier.show("a", "b", lasts_s=20.5)
    sent = call(services, "Notify")["values"]
    assert (sent[5], sent[7]) == ([], 20_500)
    person.notifier.close()


@pytest.mark.parametrize(
    ("abilities", "shown"),
    [(["body-markup"], "3 &lt; 5 &amp; 7 &gt; 5"), (["body"], "3 < 5 & 7 > 5")],
)
def test_no_text_is_taken_for_markup(
    abilities: list[str], shown: str, serve: Serve, person: Person
) -> None:
    services = serve(service(*abilities))
    person.notifier.show("a", "3 < 5 & 7 > 5")
    assert call(services, "Notify")["values"][4] == shown
    person.notifier.close()


def test_a_press_comes_once_and_closing_after_it_is_no_second_answer(
    serve: Serve, person: Person, qtbot: QtBot
) -> None:
    services = serve(service("actions"))
    person.notifier.show("a", "b", BUTTONS)
    services.emit(PATH, NAME, "ActionInvoked", "(us)", 7, "start")
    services.emit(PATH, NAME, "ActivationToken", "(us)", 4000000000, "wayland-1")
    services.emit(PATH, NAME, "ActionInvoked", "(us)", 4000000000, "snooze")
    services.emit(PATH, NAME, "NotificationClosed", "(uu)", 4000000000, 2)
    # Its answer comes behind all of them.
    person.notifier.abilities()
    qtbot.waitUntil(lambda: bool(person.log))
    assert person.log == ["snooze"]
    assert person.notifier.token == "wayland-1"
    person.notifier.close()


def test_what_came_while_the_service_was_asked_is_not_lost(
    serve: Serve, person: Person, qtbot: QtBot
) -> None:
    services = serve(service("actions"))
    person.notifier.show("a", "b", BUTTONS)
    services.emit(PATH, NAME, "ActionInvoked", "(us)", 4000000000, "start")
    # Its answer comes behind the signal, so that a call reads both.
    person.notifier.abilities()
    qtbot.waitUntil(lambda: person.log == ["start"])
    person.notifier.close()


def test_one_that_goes_unused_is_told(serve: Serve, person: Person, qtbot: QtBot) -> None:
    services = serve(service("actions"))
    person.notifier.show("a", "b", BUTTONS)
    services.emit(PATH, NAME, "NotificationClosed", "(uu)", 4000000000, 1)
    qtbot.waitUntil(lambda: person.log == ["closed"])
    person.notifier.close()


def test_a_second_takes_the_place_of_the_first(serve: Serve, person: Person) -> None:
    services = serve(service("actions"))
    person.notifier.show("a", "b", BUTTONS)
    person.notifier.show("c", "d", BUTTONS)
    assert [call(services, "Notify")["values"][1] for _ in range(2)] == [0, 4000000000]
    person.notifier.close()


def test_it_is_taken_back_once(serve: Serve, person: Person) -> None:
    services = serve(service("actions"))
    person.notifier.show("a", "b", BUTTONS)
    person.notifier.take_back()
    person.notifier.take_back()
    assert call(services, "CloseNotification")["values"] == [4000000000]
    person.notifier.close()
    assert services.next()["event"] == "gone"
    assert person.log == []


def test_the_connection_stays_while_it_is_shown(serve: Serve, person: Person) -> None:
    services = serve(service("actions"))
    person.notifier.show("a", "b", BUTTONS)
    call(services, "Notify")
    person.notifier.close()
    assert services.next()["event"] == "gone"


def test_a_service_without_buttons_is_refused_when_there_are_some(
    serve: Serve, person: Person
) -> None:
    serve(service("body"))
    assert person.notifier.show("a", "b", BUTTONS) == "the notification service has no buttons"
    assert person.notifier.show("a", "b") == ""
    person.notifier.close()
    assert notify.check().reason == "the notification service has no buttons"


def test_a_refusal_is_told(serve: Serve, person: Person) -> None:
    serve(service("actions", Notify="too many"))
    assert person.notifier.show("a", "b", BUTTONS) == f"{NAME} refused: too many"
    person.notifier.take_back()


@pytest.mark.usefixtures("session_bus")
def test_without_a_service_it_is_told(person: Person) -> None:
    assert person.notifier.show("a", "b", BUTTONS) == f"{NAME} does not run"
    assert not notify.check().ok


def test_a_bus_that_ends_takes_nothing_with_it(
    serve: Serve, person: Person, qtbot: QtBot, bus_process: subprocess.Popen[str]
) -> None:
    serve(service("actions"))
    assert person.notifier.show("a", "b", BUTTONS) == ""
    bus_process.kill()
    qtbot.waitUntil(lambda: person.notifier._connection is None)
    assert person.notifier._ear is None
    assert person.notifier.show("a", "b") == "the session bus does not answer"
    assert person.log == []


@pytest.mark.usefixtures("no_desktop")
def test_a_bare_machine_is_told(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert person.notifier.show("a", "b") == "no session bus"
    person.notifier.take_back()
    monkeypatch.setattr("sys.platform", "win32")
    assert "only known on Linux" in person.notifier.show("a", "b")


def test_a_service_with_buttons_passes_the_self_test(serve: Serve) -> None:
    serve(service("actions"))
    assert notify.check().ok


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys; from supple.desk.notify import Notifier; Notifier(print, print); "
    code += "print({m.split('.')[0] for m in sys.modules} & {'PySide6', 'ctypes'})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
