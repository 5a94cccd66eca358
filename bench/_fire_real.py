"""Half an hour with the real program: sessions, breaks and pages again and again, and its memory.

A display, a message bus and a sound server of its own; real speech into a sink that goes nowhere.
Between two rounds the program always stands on the same page, and is read there.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from _display import Display
from _measure import children, say
from _watched import alone_mb
from tray import profile_at

MOST_GROWTH = 0.05
WARM = 0.25
"""Share of the time that warms up: pages are built, sentences made."""
BREAK_EVERY = 5
"""Rounds from one break to the next."""
SOUND_TOOLS = ("pulseaudio", "xdotool")
PATIENCE_S = 90.0
PAGES = 5
ROUTINE = {
    "format": 1,
    "stretches": [
        {
            "id": "fire",
            "name": "Forward fold",
            "position": "seated",
            "sides": "each",
            "difficulty": 1,
            "setup": ["Your {side} heel out."],
            "hold_cue": "Lean forward.",
            "release_cue": "Sit up.",
            "switch_cue": "Now the {side} leg.",
            "dose": {"hold_s": 5, "prepare_s": 3, "switch_s": 3},
            "source": [{"document": "general practice"}],
        }
    ],
    "routines": [
        {
            "id": "fire",
            "name": "Fire",
            "steps": [{"stretch": "fire"}],
            "source": [{"document": "general practice"}],
        }
    ],
}


@dataclass(frozen=True)
class Reading:
    """The program and its voice, between two rounds."""

    minute: float
    mb: float
    voice_mb: float
    files: int
    threads: int

    @staticmethod
    def of(pid: int, minute: float) -> Reading:
        """Read now."""
        family = (pid, *children(pid))
        voice = sum(alone_mb(one) for one in family[1:])
        files, threads = (sum(_count(one, kind) for one in family) for kind in ("fd", "task"))
        return Reading(minute, alone_mb(pid), voice, files, threads)

    def line(self) -> str:
        """For the log."""
        return (
            f"{self.minute:5.1f} min  {self.mb:6.1f} MB, voice {self.voice_mb:5.1f} MB, "
            f"{self.files} files, {self.threads} threads"
        )


def _count(pid: int, kind: str) -> int:
    """Entries of a folder of a process; none of one that has gone, as the voice's may have."""
    try:
        return len(list(Path(f"/proc/{pid}/{kind}").iterdir()))
    except OSError:
        return 0


@dataclass
class House:
    """The program on its display."""

    display: Display
    wrong: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """The window open, a sound server there."""
        folder = self.display.folder
        socket = f"socket={folder}/native auth-anonymous=1 auth-cookie-enabled=0"
        self.display.run(
            (
                *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no"),
                *("--exit-idle-time=-1", "--disable-shm=yes", "--realtime=no"),
                *("--high-priority=no", "-L", f"module-native-protocol-unix {socket}"),
                *("-L", "module-null-sink sink_name=rig rate=48000 channels=2"),
            )
        )
        self.display.env["PULSE_SERVER"] = f"unix:{folder}/native"
        self.profile = profile_at(
            folder / "profile", full_screen=False, ask_pain=False, break_every_min=10
        )
        routines = folder / "fire.json"
        routines.write_text(json.dumps(ROUTINE))
        self.supple = (sys.executable, "-m", "supple", "--profile", str(self.profile))
        self.process = self.display.run((*self.supple, "--routines", str(routines)))
        self.until(lambda: bool(self.window()), "the window")
        time.sleep(5)

    def window(self) -> str:
        """The number of the program's own window."""
        found = self.display.ask("xdotool", "search", "--onlyvisible", "--name", "Supple").split()
        return next((number for number in found if number.isdigit()), "")

    def key(self, *keys: str) -> None:
        """Pressed in the window."""
        self.display.ask("xdotool", "windowactivate", "--sync", self.window())
        for one in keys:
            self.display.ask("xdotool", "key", one)
            time.sleep(0.6)

    def ended(self) -> int:
        """Sessions that are over."""
        file = self.profile / "data" / "history.db"
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as base:
            rows = base.execute("SELECT count(*) FROM session WHERE ended IS NOT NULL")
            return int(rows.fetchone()[0])

    def until(self, done: Callable[[], bool], what: str) -> bool:
        """Wait for it; what does not come is told."""
        ends = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > ends or self.process.poll() is not None:
                self.wrong.append(f"{what} did not come")
                return False
            time.sleep(0.5)
        return True

    def round(self, number: int) -> None:
        """A session to its end or a break that is stopped, and a look at every page."""
        before = self.ended()
        if number % BREAK_EVERY == BREAK_EVERY - 1:
            self.display.ask(*self.supple, "break", "now")
            time.sleep(12)
            self.key("Escape", "Return")
        else:
            self.display.ask(*self.supple, "--start", "fire")
            time.sleep(8)
            self.key("space", "space")
        if self.until(lambda: self.ended() > before, f"the end of session {number + 1}"):
            time.sleep(1)
            self.key("Return")
        for page in range(1, PAGES + 1):
            self.key(f"ctrl+{page}")
        self.key("ctrl+1")
        time.sleep(3)


def run(minutes: float) -> int:
    """Live through it; the exit code."""
    lacking = [tool for tool in SOUND_TOOLS if shutil.which(tool) is None]
    with Display() as display:
        lacking += display.missing
        if lacking:
            sys.exit(f"bench/fire.py needs {', '.join(lacking)}.")
        house = House(display)
        house.begin()
        print(f"{display.what}, real speech, {minutes:g} min", flush=True)
        readings = live(house, minutes)
        logs = [file.read_text() for file in sorted((house.profile / "logs").glob("*.log"))]
        sessions = house.ended()
    return report(readings, sessions, house.wrong, "".join(logs))


def live(house: House, minutes: float) -> list[Reading]:
    """Round after round."""
    began = time.monotonic()
    readings: list[Reading] = []
    while house.process.poll() is None and (passed := (time.monotonic() - began) / 60) < minutes:
        house.round(len(readings))
        passed = (time.monotonic() - began) / 60
        readings.append(Reading.of(house.process.pid, passed))
        print(readings[-1].line(), flush=True)
    if house.process.poll() is not None:
        house.wrong.append(f"the program left with {house.process.returncode}")
    return readings


def report(readings: list[Reading], sessions: int, wrong: list[str], logs: str) -> int:
    """Say what was found; 1 where anything grew or went wrong."""
    last = readings[-1].minute if readings else 0.0
    warm = [one for one in readings if one.minute >= last * WARM]
    third = max(1, len(warm) // 4)
    good = True
    say("rounds, sessions", f"{len(readings)}, {sessions}")
    for what, of in (("program", "mb"), ("voice", "voice_mb"), ("files", "files"),
                     ("threads", "threads")):  # fmt: skip
        values = [float(getattr(one, of)) for one in warm]
        first, end = median(values[:third]), median(values[-third:])
        growth = end / first - 1 if first else 0.0
        most = MOST_GROWTH if "mb" in of else 0.0
        met = growth <= most
        good = good and met
        say(what, f"{first:.1f} -> {end:.1f}", f"<= {most:+.0%}", met)
    errors = [line for line in logs.splitlines() if " ERROR " in line or "Traceback" in line]
    for one in (*wrong, *errors):
        print(f"NOT as promised: {one}")
    return 0 if good and not wrong and not errors else 1
