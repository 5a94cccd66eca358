from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.fullscreen_x11 import X11FullScreen, class_name

PROGRAM = Path(__file__).with_name("full_window.py")


class Somebody:
    """A program with one window."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, key: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{key}\n")
        self._process.stdin.flush()


@pytest.fixture
def somebody(window_manager: str) -> Iterator[Somebody]:
    with subprocess.Popen(
        [sys.executable, str(PROGRAM)],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        if process.stdout.readline() != "ready\n":
            pytest.skip("needs the package libxcb-cursor0, or another that Qt wants for X11")
        yield Somebody(process)
        process.kill()


def test_a_full_screen_is_seen_for_as_long_as_it_lasts(somebody: Somebody, qtbot: QtBot) -> None:
    sensor = X11FullScreen()
    assert sensor.ask() is None
    somebody.do("f")
    qtbot.waitUntil(lambda: sensor.ask() is not None)
    assert sensor.ask() == Busy(BusyKind.FULL_SCREEN, "Somebody")
    somebody.do("n")
    qtbot.waitUntil(lambda: sensor.ask() is None)
    sensor.close()


def test_our_own_full_screen_does_not_count(
    somebody: Somebody, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sensor = X11FullScreen()
    somebody.do("f")
    qtbot.waitUntil(lambda: sensor.ask() is not None)
    assert sensor._display is not None
    (window,) = sensor._display.numbers(sensor._display.root, "_NET_ACTIVE_WINDOW")
    (its_process,) = sensor._display.numbers(window, "_NET_WM_PID")
    monkeypatch.setattr("os.getpid", lambda: its_process)
    assert sensor.ask() is None
    sensor.close()


def test_a_desktop_without_windows_is_not_full(window_manager: str) -> None:
    sensor = X11FullScreen()
    assert sensor.ask() is None
    sensor.close()
    assert sensor.ask() is None
    sensor.close()


@pytest.mark.usefixtures("x_display")
def test_without_a_window_manager_nobody_can_tell() -> None:
    sensor = X11FullScreen()
    with pytest.raises(Unavailable, match="no window manager"):
        sensor.ask()
    sensor.close()


@pytest.mark.usefixtures("no_desktop")
def test_under_wayland_nobody_can_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with pytest.raises(Unavailable, match="Wayland"):
        X11FullScreen().ask()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"Navigator\0firefox\0", "Firefox"),
        (b"vlc\0vlc\0", "Vlc"),
        (b"alone\0", "Alone"),
        (b"\0\0", ""),
        (b"", ""),
    ],
)
def test_the_program_has_a_name(raw: bytes, name: str) -> None:
    assert class_name(raw) == name
