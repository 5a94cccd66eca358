"""The real program by keyboard alone, read as a screen reader reads it, on a desktop of its own."""

from __future__ import annotations

import json
import os
import re
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
EYE = Path(__file__).with_name("reader_eye.py")
PATIENCE_S = 20
"""For each step, many times what it takes."""
WHOLE_S = 240.0
"""After which everything is ended."""
MOST_TABS = 60
Node = dict[str, Any]


def _can_read() -> bool:
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not Path(SYSTEM_PYTHON).exists():
        return False
    done = subprocess.run([SYSTEM_PYTHON, "-c", probe], stderr=subprocess.DEVNULL, check=False)
    launcher = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
    return done.returncode == 0 and launcher.exists()


PROGRAMS = ("Xvfb", "dbus-daemon", "openbox", "xdotool")
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        not (all(map(shutil.which, PROGRAMS)) and _can_read()),
        reason="needs the packages xvfb, dbus, openbox, xdotool, python3-gi, at-spi2-core "
        "and gir1.2-atspi-2.0",
    ),
]


class Hands:
    """Presses keys, and has read out what there is."""

    def __init__(self, env: dict[str, str], eye: subprocess.Popen[str], said: Path) -> None:
        """``said``: where all programs write their errors."""
        self._env = env
        self._eye = eye
        self._said = said

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self._env, check=True)

    def write(self, text: str) -> None:
        subprocess.run(["xdotool", "type", text], env=self._env, check=True)

    def ask(self, **order: object) -> Node:
        assert self._eye.stdin is not None
        assert self._eye.stdout is not None
        self._eye.stdin.write(json.dumps(order) + "\n")
        self._eye.stdin.flush()
        line = self._eye.stdout.readline()
        assert line, "the reader has ended"
        answer: Node = json.loads(line)
        return answer

    def hear(self, role: str, words: str, *, within_s: int = PATIENCE_S) -> Node:
        """The first that is shown with such a role and ``words``, a pattern, in its name."""
        found = self.ask(wait=[role, words], s=within_s)
        assert "missing" not in found, self._told(found)
        return found

    def stand_at(self, role: str, words: str) -> Node:
        """The same, once it has the keyboard."""
        found = self.ask(wait=[role, words], focused=True, s=PATIENCE_S)
        assert "missing" not in found, self._told(found)
        return found

    def tab_to(self, role: str, words: str, key: str = "Tab") -> list[str]:
        """Press Tab until the keyboard is there; the names it came by."""
        came_by: list[str] = []
        for _ in range(MOST_TABS):
            before = self.focus()
            if before["role"] == role and before["name"].startswith(words):
                return came_by
            came_by.append(before["name"])
            self.press(key)
            self.ask(moved=before["path"], s=PATIENCE_S)
        raise AssertionError(f"Tab does not lead to {role} {words}, but to {came_by}")

    def focus(self) -> Node:
        """What has the keyboard; the innermost, where a part hands it on."""
        found = [node for node in self.read() if node["focused"]]
        assert found, "nothing has the keyboard"
        return found[-1]

    def read(self) -> list[Node]:
        """Everything that is shown, top to bottom."""
        found: list[Node] = self.ask(read=True)["all"]
        return found

    def _told(self, found: Node) -> str:
        return f"{json.dumps(found, indent=1)}\n{self._said.read_text('utf-8')}"

    def press_until(self, key: str, role: str, words: str, *, checked: bool = False) -> None:
        """Press it again until it is taken: what was meant for the page before is not."""
        for _ in range(MOST_TABS):
            self.press(key)
            if "missing" not in self.ask(wait=[role, words], checked=checked, s=0.5):
                return
        raise AssertionError(f"{key} does not lead to {words}")


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    """A display with a window manager, a session bus, a reader on it, and the program."""
    with ExitStack() as stack:
        env = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "PULSE_SERVER")}
        env |= {"XDG_RUNTIME_DIR": str(tmp_path)}
        said = stack.enter_context((tmp_path / "said.txt").open("w"))

        def start(*command: str, pipe: bool = True) -> subprocess.Popen[str]:
            process = stack.enter_context(
                subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE if pipe else subprocess.DEVNULL,
                    stderr=said,
                    text=True,
                    env=env,
                )
            )
            stack.callback(process.terminate)
            return process

        def line_of(process: subprocess.Popen[str]) -> str:
            assert process.stdout is not None
            return process.stdout.readline().strip()

        screen = ("-screen", "0", "1200x800x24", "-noreset")
        env["DISPLAY"] = f":{line_of(start('Xvfb', '-displayfd', '1', *screen))}"
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address")
        env["DBUS_SESSION_BUS_ADDRESS"] = line_of(bus)
        start("openbox", pipe=False)
        eye = start(SYSTEM_PYTHON, str(EYE))
        limit = threading.Timer(WHOLE_S, eye.kill)
        limit.start()
        stack.callback(limit.cancel)
        assert json.loads(line_of(eye)) == {"ready": True}
        profile = str(tmp_path / "profile")
        start(sys.executable, "-m", "supple", "--profile", profile, pipe=False)
        yield Hands(env, eye, tmp_path / "said.txt")


def test_a_first_day_by_keyboard_and_ear(hands: Hands) -> None:
    answer_the_first_questions(hands)
    make_a_routine(hands)
    do_it(hands)
    read_the_history(hands)


def answer_the_first_questions(hands: Hands) -> None:
    hands.hear("frame", "^Supple$")
    hands.stand_at("check box", "^Numbness")
    hands.hear("panel", "^First, a quick safety check$")
    came_by = hands.tab_to("check box", "None of these")
    assert len(came_by) == 11
    hands.press_until("space", "check box", "^None of these$", checked=True)
    hands.press("Return")
    hands.stand_at("push button", "^Next$")
    hands.hear("label", "^Step 2 of 3$")
    hands.hear("check box", "^On the floor$")
    hands.press("Return")
    hands.hear("label", "^Step 3 of 3$")
    hands.stand_at("push button", "^Start my first break")
    every = hands.hear("spin button", "^Desk breaks every$")
    assert every["value"] == [50, 10, 180]
    hands.tab_to("push button", "Not now", "shift+Tab")
    hands.press("space")
    hands.stand_at("push button", "^Start ")


def make_a_routine(hands: Hands) -> None:
    hands.press("ctrl+3")
    hands.stand_at("push button", "^New routine$")
    hands.press("Return")
    hands.stand_at("text", "^Name of the routine$")
    hands.write("Evening")
    hands.tab_to("push button", "Add a stretch")
    hands.press("Return")
    hands.stand_at("text", "^Search$")
    hands.write("March")
    hands.press("Down")
    hands.stand_at("list", "^Add a stretch$")
    hands.press("Return")
    row = hands.stand_at("push button", "^March on the spot")
    assert row["description"].startswith("Row 1 of 1.")
    hands.tab_to("spin button", "Reps")
    hands.write("2")
    hands.tab_to("spin button", "Times")
    hands.hear("panel", "^Row 1 of 1: March on the spot, 2 reps")
    hands.hear("image", "^Timeline, ")
    hands.press("ctrl+s")
    hands.hear("label", "^Saved")
    hands.press("Escape")
    hands.hear("push button", "^Start Evening, 1 stretch")
    hands.tab_to("push button", "Start Evening, 1 stretch")


def do_it(hands: Hands) -> None:
    hands.press("Return")
    hands.stand_at("panel", "^Session$")
    hands.hear("panel", "^How does your back feel now")
    hands.press_until("3", "label", "^Both legs, get ready")
    hands.press("space")
    hands.hear("push button", "^Go on$")
    hands.press("space")
    hands.hear("push button", "^Pause$")
    # Getting ready for it takes long; what follows is waited for.
    hands.press("Right")
    hands.hear("label", "^Both legs, keep going")
    hands.hear("panel", "^Stretches: 1 of 1$", within_s=40)
    hands.hear("panel", "^Pain before: 3$")
    hands.press_until("2", "radio button", "^2$", checked=True)
    hands.press_until("Return", "panel", "^Pages$")


def read_the_history(hands: Hands) -> None:
    hands.press("ctrl+5")
    hands.hear("panel", "^History$")
    hands.hear("label", "^1 session in all$")
    told = {node["name"]: node["description"] for node in hands.read() if node["role"] == "image"}
    assert told["Your year"].startswith("Something was held on 1 day of the last year.")
    assert told["Minutes a week"].endswith("this week so far.")
    hands.tab_to("image", "Minutes a week")
    now = next(n["name"] for n in hands.read() if n["name"].startswith("Week of "))
    hands.press("Left")
    hands.hear("label", f"^Week of (?!{re.escape(now.removeprefix('Week of '))})")
    hands.tab_to("radio button", "Overview", "shift+Tab")
    hands.press("Right")
    hands.hear("label", "^1 session")
    combos = [node["label"] for node in hands.read() if node["role"] == "combo box"]
    assert combos == ["Routine", "Time"]
    (row,) = hands.hear("table", "^Sessions$")["rows"]
    assert row[2:5] == ["Evening", "4 s", "3 to 2"]
    assert row[0].endswith("Evening, 4 s, pain 3 to 2")
    hands.tab_to("table", "Sessions")
