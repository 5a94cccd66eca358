"""The real program on a desktop where a screen reader runs: it is told each line, nobody speaks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
EAR = Path(__file__).with_name("reader_ear.py")
PATIENCE_S = 30.0
ROUTINE = {
    "format": 1,
    "stretches": [
        {
            "id": "heel",
            "name": "Heel",
            "position": "seated",
            "sides": "each",
            "difficulty": 1,
            "setup": ["Sit tall.", "Your {side} heel out."],
            "hold_cue": "Lean forward.",
            "release_cue": "Sit up.",
            "switch_cue": "Now the {side} leg.",
            "dose": {"hold_s": 10},
            "source": [{"document": "general practice"}],
        }
    ],
    "routines": [
        {
            "id": "one",
            "name": "One",
            "steps": [{"stretch": "heel"}],
            "source": [{"document": "general practice"}],
        }
    ],
}
"""Of our own, which no plan shortens."""
LINES = 4
"""How many lines are waited for; the first eight seconds or so of a session."""


def _can_listen() -> bool:
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not Path(SYSTEM_PYTHON).exists():
        return False
    done = subprocess.run([SYSTEM_PYTHON, "-c", probe], stderr=subprocess.DEVNULL, check=False)
    launcher = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
    return done.returncode == 0 and launcher.exists()


pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("dbus-daemon") and _can_listen()),
        reason="needs the packages xvfb, dbus-daemon, at-spi2-core and gir1.2-atspi-2.0",
    ),
]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a desktop of its own: a session bus, a display, and no sound."""
    with ExitStack() as stack:

        def start(*command: str) -> str:
            process = stack.enter_context(
                subprocess.Popen(
                    command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
                )
            )
            stack.callback(process.terminate)
            assert process.stdout is not None
            return process.stdout.readline().strip()

        display = start("Xvfb", "-displayfd", "1", "-screen", "0", "1200x800x24", "-noreset")
        env = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "PULSE_SERVER")}
        env |= {"DISPLAY": f":{display}", "XDG_RUNTIME_DIR": str(tmp_path)}
        bus = ("dbus-daemon", "--session", "--nofork", "--print-address")
        env["DBUS_SESSION_BUS_ADDRESS"] = start("env", f"DISPLAY=:{display}", *bus)
        yield env


@pytest.fixture
def ear(desktop: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """What a screen reader is told, line by line; it ends by itself after a while."""
    with subprocess.Popen(
        [SYSTEM_PYTHON, str(EAR)], stdout=subprocess.PIPE, text=True, env=desktop
    ) as process:
        limit = threading.Timer(PATIENCE_S, process.kill)
        limit.start()
        yield process
        limit.cancel()
        process.kill()


def _next(ear: subprocess.Popen[str]) -> dict[str, Any]:
    assert ear.stdout is not None
    line = ear.stdout.readline()
    assert line, "nothing more is announced"
    values: dict[str, Any] = json.loads(line)
    return values


def test_each_line_is_announced_in_order(
    desktop: dict[str, str], ear: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert _next(ear) == {"event": "ready"}
    routines = tmp_path / "one.json"
    routines.write_text(json.dumps(ROUTINE))
    supple = [sys.executable, "-m", "supple", "--profile", str(tmp_path / "profile")]
    supple += ["--routines", str(routines)]
    planned = subprocess.run(
        [*supple, "routines", "timeline", "one", "--json"],
        capture_output=True,
        check=True,
        env=desktop,
    )
    lines = [line for step in json.loads(planned.stdout)["steps"] for line in step["lines"]]
    wanted = [line["text"] for line in lines if line["kind"] != "countdown"][:LINES]
    with subprocess.Popen([*supple, "--start", "one"], env=desktop) as program:
        heard = [str(_next(ear)["text"]) for _ in range(LINES)]
        program.terminate()
    assert heard == wanted
    logs = (tmp_path / "profile" / "logs").iterdir()
    assert any("read out by the screen reader" in log.read_text("utf-8") for log in logs)
