"""Twelve minutes at a real desk: the program in the tray of a display with a window manager.

Somebody moves the pointer and types now and then, watches a film as the break falls due, writes
on after it, and puts the break off in the end. Nothing is played but the person.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from _display import Display, end
from _measure import ROOT
from tray import profile_at

from supple.store.history import local_now

EVERY_MIN = 10
"""The shortest interval that can be chosen."""
FILM_S, HELD_S, OVER_S, WRITES_S = 570.0, 635.0, 650.0, 675.0
"""The film begins, is looked at, is over; then somebody writes on until the last of them."""
PROMPT_BY_S, GIVE_UP_S = 690.0, 720.0
SMALLEST = 100
"""Pixels of height from which a window of ours is no icon of the tray."""


@dataclass
class Desk:
    """The display, what runs on it, and what was seen."""

    display: Display
    picture: Path | None = None
    wrong: list[str] = field(default_factory=list)
    began: float = 0.0

    def begin(self) -> None:
        """A letter in front, Supple in the tray."""
        self.profile = profile_at(self.display.folder / "profile", break_every_min=EVERY_MIN)
        self.kept = self.display.folder / "letter.txt"
        self._window(str(self.kept))
        self._program = self.display.run((*self._supple, "--tray"))
        self.began = time.monotonic()
        while "Next break" not in self.supple("status"):
            if self.now > 20 or not self.runs:
                sys.exit("Supple did not begin in the tray.")
            time.sleep(0.5)

    @property
    def now(self) -> float:
        """Seconds since Supple was started."""
        return time.monotonic() - self.began

    @property
    def runs(self) -> bool:
        """Whether Supple is there."""
        return self._program.poll() is None

    def supple(self, *wish: str) -> str:
        """What it answers."""
        return self.display.ask(*self._supple, "break", *wish)

    def type(self, text: str) -> None:
        """On the keyboard."""
        self.display.ask("xdotool", "type", "--delay", "20", text)

    def move(self) -> None:
        """The pointer."""
        x, y = random.randrange(100, 900), random.randrange(300, 500)
        self.display.ask("xdotool", "mousemove", str(x), str(y))

    def film(self) -> subprocess.Popen[str]:
        """Something that fills the screen."""
        return self._window()

    def prompted(self) -> bool:
        """Whether a window of ours is on the screen."""
        found = self.display.ask("xdotool", "search", "--onlyvisible", "--class", "supple").split()
        return any(self._height(window) >= SMALLEST for window in found if window.isdigit())

    def say(self, text: str) -> None:
        """A line of the log."""
        print(f"{local_now():%H:%M:%S} {self.now:6.1f} s  {text}", flush=True)

    def check(self, met: bool, what: str) -> None:
        """One thing that is promised."""
        self.say(f"{'' if met else 'NOT '}{what}")
        if not met:
            self.wrong.append(what)

    def photograph(self) -> None:
        """The whole screen."""
        if self.picture is not None and shutil.which("import"):
            self.display.ask("import", "-window", "root", str(self.picture))
            self.say(f"picture: {self.picture}")

    @property
    def _supple(self) -> tuple[str, ...]:
        return (sys.executable, "-m", "supple", "--profile", str(self.profile))

    def _window(self, *file: str) -> subprocess.Popen[str]:
        process = self.display.run((sys.executable, str(ROOT / "bench" / "_letter.py"), *file))
        time.sleep(2)
        return process

    def _height(self, window: str) -> int:
        lines = self.display.ask("xdotool", "getwindowgeometry", "--shell", window).splitlines()
        return next((int(line[7:]) for line in lines if line.startswith("HEIGHT=")), 0)


def live(desk: Desk) -> None:
    """From the start to the prompt."""
    work(desk, FILM_S, "as nothing is due yet")
    film = desk.film()
    desk.say("a film fills the screen")
    work(desk, HELD_S, "over a film")
    status = desk.supple("status")
    desk.check(status == "Held back: full screen.", f'it says why it waits: "{status}"')
    work(desk, OVER_S, "over a film")
    end(film)
    desk.say("the film is over, somebody writes")
    while desk.now < WRITES_S and not desk.prompted():
        desk.type("word ")
        time.sleep(1)
    desk.check(not desk.prompted(), "no prompt while somebody writes")
    while desk.now < GIVE_UP_S and not desk.prompted():
        time.sleep(0.5)
    desk.check(desk.prompted() and desk.now < PROMPT_BY_S, "the prompt, in the first pause")


def work(desk: Desk, until: float, why: str) -> None:
    """Move and type now and then; no prompt may come."""
    came = False
    while desk.now < until and desk.runs:
        desk.move()
        desk.type("word ")
        time.sleep(max(0.0, min(random.uniform(8, 30), until - desk.now)))
        came = came or desk.prompted()
    desk.check(not came, f"no prompt, {why}")


def answer(desk: Desk) -> None:
    """What becomes of the prompt."""
    before = desk.kept.read_text(encoding="utf-8")
    desk.type("kept kept kept ")
    time.sleep(1)
    after = desk.kept.read_text(encoding="utf-8")
    desk.check(after == before + "kept kept kept ", "every key typed meanwhile is in the letter")
    desk.photograph()
    for wish, promised in (("snooze", "Snoozed until"), ("skip", "Skipped. Next break in 10 min")):
        said = desk.supple(wish)
        desk.check(said.startswith(promised), f'break {wish}: "{said}"')
        time.sleep(1)
        desk.check(not desk.prompted(), "the prompt is gone")


def run(picture: Path | None) -> list[str]:
    """Live through it; what was not as promised."""
    with Display() as display:
        lacking = [*display.missing, *(() if shutil.which("xdotool") else ("xdotool",))]
        if lacking:
            sys.exit(f"bench/day.py --real needs {', '.join(lacking)}.")
        desk = Desk(display, picture)
        desk.begin()
        desk.say(f"{display.what}, a break each {EVERY_MIN} min")
        live(desk)
        answer(desk)
        desk.check(desk.runs, "Supple is still there")
        for file in sorted((desk.profile / "logs").glob("*.log")):
            print(f"\n{file.name}\n{file.read_text(encoding='utf-8').strip()}")
        return desk.wrong
