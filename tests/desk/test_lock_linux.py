from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.desk.capability import Unavailable
from supple.desk.lock_linux import SAVERS, LoginSession, ScreenSavers
from supple.desk.on_bus import Line
from supple.desk.session_bus import SessionBus
from supple.desk.system_bus import SystemBus

Serve = Callable[[dict[str, Any]], Any]
PROPERTIES = """<node><interface name="org.freedesktop.DBus.Properties"><method name="Get">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface></node>"""


def session(value: list[Any]) -> dict[str, Any]:
    path = "/org/freedesktop/login1/session/auto"
    spec = {"path": path, "xml": PROPERTIES, "reply": ["(v)", [value]]}
    return {"org.freedesktop.login1": spec}


def saver(service: str, path: str, reply: list[Any]) -> dict[str, Any]:
    kind = reply[0].strip("()")
    xml = f"""<node><interface name="{service}"><method name="GetActive">
        <arg type="{kind}" direction="out"/></method>
        <signal name="ActiveChanged"><arg type="b"/></signal></interface></node>"""
    return {service: {"path": path, "xml": xml, "reply": reply}}


@pytest.mark.usefixtures("system_bus")
@pytest.mark.parametrize("locked", [True, False])
def test_the_login_service_marks_the_session(locked: bool, serve: Serve) -> None:
    services = serve(session(["b", locked]))
    source = LoginSession(Line(SystemBus))
    assert source.locked() is locked
    assert services.next()["values"] == ["org.freedesktop.login1.Session", "LockedHint"]
    source.close()


@pytest.mark.usefixtures("system_bus")
def test_a_session_under_its_own_name_is_heard(serve: Serve, qtbot: QtBot) -> None:
    services = serve(session(["b", True]))
    changes: list[bool] = []
    source = LoginSession(Line(SystemBus))
    source.listen(lambda: changes.append(True))
    own = "/org/freedesktop/login1/session/_32"
    properties = "org.freedesktop.DBus.Properties"
    of = ("org.freedesktop.login1.Session", {}, ["LockedHint"])
    services.emit(own, properties, "PropertiesChanged", "(sa{sb}as)", *of)
    qtbot.waitUntil(lambda: bool(changes))
    source.close()


@pytest.mark.usefixtures("system_bus")
def test_an_odd_mark_is_told(serve: Serve) -> None:
    serve(session(["s", "perhaps"]))
    source = LoginSession(Line(SystemBus))
    with pytest.raises(Unavailable, match="no answer of yes or no"):
        source.locked()
    source.close()


@pytest.mark.parametrize("active", [True, False])
@pytest.mark.parametrize(("service", "path"), SAVERS)
def test_each_screen_saver_is_asked(service: str, path: str, active: bool, serve: Serve) -> None:
    serve(saver(service, path, ["(b)", [active]]))
    source = ScreenSavers(Line(SessionBus))
    assert source.locked() is active
    source.close()


def test_a_screen_saver_is_heard(serve: Serve, qtbot: QtBot) -> None:
    service, path = SAVERS[0]
    services = serve(saver(service, path, ["(b)", [False]]))
    changes: list[bool] = []
    source = ScreenSavers(Line(SessionBus))
    source.listen(lambda: changes.append(True))
    services.emit(path, service, "ActiveChanged", "(b)", True)
    qtbot.waitUntil(lambda: changes == [True])
    source.close()


def test_one_that_does_not_say_is_told(serve: Serve) -> None:
    service, path = SAVERS[0]
    serve(saver(service, path, ["(s)", ["perhaps"]]))
    source = ScreenSavers(Line(SessionBus))
    with pytest.raises(Unavailable, match=r"^org\.gnome\.ScreenSaver gave no answer"):
        source.locked()
    source.close()


@pytest.mark.usefixtures("session_bus")
def test_where_none_runs_there_is_nothing_to_listen_to() -> None:
    source = ScreenSavers(Line(SessionBus))
    with pytest.raises(Unavailable, match="none of the known screen savers runs"):
        source.listen(lambda: None)
    source.close()
