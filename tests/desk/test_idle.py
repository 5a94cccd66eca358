from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.desk import idle
from supple.desk.capability import Unavailable

MUTTER = {
    "org.gnome.Mutter.IdleMonitor": {
        "path": "/org/gnome/Mutter/IdleMonitor/Core",
        "reply": ["(t)", [90500]],
        "xml": """<node><interface name="org.gnome.Mutter.IdleMonitor">
            <method name="GetIdletime"><arg type="t" direction="out"/></method>
            </interface></node>""",
    }
}


def test_gnome_tells_milliseconds(serve: Callable[..., Any]) -> None:
    serve(MUTTER)
    assert idle.gnome_idle_s() == 90.5
    assert idle.check().ok
    assert "90.5 s" in idle.check().reason


def test_gnome_that_gives_no_number_is_told(serve: Callable[..., Any]) -> None:
    odd = MUTTER["org.gnome.Mutter.IdleMonitor"]
    xml = str(odd["xml"]).replace('type="t"', 'type="s"')
    serve({"org.gnome.Mutter.IdleMonitor": {**odd, "xml": xml, "reply": ["(s)", ["long"]]}})
    with pytest.raises(Unavailable, match="no number"):
        idle.gnome_idle_s()


@pytest.mark.usefixtures("x_display")
def test_x11_tells_it() -> None:
    assert idle.x11_idle_s() >= 0
    assert idle.check().ok
    assert idle.check().reason.startswith("X11 says")


@pytest.mark.usefixtures("no_desktop")
def test_a_bare_machine_says_why_not() -> None:
    check = idle.check()
    assert not check.ok
    assert "no session bus" in check.reason
    assert "no X11 display" in check.reason


@pytest.mark.parametrize(
    ("platform", "names"),
    [("win32", ["Windows"]), ("darwin", ["macOS"]), ("linux", ["GNOME", "X11"])],
)
def test_each_system_has_its_sources(
    platform: str, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    sources = idle.sources()
    monkeypatch.undo()
    assert [name for name, _ in sources] == names


@pytest.mark.parametrize("seconds", [idle.windows_idle_s, idle.macos_idle_s])
def test_other_systems_sources_are_not_here(
    seconds: Callable[[], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(Unavailable, match="only for"):
        seconds()


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**31))
def test_a_count_that_begins_again_is_no_leap(then: int, passed: int) -> None:
    assert idle.ticks_between(then, (then + passed) % 2**32) == passed
