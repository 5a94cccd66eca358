"""Shared by the benches: a display and a message bus of its own for what wants a desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

TOOLS = ("Xvfb", "openbox", "dbus-daemon")
TRAYS = (
    ("trayer", "--edge", "top", "--align", "right", "--widthtype", "request", "--height", "24"),
    ("stalonetray",),
)
SIZE = (1366, 768)
# Nothing is started on demand: what a program asks for and is not there stays silent.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


class Display:
    """X server, window manager, bus and, where one is installed, a tray. Use it with ``with``.

    Where one of the tools is missing, programs run on Qt's offscreen platform instead.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self.env: dict[str, str] = {}
        """For the programs on it."""
        self.folder = Path()
        """Temporary, the home of whatever runs here."""
        self.tray = ""
        """The program that shows icons, "" where none is installed."""
        self.missing = [tool for tool in TOOLS if shutil.which(tool) is None]

    @property
    def what(self) -> str:
        """One line about it."""
        if self.missing:
            return f"offscreen, as there is no {', no '.join(self.missing)}"
        return f"Xvfb and openbox, {self.tray or 'no tray'}"

    def __enter__(self) -> Display:
        with ExitStack() as stack:
            self._stack = stack
            name = stack.enter_context(tempfile.TemporaryDirectory(prefix="supple-bench-"))
            self.folder = Path(name)
            self._begin()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def run(
        self, argv: Sequence[str], stdout: int | IO[str] = subprocess.DEVNULL, **env: str
    ) -> subprocess.Popen[str]:
        """Start a program here; it is ended with the display at the latest."""
        process = subprocess.Popen(
            argv,
            env=self.env | env,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._stack.callback(end, process)
        return process

    def ask(self, *argv: str) -> str:
        """What a short program says, without its last line break; both its streams."""
        done = subprocess.run(
            argv, env=self.env, capture_output=True, text=True, timeout=30, check=False
        )
        return (done.stdout + done.stderr).strip()

    def _begin(self) -> None:
        home = self.folder / "home"
        home.mkdir()
        kept = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV")
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(self.folder)}
        if self.missing:
            self.env["QT_QPA_PLATFORM"] = "offscreen"
            return
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        server = self.run(
            ("Xvfb", "-displayfd", "1", "-screen", "0", screen, "-noreset"), subprocess.PIPE
        )
        self.env |= {"DISPLAY": f":{_line(server)}", "QT_QPA_PLATFORM": "xcb"}
        config = self.folder / "bus.conf"
        config.write_text(BUS.format(folder=self.folder))
        bus = self.run(
            ("dbus-daemon", "--nofork", "--print-address", f"--config-file={config}"),
            subprocess.PIPE,
        )
        # Some programs do not start without a bus of the system: this one stands in.
        address = _line(bus)
        self.env |= {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
        _line(self.run(("openbox", "--startup", "echo ready"), subprocess.PIPE))
        for tray in TRAYS:
            if shutil.which(tray[0]):
                self.tray = tray[0]
                self.run(tray)
                time.sleep(1)
                break


def _line(process: subprocess.Popen[str]) -> str:
    """The first line it says."""
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line:
        raise RuntimeError(f"{process.args!r} said nothing")
    return line


def end(process: subprocess.Popen[str]) -> None:
    """Ask it to leave, then make it."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
