from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.inhibitors import GnomeInhibitors, LoginInhibitors, PowerInhibitors
from supple.desk.on_bus import Line
from supple.desk.session_bus import SessionBus
from supple.desk.system_bus import SystemBus

Serve = Callable[[dict[str, Any]], Any]
GNOME = "org.gnome.SessionManager"
PROPERTIES = """<node><interface name="org.freedesktop.DBus.Properties"><method name="Get">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface></node>"""
MANAGER = f"""<node><interface name="{GNOME}"><method name="GetInhibitors">
<arg type="ao" direction="out"/></method></interface></node>"""
INHIBITOR = f"""<node><interface name="{GNOME}.Inhibitor">
<method name="GetAppId"><arg type="s" direction="out"/></method>
<method name="GetFlags"><arg type="u" direction="out"/></method></interface></node>"""


def gnome(actions: int, *held: tuple[str, int]) -> dict[str, Any]:
    """A session in which programs, each with its flags, hold something up."""
    path = "/org/gnome/SessionManager"
    paths = [f"{path}/Inhibitor{number}" for number, _ in enumerate(held)]
    return {
        GNOME: [
            {"path": path, "xml": PROPERTIES, "reply": ["(v)", [["u", actions]]]},
            {"path": path, "xml": MANAGER, "reply": ["(ao)", [paths]]},
            *(
                {
                    "path": its_path,
                    "xml": INHIBITOR,
                    "replies": {"GetAppId": ["(s)", [name]], "GetFlags": ["(u)", [flags]]},
                }
                for its_path, (name, flags) in zip(paths, held, strict=True)
            ),
        ]
    }


def ask_gnome() -> Busy | None:
    sensor = GnomeInhibitors(Line(SessionBus))
    try:
        return sensor.ask()
    finally:
        sensor.close()


@pytest.mark.parametrize(
    ("actions", "held", "found"),
    [
        (0, [], None),
        (4, [("Backup", 4)], None),
        (12, [("Backup", 4), ("Firefox", 12)], Busy(BusyKind.AWAKE, "Firefox")),
        (8, [("Supple", 8)], None),
        (8, [("Supple", 8), ("Vlc", 8)], Busy(BusyKind.AWAKE, "Vlc")),
        (8, [], Busy(BusyKind.AWAKE)),
    ],
)
def test_gnome_tells_who_keeps_the_screen_on(
    actions: int, held: list[tuple[str, int]], found: Busy | None, serve: Serve
) -> None:
    serve(gnome(actions, *held))
    assert ask_gnome() == found


def test_a_session_that_names_nobody_is_believed_all_the_same(serve: Serve) -> None:
    spec = gnome(8)
    spec[GNOME] = spec[GNOME][:1]
    serve(spec)
    assert ask_gnome() == Busy(BusyKind.AWAKE)


def test_no_number_is_told(serve: Serve) -> None:
    path = "/org/gnome/SessionManager"
    serve({GNOME: {"path": path, "xml": PROPERTIES, "reply": ["(v)", [["s", "many"]]]}})
    with pytest.raises(Unavailable, match="no number"):
        ask_gnome()


KDE = "org.kde.Solid.PowerManagement.PolicyAgent"
KDE_XML = f"""<node><interface name="{KDE}"><method name="HasInhibition">
<arg type="u" direction="in"/><arg type="b" direction="out"/></method></interface></node>"""
SHARED = "org.freedesktop.PowerManagement"
SHARED_XML = f"""<node><interface name="{SHARED}.Inhibit"><method name="HasInhibit">
<arg type="b" direction="out"/></method></interface></node>"""


def kde(holds: bool) -> dict[str, Any]:
    path = "/org/kde/Solid/PowerManagement/PolicyAgent"
    return {KDE: {"path": path, "xml": KDE_XML, "reply": ["(b)", [holds]]}}


def shared(holds: bool) -> dict[str, Any]:
    path = "/org/freedesktop/PowerManagement/Inhibit"
    return {SHARED: {"path": path, "xml": SHARED_XML, "reply": ["(b)", [holds]]}}


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("spec", [kde, shared])
def test_power_services_tell_whether_the_screen_is_kept_on(
    spec: Callable[[bool], dict[str, Any]], holds: bool, serve: Serve
) -> None:
    serve(spec(holds))
    sensor = PowerInhibitors(Line(SessionBus))
    assert sensor.ask() == (Busy(BusyKind.AWAKE) if holds else None)
    sensor.close()


def test_kde_is_asked_for_the_screen_alone_and_believed_first(serve: Serve) -> None:
    services = serve({**kde(False), **shared(True)})
    sensor = PowerInhibitors(Line(SessionBus))
    assert sensor.ask() is None
    asked = services.next()
    assert (asked["method"], asked["type"], asked["values"]) == ("HasInhibition", "(u)", [4])
    sensor.close()


@pytest.mark.parametrize(
    ("what", "held"),
    [("", False), ("sleep:handle-lid-switch", False), ("sleep:idle", True), ("idle", True)],
)
@pytest.mark.usefixtures("system_bus")
def test_the_login_service_tells_it(what: str, held: bool, serve: Serve) -> None:
    path = "/org/freedesktop/login1"
    spec = {"path": path, "xml": PROPERTIES, "reply": ["(v)", [["s", what]]]}
    services = serve({"org.freedesktop.login1": spec})
    sensor = LoginInhibitors(Line(SystemBus))
    assert sensor.ask() == (Busy(BusyKind.AWAKE) if held else None)
    assert services.next()["values"] == ["org.freedesktop.login1.Manager", "BlockInhibited"]
    sensor.close()


@pytest.mark.usefixtures("session_bus")
@pytest.mark.parametrize("sensor", [GnomeInhibitors, PowerInhibitors, LoginInhibitors])
def test_a_service_that_does_not_run_is_told(sensor: Any) -> None:
    made = sensor(Line(SessionBus))
    with pytest.raises(Unavailable, match="does not run"):
        made.ask()
    made.close()
