from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from supple.desk import hotkeys


def test_keys_are_told_until_they_are_given_back(qtbot: QtBot, touch: Callable[..., None]) -> None:
    names: list[str] = []
    assert hotkeys.reason() == ""
    first = hotkeys.watch(names.append)
    assert first
    subprocess.run(["xdotool", "key", "ctrl+alt+b", "ctrl+alt+s"], check=True)
    qtbot.waitUntil(lambda: names == [hotkeys.START, hotkeys.SNOOZE])
    second = hotkeys.watch(names.append)
    assert not second
    assert second.why_not == "another program has Ctrl Alt B"
    first.close()
    third = hotkeys.watch(names.append)
    assert third
    third.close()


@pytest.mark.usefixtures("no_desktop")
def test_without_x11_it_is_said_why() -> None:
    assert hotkeys.reason() == "this desktop gives programs no such keys"
    assert hotkeys.watch(lambda _: None).why_not == "no X11 display"


def test_wayland_gives_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert hotkeys.reason() == "this desktop gives programs no such keys"
    assert "Wayland" in hotkeys.watch(lambda _: None).why_not


def test_other_systems_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert hotkeys.reason() == "not on this system yet"
