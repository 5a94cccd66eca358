"""A working day at the desk in eight minutes, and whether breaks came as the policy promises.

The real loop with real timers, on clocks that run sixty times as fast; the person and the
desktop are played by script: work, a chosen time, a film, lunch behind a locked screen, a
letter written without a pause, a computer that sleeps, an hour of peace, a call, a coffee.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from _person import Clocks, Person, clock_of, fast_timer, of_day
from PySide6.QtCore import QCoreApplication

from supple.core.breaks.event import (
    Closed,
    Event,
    Held,
    LetGo,
    Prompted,
    Rested,
    Skipped,
    Snoozed,
    Soon,
    Started,
)
from supple.core.breaks.look import Busy
from supple.core.breaks.rules import Rules
from supple.core.breaks.times import fixed_of
from supple.play.break_loop import BreakLoop

BEGIN, END = "09:00", "17:40"
RULES = Rules(times=(fixed_of("10:30"),))
"""Those of a new user, and a time of day of their own choice."""
THINKS_S = 15.0
"""Between a prompt and its answer."""
EARLY_S, LATE_S = 3.0, 45.0
"""By how much an event may differ: each look while a prompt is held back may be 30 s late, and
a fast clock makes a minute out of a second that the computer is busy elsewhere."""

KEYS = (
    ("08:59:50", "11:20", 20.0),
    ("11:45", "12:00", 20.0),
    ("12:35", "13:20", 20.0),
    ("13:20", "13:26:30", 0.5),
    ("13:26:36", "14:00", 20.0),
    ("14:40", "16:40", 20.0),
    ("16:50", "17:40", 20.0),
)
"""From, until, seconds between two keys."""
DOING = (
    ("11:20", "11:45", Busy.FULL_SCREEN),
    ("16:12", "16:25:10", Busy.MICROPHONE),
)
LOCKED = (("12:00", "12:35"),)
SLEEPS = (("14:00", "14:40"),)
ANSWERS = (
    "start 210",
    "snooze 5",
    "skip",
    "start 240",
    "",
    "",
    "start 60",
    "snooze 15",
    "start 240",
)
"""To each prompt in turn; "" is none."""
PROMISED = (
    # 50 minutes of work
    ("09:50", "prompt, interval: You have been sitting for 50 minutes."),
    ("09:50:15", "prompt gone: started"),
    ("09:50:15", "started"),
    ("09:53:45", "rested: session"),
    # the chosen time comes first; put off once, then done without
    ("10:30", "prompt, fixed: It is 10:30, the time you chose."),
    ("10:30:15", "prompt gone: snoozed"),
    ("10:30:15", "snoozed for 5 min"),
    ("10:35:15", "prompt, fixed: You put this off a little while ago."),
    ("10:35:30", "prompt gone: skipped"),
    ("10:35:30", "skipped"),
    # a film holds it back; whoever watches it was not away
    ("11:25:30", "held back: full-screen"),
    ("11:45", "prompt, interval: You have been sitting for 1 hour 51 minutes."),
    ("11:45:15", "prompt gone: started"),
    ("11:45:15", "started"),
    ("11:49:15", "rested: session"),
    # lunch is a rest: the count begins as the screen is unlocked
    ("12:05", "rested: away"),
    # a letter: it waits for a pause of three seconds, not only for the hour
    ("13:25", "held back: typing"),
    ("13:26:33", "prompt, interval: You have been sitting for 51 minutes."),
    ("13:27:33", "prompt gone: unanswered"),
    ("13:27:33", "snoozed for 5 min, by itself"),
    ("13:32:33", "prompt, interval: You have been sitting for 57 minutes."),
    ("13:33:33", "prompt gone: unanswered"),
    ("13:33:33", "snoozed for 5 min, by itself"),
    ("13:38:33", "prompt, interval, one minute: Even one minute helps."),
    ("13:38:48", "prompt gone: started"),
    ("13:38:48", "started, one minute"),
    ("13:39:48", "rested: session"),
    # the computer slept: a rest, and nothing comes in a burst
    ("14:40", "rested: sleep"),
    # an hour of peace, asked for at half a minute past three
    ("16:00:30", "prompt, interval: You have been sitting for 1 hour 20 minutes."),
    ("16:00:45", "prompt gone: snoozed"),
    ("16:00:45", "snoozed for 15 min"),
    # a call
    ("16:15:45", "held back: microphone"),
    ("16:25:10", "prompt, interval: You have been sitting for 1 hour 45 minutes."),
    ("16:25:25", "prompt gone: started"),
    ("16:25:25", "started"),
    ("16:29:25", "rested: session"),
    # ten minutes at the coffee machine; the next would come after hours
    ("16:45", "rested: away"),
)


@dataclass
class Line:
    """What happened, and when by the clock on the wall."""

    second: float
    text: str


def words(event: Event) -> str:
    """An event as ``PROMISED`` has it; "" for what is only told inside the program."""
    match event:
        case Prompted():
            short = ", one minute" if event.prompt.short else ""
            return f"prompt, {event.prompt.reason}{short}: {event.prompt.why}"
        case Closed():
            return f"prompt gone: {event.how}"
        case Held():
            return "held back: " + ", ".join(event.holds)
        case Started():
            return "started, one minute" if event.short else "started"
        case Snoozed():
            by_itself = "" if event.asked else ", by itself"
            return f"snoozed for {(event.until - event.at) / 60:.0f} min{by_itself}"
        case LetGo():
            return f"let go: {event.why}"
        case Rested():
            return f"rested: {event.rest}"
        case Skipped():
            return "skipped"
        case Soon():
            return ""


@dataclass
class Play:
    """The day as it goes on."""

    clocks: Clocks
    person: Person
    loop: BreakLoop
    lines: list[Line] = field(default_factory=list)
    _prompts: int = 0

    def on_happened(self, event: Event) -> None:
        """Write it down."""
        text = words(event)
        if text:
            self.lines.append(Line(self.clocks.second, text))
            print(f"{clock_of(self.clocks.second)}  {text}", flush=True)

    def on_prompted(self) -> None:
        """Answer after a while."""
        answer = ANSWERS[self._prompts] if self._prompts < len(ANSWERS) else ""
        self._prompts += 1
        word, _, number = answer.partition(" ")
        acts: dict[str, Callable[[], object]] = {
            "start": lambda: self._start(float(number)),
            "snooze": lambda: self.loop.snooze(int(number)),
            "skip": self.loop.skip,
        }
        if word:
            self.after(THINKS_S, acts[word])

    def _start(self, seconds: float) -> None:
        self.loop.start()
        self.loop.session_started()
        self.after(seconds, lambda: self.loop.session_ended(True))

    def after(self, seconds: float, act: Callable[[], object]) -> None:
        """``act`` in so many seconds by the fast clock."""
        timer = fast_timer(self.loop, self.clocks.speed, act)
        timer.start(round(seconds * 1000))

    def plan(self) -> None:
        """What comes by the clock on the wall, whatever breaks do."""
        for begin, end in SLEEPS:
            self._at(begin, partial(self._sleep, of_day(end) - of_day(begin)))
        # The desktop tells of these by itself.
        for _, end in LOCKED:
            self._at(end, self.loop.look)
        self._at("15:00:30", lambda: self.loop.pause(60))
        self._at(END, QCoreApplication.quit)

    def _at(self, clock: str, act: Callable[[], object]) -> None:
        at = of_day(clock)
        slept = sum(of_day(e) - of_day(b) for b, e in SLEEPS if of_day(b) < at)
        self.after(at - of_day(BEGIN) - slept, act)

    def _sleep(self, seconds: float) -> None:
        self.clocks.sleep(seconds)
        self.loop.look()


def play(speed: float) -> Play:
    """Let the whole day pass."""
    app = QCoreApplication.instance() or QCoreApplication([])
    clocks = Clocks(of_day(BEGIN), speed)
    person = Person(
        clocks,
        [(of_day(begin), of_day(end), beat) for begin, end, beat in KEYS],
        [(of_day(begin), of_day(end), kind) for begin, end, kind in DOING],
        [(of_day(begin), of_day(end)) for begin, end in LOCKED],
    )
    loop = BreakLoop(clocks, person, RULES)
    # The loop sets its timer in milliseconds of its clock, which are shorter here.
    loop._timer = fast_timer(loop, speed, loop.on_timer)
    day = Play(clocks, person, loop)
    loop.happened.connect(day.on_happened)
    loop.prompted.connect(day.on_prompted)
    day.plan()
    loop.begin()
    app.exec()
    loop.stop()
    return day


def differences(lines: list[Line]) -> list[str]:
    """Where the day is not as promised. A short wait for a pause in typing may always come."""
    wrong = []
    left = list(lines)
    for clock, text in PROMISED:
        while left and left[0].text == "held back: typing" != text:
            left.pop(0)
        if not left:
            wrong.append(f"{clock} {text}: never came")
            continue
        line = left.pop(0)
        late = line.second - of_day(clock)
        if line.text != text or not -EARLY_S <= late <= LATE_S:
            wrong.append(f"{clock} {text}: but {clock_of(line.second)} {line.text}")
    return wrong + [f"nobody promised {clock_of(one.second)} {one.text}" for one in left]


def crowded(lines: list[Line]) -> list[str]:
    """Prompts that came while one stood there, or within five minutes of one's end."""
    wrong = []
    gone: float | None = 0.0
    for line in lines:
        if line.text.startswith("prompt gone"):
            gone = line.second
        elif line.text.startswith("prompt"):
            if gone is None or line.second - gone < 5 * 60 - EARLY_S:
                wrong.append(f"{clock_of(line.second)} too close to the one before")
            gone = None
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speed", type=float, default=60, help="times the real one (default 60)")
    parser.add_argument(
        "--real", action="store_true", help="instead, twelve real minutes with the whole program"
    )
    parser.add_argument("--picture", type=Path, help="with --real, of the screen with the prompt")
    options = parser.parse_args()
    if options.real:
        from _real_desk import run

        return verdict(run(options.picture))
    day = play(max(1.0, options.speed))
    wrong = differences(day.lines) + crowded(day.lines)
    awake_s = of_day(END) - of_day(BEGIN) - day.clocks.slept_s
    print(
        f"\n{len(PROMISED)} events promised, {len(day.lines)} came; {day.person.looks} looks at "
        f"the desktop in {awake_s / 3600:.1f} h, {day.person.looks / awake_s:.4f} a second"
    )
    return verdict(wrong)


def verdict(wrong: list[str]) -> int:
    """Say it, and the exit code."""
    for one in wrong:
        print(f"NOT as promised: {one}")
    print("as promised" if not wrong else f"{len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
