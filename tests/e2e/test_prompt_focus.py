"""The prompt beside a field somebody types into, on a real display with a window manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Queue

import pytest

STAND = Path(__file__).with_name("prompt_stand.py")
PATIENCE_S = 30.0
TOOLS = ("Xvfb", "openbox", "xdotool", "xrandr")
SCREEN = (1366, 768)

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        not all(shutil.which(tool) for tool in TOOLS),
        reason="needs the packages xvfb, openbox, xdotool and x11-xserver-utils",
    ),
]


class Part:
    """One of the two programs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.lines: list[str] = []
        self._new: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def tell(self, word: str) -> None:
        """Write a command."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def until(self, wanted: Callable[[str], bool]) -> str:
        """The next line that is ``wanted``."""
        while True:
            line = self._new.get(timeout=PATIENCE_S)
            if wanted(line):
                return line

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip("\n"))
            self._new.put(line.rstrip("\n"))


class Desktop:
    """A display of its own, with a field that has the focus and a prompt that waits."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._env = dict(os.environ)
        size = f"{SCREEN[0]}x{SCREEN[1]}x24"
        server = self._start("Xvfb", "-displayfd", "1", "-screen", "0", size, "-noreset")
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        self._env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._env.pop("WAYLAND_DISPLAY", None)
        manager = self._start("openbox", "--startup", "echo ready")
        assert manager.stdout is not None
        assert "ready\n" in manager.stdout
        self.field = self._part("field")
        self.field.until(lambda line: line == "focus here")
        self.prompt = self._part("prompt")
        self.prompt.until(lambda line: line == "ready")

    def type(self, text: str) -> None:
        """Press the keys of ``text``, wherever the keyboard is."""
        self.xdotool("type", "--delay", "15", text)

    def xdotool(self, *words: str) -> None:
        """Carry out a command of it."""
        self._run("xdotool", *words)

    def split(self) -> None:
        """Make two monitors side by side of the screen."""
        half, height = SCREEN[0] // 2, SCREEN[1]
        for name, x, output in (("left", 0, "screen"), ("right", half, "none")):
            self._run("xrandr", "--setmonitor", name, f"{half}/180x{height}/200+{x}+0", output)

    def show(self) -> tuple[int, int, int, int]:
        """Have the prompt come; where it stands on the screen, as the display has it."""
        self.prompt.tell("show")
        self.prompt.until(lambda line: line == "shown")
        found = self._run(
            *("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Supple$"),
            *("getwindowgeometry", "--shell"),
        )
        box = dict(line.split("=") for line in found.split())
        return int(box["X"]), int(box["Y"]), int(box["WIDTH"]), int(box["HEIGHT"])

    def hide(self) -> None:
        """Have the prompt go."""
        self.prompt.tell("hide")
        self.prompt.until(lambda line: line == "hidden")

    def _start(self, *command: str) -> subprocess.Popen[str]:
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=nothing, text=True, env=self._env
        )
        self._stack.enter_context(process)
        self._stack.callback(process.terminate)
        return process

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command,
            env=self._env,
            check=True,
            timeout=PATIENCE_S,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    def _part(self, name: str) -> Part:
        return Part(self._start(sys.executable, str(STAND), name))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with ExitStack() as stack:
        yield Desktop(stack)


def test_every_key_goes_to_the_field_while_the_prompt_comes_and_goes(desktop: Desktop) -> None:
    typed = ""
    for word in ("dear ", "friend ", "i sit "):
        desktop.type(word)
        typed += word
        box = desktop.show()
        # Enter, S and Esc are what the prompt would listen to.
        desktop.type(f"{word}s")
        desktop.xdotool("key", "Return", "Escape")
        typed += f"{word}s"
        desktop.hide()
        desktop.type(word)
        typed += word
        desktop.field.until(f"text {typed}".__eq__)
        assert box[0] + box[2] == SCREEN[0] - 20
        assert box[1] + box[3] == SCREEN[1] - 20
    assert "focus gone" not in desktop.field.lines
    answers = ("start", "snooze", "skip")
    assert [line for line in desktop.prompt.lines if line.startswith(answers)] == []


def test_a_click_on_the_prompt_brings_the_keys_to_it_and_back_when_it_goes(
    desktop: Desktop,
) -> None:
    desktop.type("dear ")
    desktop.field.until(lambda line: line == "text dear ")
    x, y, width, _ = desktop.show()
    desktop.prompt.tell("later")
    desktop.prompt.until(lambda line: line == "later")
    desktop.xdotool("mousemove", str(x + width - 20), str(y + 20), "click", "1")
    desktop.field.until(lambda line: line == "focus gone")
    desktop.xdotool("key", "s")
    assert desktop.prompt.until(lambda line: line.startswith("snooze")) == "snooze 5"
    desktop.hide()
    desktop.field.until(lambda line: line == "focus here")
    desktop.type("friend")
    desktop.field.until(lambda line: line == "text dear friend")


def test_a_click_on_a_button_answers_and_leaves_the_keys_to_the_field(desktop: Desktop) -> None:
    x, y, _, height = desktop.show()
    desktop.prompt.tell("later")
    desktop.prompt.until(lambda line: line == "later")
    desktop.xdotool("mousemove", str(x + 60), str(y + height - 60), "click", "1")
    assert desktop.prompt.until(lambda line: line.startswith("start")) == "start desk-break"
    desktop.hide()
    desktop.type("dear")
    desktop.field.until(lambda line: line == "text dear")
    assert "focus gone" not in desktop.field.lines


def test_it_comes_to_the_monitor_the_pointer_is_on(desktop: Desktop) -> None:
    desktop.split()
    half = SCREEN[0] // 2
    for pointer, edge in ((100, half), (half + 100, 2 * half), (200, half)):
        desktop.xdotool("mousemove", str(pointer), "300")
        x, _, width, _ = desktop.show()
        assert x + width == edge - 20
        desktop.hide()
