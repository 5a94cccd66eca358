"""The real program in a world that is not as it is to be: where it runs, and what it said.

Used by the trials of the whole program. ``witness.py`` says what is written down.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supple.core.ended import Ended

PATIENCE_S = 40.0
WITNESS = Path(__file__).with_name("witness.py")
NOWHERE = "unix:path=/nowhere/to/be/found"
HOLDS, HOLD_S = 4, 3
ROUTINE = {
    "format": 1,
    "stretches": [
        {
            "id": "fold",
            "name": "Fold",
            "position": "seated",
            "sides": "each",
            "difficulty": 1,
            "setup": ["Sit."],
            "hold_cue": "Lean.",
            "release_cue": "Up.",
            "switch_cue": "The {side} leg.",
            "dose": {"hold_s": HOLD_S, "prepare_s": 3, "switch_s": 3, "rest_s": 3, "sets": 2},
            "source": [{"document": "general practice"}],
        }
    ],
    "routines": [
        {
            "id": "trial",
            "name": "Trial",
            "steps": [{"stretch": "fold"}],
            "source": [{"document": "general practice"}],
        }
    ],
}
"""Two holds on either side."""
NEXT_START = """
import json, sys
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.store.export import to_json
deps = Deps.of(parse(sys.argv[1:]))
history = to_json(deps.history.everything())
deps.history.close()
print(json.dumps({"history": history, "told": deps.notices}))
"""
SETTINGS = {"first_run_done": True, "full_screen": False, "ask_pain": False}


@dataclass(frozen=True)
class Place:
    """Where a profile is, and how a program gets to it."""

    folder: Path
    way: tuple[str, ...] = ()
    """Stands before every command."""

    @property
    def profile(self) -> Path:
        """The program's folder."""
        return self.folder / "profile"

    def fill(self) -> None:
        """A profile of somebody who answered everything, and a routine beside it."""
        (self.folder / "trial.json").write_text(json.dumps(ROUTINE))
        (self.profile / "config").mkdir(parents=True)
        (self.profile / "config" / "settings.json").write_text(json.dumps(SETTINGS))

    def argv(self, *words: str) -> tuple[str, ...]:
        """Of the program in this place."""
        return (
            "--profile",
            str(self.profile),
            "--routines",
            str(self.folder / "trial.json"),
            *words,
        )

    def next_start(self, env: dict[str, str]) -> tuple[list[dict[str, Any]], list[str]]:
        """The sessions the next start finds, and what it tells of before anything else."""
        said = subprocess.run(
            [*self.way, sys.executable, "-c", NEXT_START, *self.argv()],
            env=env,
            check=True,
            capture_output=True,
            timeout=PATIENCE_S,
        )
        found = json.loads(said.stdout)
        return json.loads(found["history"])["sessions"], found["told"]


class Program:
    """One run of it."""

    number = 0

    def __init__(self, place: Place, env: dict[str, str], *words: str, speed: float = 5.0) -> None:
        Program.number += 1
        # Beside the place, where there is always room to write.
        self.log = place.folder.parent / f"said-{Program.number}.jsonl"
        self._errors = place.folder.parent / f"errors-{Program.number}.txt"
        self.log.touch()
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [
                    *place.way,
                    *(sys.executable, str(WITNESS), str(self.log), str(speed)),
                    *place.argv(*words),
                ],
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )

    def lines(self) -> list[dict[str, Any]]:
        """Everything written down."""
        whole = self.log.read_text().rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()]

    def told(self) -> list[str]:
        """What the person was told beside the session itself, and how far the voice is."""
        said = [line["text"] for line in self.lines() if line["kind"] == "told"]
        return [text for text in said if not text.startswith("Getting the voice ready")]

    def events(self, name: str) -> list[dict[str, Any]]:
        """Those of a session with this name."""
        found = (line for line in self.lines() if line["kind"] == "event")
        return [line for line in found if line["text"] == name]

    def held(self) -> list[float]:
        """The seconds of each hold that ended."""
        return [e["held_s"] for e in self.events("StepEnded") if e["step"] == "hold"]

    def errors(self) -> str:
        """What it complained about."""
        return self._errors.read_text(errors="replace")

    def until(self, done: Callable[[], bool], what: str) -> None:
        """Wait for it."""
        ends = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < ends, f"{what} did not come: {self.lines()} {self.errors()}"
            time.sleep(0.02)

    def until_holds(self, count: int) -> None:
        """Wait for the end of a hold."""
        self.until(lambda: len(self.held()) >= count, f"hold {count}")

    def end(self) -> int:
        """Its exit code, once it has left."""
        return self.process.wait(PATIENCE_S)

    def stop(self) -> None:
        """As the system asks a program to leave, at the end of a test too."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def children(self) -> list[int]:
        """Its processes."""
        found = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(word) for path in found for word in path.read_text().split()]

    def assert_guided(self) -> None:
        """The session went to its end, with every second held, and nothing broke."""
        assert self.end() == 0, self.errors()
        assert "Traceback" not in self.errors()
        assert len(self.held()) == HOLDS
        assert all(abs(held - HOLD_S) < 0.01 for held in self.held())


def whole(session: dict[str, Any]) -> bool:
    """Whether every hold of it is in the history."""
    held = [step["held_s"] for step in session["steps"]]
    return (
        session["ended"] == Ended.FINISHED
        and len(held) == HOLDS
        and sum(held) > HOLDS * HOLD_S * 0.99
    )


def environ(**more: str) -> dict[str, str]:
    """A program's on no display, with no message bus and no sound."""
    left = ("DISPLAY", "WAYLAND_DISPLAY", "PULSE_RUNTIME_PATH", "XDG_SESSION_TYPE")
    kept = {name: value for name, value in os.environ.items() if name not in left}
    return {
        **kept,
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": NOWHERE,
        "DBUS_SYSTEM_BUS_ADDRESS": NOWHERE,
        "PULSE_SERVER": "unix:/nowhere/to/be/found",
        **more,
    }


class Disk:
    """A small disk of its own, in a world of mounts that nobody else sees."""

    def __init__(self, folder: Path, size: str = "4m") -> None:
        """Raises OSError where this is not allowed."""
        # Mounting is for root; who is not, is root in a world of their own.
        self._root = () if os.geteuid() == 0 else ("-U", "-r")
        self.folder = folder
        loop = 'while read -r line; do eval "$line" && echo done || echo failed; done'
        self._shell = subprocess.Popen(
            ["unshare", "-m", *self._root, "sh", "-c", loop],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            self.do(f"mount -t tmpfs -o size={size},mode=700 none '{folder}'")
        except OSError:
            self.close()
            raise

    def do(self, command: str) -> None:
        """Carry out a line of shell there. Raises OSError where it fails."""
        assert self._shell.stdin is not None
        assert self._shell.stdout is not None
        try:
            self._shell.stdin.write(f"{command}\n")
            self._shell.stdin.flush()
        except BrokenPipeError:
            raise OSError("no world of mounts is allowed here") from None
        if self._shell.stdout.readline().strip() != "done":
            raise OSError(f"refused: {command}")

    @property
    def way(self) -> tuple[str, ...]:
        """Before a command that is to see the disk."""
        user = ("-U", "--preserve-credentials") if self._root else ()
        return ("nsenter", "-t", str(self._shell.pid), *user, "-m", f"--wd={Path.cwd()}")

    @property
    def seen(self) -> Path:
        """The disk's folder from here."""
        return Path(f"/proc/{self._shell.pid}/root{self.folder}")

    def fill(self) -> None:
        """Leave not a byte."""
        self.do(f"dd if=/dev/zero of='{self.folder}/filler' bs=4k 2>/dev/null || :")

    def free(self) -> None:
        """There is room again."""
        self.do(f"rm '{self.folder}/filler'")

    def close(self) -> None:
        """The disk goes with what is on it."""
        for pipe in (self._shell.stdin, self._shell.stdout):
            assert pipe is not None
            pipe.close()
        self._shell.wait()


def lacks(*tools: str) -> Sequence[str]:
    """Those that are not installed."""
    return [tool for tool in tools if shutil.which(tool) is None]
