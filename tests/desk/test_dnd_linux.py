from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.dnd_linux import DesktopSwitch, NotificationService
from supple.desk.on_bus import Line
from supple.desk.session_bus import SessionBus

Serve = Callable[[dict[str, Any]], Any]
QUIET = Busy(BusyKind.DO_NOT_DISTURB)
PROPERTIES = """<node><interface name="org.freedesktop.DBus.Properties"><method name="Get">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface></node>"""
XFCONF = """<node><interface name="org.xfce.Xfconf"><method name="GetProperty">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface></node>"""


def notifications(**replies: list[Any]) -> dict[str, Any]:
    path = "/org/freedesktop/Notifications"
    spec = {"path": path, "xml": PROPERTIES, "replies": replies}
    return {"org.freedesktop.Notifications": spec}


def ask() -> Busy | None:
    sensor = NotificationService(Line(SessionBus))
    try:
        return sensor.ask()
    finally:
        sensor.close()


@pytest.mark.parametrize("name", ["Inhibited", "paused"])
@pytest.mark.parametrize("on", [True, False])
def test_kde_and_dunst_tell_it(name: str, on: bool, serve: Serve) -> None:
    serve(notifications(**{name: ["(v)", [["b", on]]]}))
    assert ask() == (QUIET if on else None)


@pytest.mark.parametrize("on", [True, False])
def test_xfce_tells_it(on: bool, serve: Serve) -> None:
    spec = {"path": "/org/xfce/Xfconf", "xml": XFCONF, "reply": ["(v)", [["b", on]]]}
    services = serve({"org.xfce.Xfconf": spec})
    assert ask() == (QUIET if on else None)
    assert services.next()["values"] == ["xfce4-notifyd", "/do-not-disturb"]


def test_an_answer_that_is_neither_yes_nor_no_is_told(serve: Serve) -> None:
    serve(notifications(Inhibited=["(v)", [["s", "perhaps"]]]))
    with pytest.raises(Unavailable, match="no answer of yes or no"):
        ask()


@pytest.mark.usefixtures("session_bus")
def test_services_that_do_not_run_are_told_once_each() -> None:
    with pytest.raises(Unavailable) as why:
        ask()
    assert str(why.value) == (
        "org.freedesktop.Notifications does not run; org.xfce.Xfconf does not run"
    )


@pytest.mark.parametrize(
    ("desktop", "asked", "answer", "quiet"),
    [
        ("GNOME", "org.gnome.desktop.notifications show-banners", "false", True),
        ("ubuntu:GNOME", "org.gnome.desktop.notifications show-banners", "true", False),
        ("X-Cinnamon", "org.cinnamon.desktop.notifications display-notifications", "false", True),
        ("MATE", "org.mate.NotificationDaemon do-not-disturb", "true", True),
        ("MATE", "org.mate.NotificationDaemon do-not-disturb", "false", False),
    ],
)
def test_each_desktop_has_its_switch(
    desktop: str, asked: str, answer: str, quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    commands: list[str] = []

    def run(command: list[str]) -> str:
        commands.append(" ".join(command))
        return f"{answer}\n"

    switch = DesktopSwitch(run)
    assert switch.ask() == (QUIET if quiet else None)
    assert commands == [f"gsettings get {asked}"]
    switch.close()


@pytest.mark.parametrize(
    ("desktop", "words"), [("KDE", "the desktop KDE"), ("", "the desktop in use")]
)
def test_other_desktops_are_not_asked(
    desktop: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    with pytest.raises(Unavailable, match=words):
        DesktopSwitch(lambda _: pytest.fail("asked")).ask()


def test_an_odd_answer_of_the_settings_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    with pytest.raises(Unavailable, match="no answer of yes or no"):
        DesktopSwitch(lambda _: "perhaps").ask()
