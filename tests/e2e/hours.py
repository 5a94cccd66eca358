"""Hours at the desk in minutes: breaks and sessions on a clock moved by hand, and what they leave.

Run as a script, not by pytest: ``hours.py FOLDER HOURS`` prints a line of JSON for each hour.
The program is the whole one with its window offscreen; played are the clock, the person and a
voice nobody hears. Each hour it is read at rest: memory, files, threads, timers, objects.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from supple.core.breaks.look import Busy
from supple.core.settings import OnClose
from supple.core.summary import Rating
from supple.desk.screen_reader import Reading
from supple.shell.app import application
from supple.shell.deps import Deps
from supple.shell.options import parse
from supple.shell.resident import Resident
from supple.ui.pages import Place
from supple.voice.state import VoiceKind, VoiceState

EVERY_MIN = 10
"""The shortest interval there is: six breaks in an hour."""
LOOK_S = 1.5
"""As long as a step may be without looking like a computer that slept."""
BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)
EVER = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Clock:
    """Both clocks, moved by hand."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def wall(self) -> float:
        return BEGAN.timestamp() + self.now - 1000.0

    def moment(self) -> datetime:
        return BEGAN + timedelta(seconds=self.now - 1000.0)


class Typist:
    """Somebody at the keyboard all day."""

    def idle_s(self) -> float | None:
        return 5.0

    def idle_reason(self) -> str:
        return ""

    def busy(self) -> frozenset[Busy]:
        return frozenset()

    def unknown(self) -> dict[Busy, str]:
        return {}

    def locked(self) -> bool:
        return False

    def slept_s(self) -> float | None:
        return 0.0

    def close(self) -> None: ...


class Silence:
    """A voice that is always ready and never heard."""

    state = VoiceState(VoiceKind.VOICE)

    def __getattr__(self, name: str) -> Any:
        return lambda *_args, **_options: None

    def when_ready(self, call: Any) -> None:
        call()

    def length_s(self, text: str) -> float | None:
        return None


class Day:
    """The program, and what happens to it."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.deps = Deps.of(parse(["--profile", str(folder)]))
        self.deps.clock = self.clock
        self.deps.now = self.clock.moment
        self.deps.asleep_s = lambda: 0.0
        self.deps.make_voice = lambda *_args, **_options: Silence()
        self.deps.find_reader = lambda: Reading(False, "none runs")
        self.deps.inhibitors = ()
        self.deps.settings = replace(
            self.deps.settings,
            first_run_done=True,
            safety_on="2026-03-01",
            ask_pain=False,
            break_every_min=EVERY_MIN,
            break_days=EVER,
            break_ranges=("00:00-24:00",),
            close_to_tray=OnClose.TRAY,
        )
        self.app: QApplication = application()
        self.resident = Resident(self.deps, self.app)
        self.resident.__dict__["_senses"] = Typist()
        self.resident.open()
        self.guidance = self.resident.guidance()
        self.turn(lambda: self.resident.breaks is not None)
        self.sessions = self.prompts = 0

    def turn(self, done: Any = lambda: True) -> None:
        """Let the program do what it has to do by now."""
        ends = time.monotonic() + 20
        while True:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if done() or time.monotonic() > ends:
                return

    def work_until(self, end: float) -> None:
        """Sit at the desk; each prompt is answered by a break."""
        breaks = self.resident.breaks
        assert breaks is not None
        while self.clock.now < end:
            self.clock.now += 2.0
            breaks.loop.look()
            prompt = breaks.prompt
            if prompt is not None and prompt.isVisible() and prompt.view is not None:
                self.prompts += 1
                prompt.start_asked.emit(prompt.view.routine)
                self.stretch()
                self.look_round()
        # It goes by the computer's clock, and would come in another hour each time.
        self.guidance.history.upkeep.run()
        self.turn()

    def stretch(self) -> None:
        """The session to its end."""
        parts = self.guidance.parts
        assert parts.player.active
        while parts.player.active:
            self.clock.now += LOOK_S
            parts.player.look()
            self.turn()
        parts.page.rated.emit(Rating(None))
        self.sessions += 1
        self.turn()

    def look_round(self) -> None:
        """At every page."""
        pages = self.guidance.parts.window.pages
        for place in (*Place, Place.TODAY):
            pages.turn(place)
            self.turn()

    def least(self, what: str) -> int:
        """How many there are once all that goes on beside the window is done."""
        found = []
        for _ in range(20):
            found.append(len([*Path(f"/proc/self/{what}").iterdir()]))
            time.sleep(0.05)
            self.turn()
        return min(found)

    def read(self, hour: int) -> dict[str, Any]:
        """What is there at rest."""
        self.turn()
        gc.collect()
        tops = self.app.topLevelWidgets()
        inside = [*self.app.findChildren(QObject), *tops]
        inside += [one for top in tops for one in top.findChildren(QObject)]
        memory = Path("/proc/self/smaps_rollup").read_text()
        # Not in proportion: what others share of it would change with who else runs.
        whole = next(line.split()[1] for line in memory.splitlines() if line.startswith("Rss:"))
        return {
            "hour": hour,
            "mb": int(whole) / 1024,
            "files": self.least("fd"),
            "threads": self.least("task"),
            "timers": sum(isinstance(one, QTimer) for one in inside),
            "objects": len(inside),
            "values": len(gc.get_objects()),
            "sessions": self.sessions,
            "prompts": self.prompts,
        }


def say(values: dict[str, Any]) -> None:
    """Without the buffer, which the end of the process would not wait for."""
    os.write(1, json.dumps(values).encode() + b"\n")


def main() -> int:
    folder, hours = Path(sys.argv[1]), int(sys.argv[2])
    day = Day(folder)
    for hour in range(1, hours + 1):
        day.work_until(1000.0 + hour * 3600.0)
        say(day.read(hour))
    history = day.deps.history
    assert history is not None
    rows = history.sessions()
    whole = sum(row.ended == "finished" for row in rows)
    say({"kept": len(rows), "finished": whole})
    day.guidance.parts.window.force_close()
    return 0


if __name__ == "__main__":
    code = main()
    # What was built is not taken down here: that is not what is tried.
    os._exit(code)
