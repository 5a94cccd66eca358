from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from supple.desk import hotkeys
from supple.desk.capability import Unavailable

KEYS = {"start": "Ctrl+Alt+B", "snooze": "Ctrl+Alt+S"}


def test_keys_are_told_until_they_are_given_back(qtbot: QtBot, touch: Callable[..., None]) -> None:
    names: list[str] = []
    assert hotkeys.reason() == ""
    first = hotkeys.watch(KEYS, names.append)
    assert first
    subprocess.run(["xdotool", "key", "ctrl+alt+b", "ctrl+alt+s"], check=True)
    qtbot.waitUntil(lambda: names == ["start", "snooze"])
    second = hotkeys.watch(KEYS, names.append)
    assert not second
    assert second.why_not == "another program has Ctrl Alt B"
    first.close()
    third = hotkeys.watch(KEYS, names.append)
    assert third
    third.close()


@pytest.mark.usefixtures("no_desktop")
def test_without_x11_it_is_said_why() -> None:
    assert hotkeys.reason() == "this desktop gives programs no such keys"
    assert hotkeys.watch(KEYS, lambda _: None).why_not == "no X11 display"


def test_wayland_gives_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert hotkeys.reason() == "this desktop gives programs no such keys"
    assert "Wayland" in hotkeys.watch(KEYS, lambda _: None).why_not


def test_other_systems_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert hotkeys.reason() == "not on this system yet"


class Gone:
    """Keys of a display that goes."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self.closed = 0

    def pressed(self) -> list[str]:
        raise Unavailable("the X11 display has gone")

    def close(self) -> None:
        self.closed += 1


def test_keys_of_a_display_that_went_are_given_back_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, told = socket.socketpair()
    with heard, told:
        grabs = Gone(heard.fileno())
        monkeypatch.setattr(hotkeys, "_grabs", lambda keys: grabs)
        watching = hotkeys.watch(KEYS, lambda _: None)
        told.send(b"x")
        qtbot.waitUntil(lambda: grabs.closed == 1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not watching
        watching.close()
        assert grabs.closed == 1
