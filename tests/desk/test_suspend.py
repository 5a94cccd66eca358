from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from supple.desk import suspend
from supple.desk.capability import Unavailable

PATH, MANAGER = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
XML = f"""<node><interface name="org.freedesktop.DBus.Properties"><method name="Get">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
</method></interface><interface name="{MANAGER}"><signal name="PrepareForSleep"><arg type="b"/>
</signal></interface></node>"""
LOGIN = {"org.freedesktop.login1": {"path": PATH, "xml": XML, "reply": ["(v)", [["b", False]]]}}


@pytest.mark.usefixtures("system_bus")
def test_going_to_sleep_and_waking_are_told(serve: Callable[..., Any], qtbot: QtBot) -> None:
    login = serve(LOGIN)
    told: list[str] = []
    watching = suspend.watch(lambda: told.append("going"), lambda: told.append("woke"))
    assert watching
    assert (watching.how, watching.why_not) == ("login service", "")
    for asleep in (True, False):
        login.emit(PATH, MANAGER, "PrepareForSleep", "(b)", asleep)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["going", "woke"]
    watching.close()
    assert [login.next()["event"] for _ in range(2)] == ["call", "gone"]


@pytest.mark.usefixtures("system_bus")
def test_a_signal_that_says_nothing_is_passed_over(serve: Callable[..., Any], qtbot: QtBot) -> None:
    login = serve(LOGIN)
    told: list[str] = []
    watching = suspend.watch(lambda: told.append("going"), lambda: told.append("woke"))
    login.emit(PATH, MANAGER, "PrepareForSleep", "(s)", "perhaps")
    login.emit(PATH, MANAGER, "PrepareForSleep", "(b)", True)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["going"]
    watching.close()


@pytest.mark.usefixtures("system_bus")
def test_without_the_login_service_it_is_told_why() -> None:
    watching = suspend.watch(lambda: None, lambda: None)
    assert not watching
    assert watching.why_not == "org.freedesktop.login1 does not run"


def test_other_systems_tell_it_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    watching = suspend.watch(lambda: None, lambda: None)
    assert not watching
    assert "the clocks tell it afterwards" in watching.why_not


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux has this clock")
def test_only_sleep_makes_the_two_clocks_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    real = suspend.suspended_s()
    assert 0 <= suspend.suspended_s() - real < 1
    monkeypatch.setattr("time.clock_gettime", lambda _: 5_000.0)
    monkeypatch.setattr("time.monotonic", lambda: 1_400.0)
    assert suspend.suspended_s() == 3_600
    monkeypatch.setattr("time.monotonic", lambda: 5_000.001)
    assert suspend.suspended_s() == 0


def test_a_system_without_such_a_clock_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delattr("time.CLOCK_BOOTTIME", raising=False)
    with pytest.raises(Unavailable, match="no clock that goes on in sleep"):
        suspend.suspended_s()
    assert [check.ok for check in suspend.checks()][1] is False


@pytest.mark.usefixtures("no_desktop", "qapp")
def test_both_ways_are_lines_of_the_self_test() -> None:
    told, clocks = suspend.checks()
    assert (told.name, told.ok) == ("suspend, told", False)
    assert "system bus" in told.reason
    assert clocks.name == "suspend, by the clocks"
    assert clocks.reason


@pytest.mark.usefixtures("system_bus")
def test_where_it_is_told_the_self_test_says_by_whom(serve: Callable[..., Any]) -> None:
    serve(LOGIN)
    assert suspend.checks()[0].reason == "by login service"
