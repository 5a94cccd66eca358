"""A private session bus with strict services on it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

SYSTEM_PYTHON = "/usr/bin/python3"
SERVICES = Path(__file__).with_name("strict_services.py")


@dataclass
class Services:
    """What the services were asked, line by line. Reading waits for the next line."""

    process: subprocess.Popen[str]
    _unread: list[dict[str, Any]] = field(default_factory=list)

    def next(self) -> dict[str, Any]:
        return self._unread.pop(0) if self._unread else self._read()

    def emit(self, path: str, interface: str, name: str, *typed: object) -> None:
        """Send a signal, and come back once it is sent; ``typed``: a type string and values."""
        assert self.process.stdin is not None
        type_string, *values = typed
        line = json.dumps([path, interface, name, type_string, values])
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        while (said := self._read()) != {"event": "sent"}:
            self._unread.append(said)

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        values: dict[str, Any] = json.loads(self.process.stdout.readline())
        return values


@pytest.fixture
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        *("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY"),
        *("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "PULSE_SERVER", "PULSE_RUNTIME_PATH"),
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/to/be/found")


@pytest.fixture
def bus_process(no_desktop: None) -> Iterator[subprocess.Popen[str]]:
    """A bus nobody else is on; its first line says its address."""
    daemon = shutil.which("dbus-daemon")
    if not sys.platform.startswith("linux") or daemon is None:
        pytest.skip("needs the package dbus")
    with subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield process
        process.terminate()


@pytest.fixture
def session_bus(
    bus_process: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch, qapp: object
) -> str:
    """The address of a bus nobody else is on."""
    assert bus_process.stdout is not None
    address = bus_process.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    return address


@pytest.fixture
def system_bus(session_bus: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same bus as if it were the computer's."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", session_bus)
    return session_bus


@pytest.fixture
def serve(session_bus: str) -> Iterator[Callable[[dict[str, Any]], Services]]:
    """Start services after a spec of ``strict_services.py``."""
    probe = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run(probe, stderr=subprocess.DEVNULL, check=False).returncode
    ):
        pytest.skip("needs the package python3-gi")
    with ExitStack() as stack:

        def start(spec: dict[str, Any]) -> Services:
            process = stack.enter_context(
                subprocess.Popen(
                    [SYSTEM_PYTHON, str(SERVICES), json.dumps(spec)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            stack.callback(process.terminate)
            services = Services(process)
            assert services.next() == {"event": "ready"}
            return services

        yield start


@pytest.fixture
def x_display(no_desktop: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An X server of its own."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("needs the package xvfb")
    with subprocess.Popen(
        [server, "-displayfd", "1", "-screen", "0", "640x480x24", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        display = f":{process.stdout.readline().strip()}"
        monkeypatch.setenv("DISPLAY", display)
        yield display
        process.terminate()


@pytest.fixture
def window_manager(x_display: str, qtbot: QtBot) -> Iterator[str]:
    """The display with a window manager on it."""
    program = shutil.which("openbox")
    if program is None:
        pytest.skip("needs the package openbox")
    from supple.desk.xcb import Display

    quiet = subprocess.DEVNULL
    with subprocess.Popen([program], stdout=quiet, stderr=quiet) as process:
        display = Display()
        qtbot.waitUntil(lambda: bool(display.numbers(display.root, "_NET_SUPPORTING_WM_CHECK")))
        display.close()
        yield x_display
        process.terminate()


@pytest.fixture
def touch(x_display: str) -> Callable[..., None]:
    """Moves the pointer of the display."""
    program = shutil.which("xdotool")
    if program is None:
        pytest.skip("needs the package xdotool")

    def move(x: int, y: int) -> None:
        subprocess.run([program, "mousemove", str(x), str(y)], check=True)

    return move
