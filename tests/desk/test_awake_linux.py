from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from supple.desk.awake_linux import X11, GnomeSession, Portal, ScreenSaverService
from supple.desk.capability import Unavailable
from supple.desk.x11 import ScreenSaver

SCREEN_SAVER = {
    "org.freedesktop.ScreenSaver": {
        "path": "/org/freedesktop/ScreenSaver",
        "reply": ["(u)", [4000000000]],
        "xml": """<node><interface name="org.freedesktop.ScreenSaver">
            <method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
            <arg type="u" direction="out"/></method></interface></node>""",
    }
}
GNOME = {
    "org.gnome.SessionManager": {
        "path": "/org/gnome/SessionManager",
        "reply": ["(u)", [4000000000]],
        "xml": """<node><interface name="org.gnome.SessionManager">
            <method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/>
            <arg type="s" direction="in"/><arg type="u" direction="in"/>
            <arg type="u" direction="out"/></method></interface></node>""",
    }
}


def portal(annotation: str) -> dict[str, Any]:
    return {
        "org.freedesktop.portal.Desktop": {
            "path": "/org/freedesktop/portal/desktop",
            "reply": ["(o)", ["/org/freedesktop/portal/desktop/request/1_1/t"]],
            "xml": f"""<node><interface name="org.freedesktop.portal.Inhibit">
                <method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/>
                <arg type="a{{sv}}" direction="in"/>{annotation}
                <arg type="o" direction="out"/></method></interface></node>""",
        }
    }


ANNOTATED = '<annotation name="org.qtproject.QtDBus.QtTypeName.In2" value="QVariantMap"/>'
ALL = [
    pytest.param(ScreenSaverService(), SCREEN_SAVER, "(ss)", ["Supple", "Why"], id="screensaver"),
    pytest.param(GnomeSession(), GNOME, "(susu)", ["Supple", 0, "Why", 8], id="gnome"),
    pytest.param(Portal(), portal(ANNOTATED), "(sua{sv})", ["", 8, {"reason": "Why"}], id="portal"),
]


@pytest.mark.parametrize(("way", "spec", "types", "values"), ALL)
def test_it_is_asked_in_its_own_types_and_let_go(
    way: Any, spec: dict[str, Any], types: str, values: list[object], serve: Callable[..., Any]
) -> None:
    services = serve(spec)
    release = way.hold("Why")
    call = services.next()
    assert (call["method"], call["type"], call["values"]) == ("Inhibit", types, values)
    release()
    assert services.next()["event"] == "gone"
    release()


@pytest.mark.parametrize(("way", "spec", "types", "values"), ALL)
def test_a_refusal_leaves_no_connection(
    way: Any, spec: dict[str, Any], types: str, values: object, serve: Callable[..., Any]
) -> None:
    refusing = {name: {**service, "reply": "no"} for name, service in spec.items()}
    services = serve(refusing)
    with pytest.raises(Unavailable, match="no"):
        way.hold("Why")
    assert [services.next()["event"], services.next()["event"]] == ["call", "gone"]


@pytest.mark.usefixtures("session_bus")
@pytest.mark.parametrize("way", [ScreenSaverService(), GnomeSession(), Portal()])
def test_a_service_that_does_not_run_is_told(way: Any) -> None:
    with pytest.raises(Unavailable, match="does not run"):
        way.hold("Why")


def test_an_old_portal_that_qt_cannot_call_is_told(serve: Callable[..., Any]) -> None:
    serve(portal(""))
    with pytest.raises(Unavailable, match="does not offer Inhibit"):
        Portal().hold("Why")


@pytest.mark.usefixtures("x_display")
def test_x11_is_suspended_until_released(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    suspend = ScreenSaver.suspend

    def seen(self: ScreenSaver, on: bool) -> None:
        asked.append(on)
        suspend(self, on)

    monkeypatch.setattr(ScreenSaver, "suspend", seen)
    release = X11().hold("Why")
    assert asked == [True]
    release()
    assert asked == [True, False]
